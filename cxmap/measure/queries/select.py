"""The only way a query is put together, so that every one has the same few clauses."""

from collections.abc import Iterable, Mapping, Sequence


def select(
    columns: Sequence[str],
    source: str,
    *,
    where: Sequence[str] = (),
    group: Sequence[str] = (),
    most: int | None = None,
) -> str:
    """One SELECT.

    Args:
        columns: what is selected, each perhaps with its name.
        source: what stands after FROM.
        where: conditions, all of which hold.
        group: what is grouped by.
        most: how many rows at most.
    """
    clauses = ["select " + ",\n  ".join(columns), f"from {source}"]
    if where:
        clauses.append("where " + "\n  and ".join(where))
    if group:
        clauses.append("group by " + ", ".join(group))
    if most is not None:
        clauses.append(f"limit {most}")
    return "\n".join(clauses)


def steps(parts: Mapping[str, str], last: str) -> str:
    """A query in steps: each part has a name that those after it may select from."""
    ahead = [f"{name} as (\n{text}\n)" for name, text in parts.items()]
    return "with " + ",\n".join(ahead) + "\n" + last if ahead else last


def all_of(queries: Iterable[str]) -> str:
    """The rows of several queries with the same columns, one after the other."""
    return "\nunion all\n".join(queries)
