"""Attacks: what is hidden cannot be computed from what is shown, and nobody's data are printed."""

import gzip
import random
from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.measure.engines.duckdb import DuckDBEngine
from cxmap.measure.privacy import Counted, to_hide

PLACES = {
    "letter": "onboarding/welcome-letter",
    "call": "onboarding/call",
    "training": "onboarding/training",
}
STAGE = {"letter": "onboarding#sign", "call": "onboarding#sign", "training": "onboarding#use"}


def rank(rows: Iterable[Iterable[int]]) -> int:
    """The rank of a matrix, by elimination."""
    matrix = [[Fraction(cell) for cell in row] for row in rows]
    found = 0
    for column in range(len(matrix[0]) if matrix else 0):
        pivot = next((r for r in range(found, len(matrix)) if matrix[r][column]), None)
        if pivot is None:
            continue
        matrix[found], matrix[pivot] = matrix[pivot], matrix[found]
        for row in range(found + 1, len(matrix)):
            factor = matrix[row][column] / matrix[found][column]
            matrix[row] = [a - factor * b for a, b in zip(matrix[row], matrix[found], strict=True)]
        found += 1
    return found


def can_be_computed(secret: set, shown: list[set], atoms: list) -> bool:
    vectors = [[int(atom in cell) for atom in atoms] for cell in shown]
    return rank([*vectors, [int(atom in secret) for atom in atoms]]) == rank(vectors)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("people", [False, True])
def test_no_hidden_cell_can_be_computed_from_what_is_shown(
    company, seed: int, *, people: bool
) -> None:
    dice = random.Random(seed)  # noqa: S311 (no secret is made of it)
    plans, regions = ["a", "b", "c", "rare"], ["north", "south", ""]
    atoms: dict[tuple, int] = defaultdict(int)
    who: dict[tuple, set] = defaultdict(set)
    lines = ["day,place,plan,region,customer,score"]
    for number in range(dice.choice([60, 150, 400])):
        atom = (
            dice.choice([*PLACES, "letter", "elsewhere"]),
            dice.choices(plans, [5, 4, 3, 0.3])[0],
            dice.choice(regions),
        )
        customer = f"c{dice.randrange(60) if people else number}"
        atoms[atom] += 1
        who[atom].add(customer)
        lines.append(f"2026-09-09,{','.join(atom)},{customer},{dice.randrange(1, 6)}")
    company.write(s_csv="\n".join(lines))
    company.data(
        "{id: s, files: s.csv, time: day, touchpoint: place, names: {letter: welcome-letter}, segment: {plan: plan, region: region}"
        + (", customer: customer}" if people else "}"),
        "{id: m, kind: csat, source: {data: s, value: score}}",
    )
    found = company.groups("m", min_n=10)

    def cell(name: str) -> set:
        if name == "all":
            return set(atoms)
        if ":" in name:
            position = 1 if name.startswith("plan") else 2
            named = {n.partition(": ")[2] for n in found if n.startswith(name.partition(": ")[0])}
            value = name.partition(": ")[2]
            if value == "(others)":
                return {a for a in atoms if a[position] and a[position] not in named}
            return {a for a in atoms if a[position] == value}
        return {a for a in atoms if name in (PLACES.get(a[0]), STAGE.get(a[0]))}

    shown = [cell(name) for name, figure in found.items() if not figure.hidden]
    for name, figure in found.items():
        if not figure.hidden:
            assert (name, figure.n) == (name, sum(atoms[a] for a in cell(name)))
    secrets = [cell(name) for name in found]
    secrets += [{a for a in atoms if a[0] == "elsewhere"}, {a for a in atoms if not a[2]}]
    for secret in secrets:
        answers = sum(atoms[a] for a in secret)
        persons = (
            len(set().union(*(who[a] for a in secret))) if people and answers < 200 else answers
        )
        if 0 < min(answers, persons) < 10 and (answers < 10 or secret in [cell(n) for n in found]):
            assert not can_be_computed(secret, shown, list(atoms))


cells = st.dictionaries(
    st.integers(0, 20),
    st.tuples(st.frozensets(st.integers(0, 8), min_size=1), st.integers(1, 40)),
    min_size=1,
    max_size=12,
)


@given(cells)
def test_whatever_the_cells_none_that_is_hidden_for_few_answers_can_be_computed(found) -> None:
    counted = {key: Counted(atoms, n, n < 10) for key, (atoms, n) in found.items()}
    hidden = to_hide(counted)
    atoms = list(range(9))
    shown = [set(cell.atoms) for key, cell in counted.items() if key not in hidden]
    few = [set(cell.atoms) for cell in counted.values() if cell.few]
    assert hidden >= {key for key, cell in counted.items() if cell.few}
    assert not any(can_be_computed(secret, shown, atoms) for secret in few)


def test_a_customer_who_answers_often_is_still_one(company) -> None:
    rows = "\n".join(f"2026-09-09,c{n % 3},5" for n in range(50))
    company.write(s_csv=f"day,customer,score\n{rows}")
    company.data(
        "{id: s, files: s.csv, time: day, customer: customer}",
        "{id: m, kind: csat, source: {data: s, value: score}}",
    )
    assert company.all("m", min_n=10)["2026-09"].hidden


def test_customers_are_counted_once_a_group_however_many_months_there_are(
    company, monkeypatch
) -> None:
    asked: list[str] = []
    run = DuckDBEngine.run
    monkeypatch.setattr(
        DuckDBEngine, "run", lambda engine, sql: asked.append(sql) or run(engine, sql)
    )
    rows = "\n".join(f"2026-{month:02}-01,c{n},5" for month in range(1, 10) for n in range(20))
    company.write(s_csv=f"day,customer,score\n{rows}")
    company.data(
        "{id: s, files: s.csv, time: day, customer: customer}",
        "{id: m, kind: csat, source: {data: s, value: score}}",
    )
    assert len(company.all("m", min_n=10)) == 9
    assert len(asked) == 2


def test_what_happened_to_few_customers_is_hidden(company) -> None:
    rows = "\n".join(
        f"2026-09-{d:02},c{d % 4},{what}" for d in range(1, 29) for what in ("ask", "answer")
    )
    company.write(s_csv=f"day,customer,what\n{rows}")
    source = "{id: s, kind: events, files: s.csv, time: day, customer: customer, touchpoint: what}"
    company.data(
        source,
        "{id: m, kind: duration, source: {data: s, from: ask, to: answer}}",
        "{id: r, kind: rate, source: {data: s, from: ask, to: answer, within: 1 day}}",
    )
    assert company.all("m", min_n=10)["2026-09"].hidden
    assert company.all("r", min_n=10)["2026-09"].hidden


SECRETS = ("jane@example.com", "+43 660 1234567", "my boss is", "CUST-0815")
LIBRARY = """\
data:
  - {id: s, files: "*.csv*", time: day, customer: customer, touchpoint: place, segment: {plan: plan, who: mail}}
  - {id: j, files: s.jsonl, time: day, customer: customer, touchpoint: place, segment: plan}
  - {id: e, kind: events, files: s.jsonl, time: day, customer: customer, touchpoint: place}
  - {id: a, kind: accounts, files: s.jsonl, customer: customer}
metrics:
  - {id: m, kind: csat, source: {data: s, value: score}}
  - {id: n, kind: nps, source: {data: j, value: score}}
  - {id: w, kind: csat, source: {data: s, value: comment, order: [bad, good]}}
  - {id: y, kind: rate, source: {data: s, value: mail}}
  - {id: d, kind: duration, source: {data: e, from: letter, to: call}}
  - {id: c, kind: churn, source: {data: a, start: mail, end: comment}}
"""
MAP = "journey: onboarding\nstages: [{name: sign, touchpoints: [{id: letter, what: Letter}, {id: call, what: Call}]}]\n"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A workspace whose files are broken in every way, with people's data in every column."""
    folder = tmp_path / "company"
    folder.mkdir()
    (folder / "map.yaml").write_text(MAP)
    (folder / "library.yaml").write_text(LIBRARY)
    mail, phone, comment, customer = SECRETS
    good = [
        f"2026-09-{n % 28 + 1:02},{customer}{n},letter,pro,{mail},{n % 5 + 1},{comment}"
        for n in range(40)
    ]
    bad = [
        f"{mail},{customer},letter,pro,{mail},5,{comment}",
        f"2026-09-09,{customer},{mail},{phone},{mail},{mail},{comment}",
        f"2026-09-09,{customer},{comment},{mail},{mail},{phone},{comment}",
        f"2026-09-09,{customer},letter,pro,{mail},5,{comment},{mail}",
        f'2026-09-09,{customer},letter,pro,{mail},5,"{comment}',
    ]
    head = "day,customer,place,plan,mail,score,comment"
    (folder / "s.csv").write_text("\n".join([head, *good, *bad]))
    (folder / "t.csv.gz").write_bytes(gzip.compress("\n".join([head, *bad]).encode()))
    lines = [
        f'{{"day": "{mail}", "customer": "{customer}", "place": "{mail}", "plan": "{mail}", "mail": "{mail}", "score": "{mail}", "comment": "{comment}"}}',
        f"{{{mail}",
    ]
    (folder / "s.jsonl").write_text("\n".join(lines * 20))
    return folder


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown"])
def test_nothing_of_anybody_is_printed_or_written(cxmap, hostile: Path, form: str) -> None:
    before = set(hostile.rglob("*"))
    run = (
        "--debug",
        "measure",
        hostile,
        "--today",
        "2026-10-15",
        "--format",
        form,
        "--rejects",
        "bad.csv",
        "--explain",
        "--write",
        "--min-n",
        "2",
    )
    done = cxmap(*run, cwd=hostile)
    written = "".join(
        file.read_text() for file in set(hostile.rglob("*")) - before if file.is_file()
    )
    assert "bad.csv" in {file.name for file in set(hostile.rglob("*")) - before}
    for secret in SECRETS:
        assert secret not in done.stdout + done.stderr + written
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["s.csv", "s.jsonl", "t.csv.gz"])
def test_a_file_cut_anywhere_gives_nothing_of_anybody_away(cxmap, hostile: Path, name: str) -> None:
    data = (hostile / name).read_bytes()
    for part in (0.02, 0.37, 0.83):
        (hostile / name).write_bytes(data[: int(len(data) * part)])
        done = cxmap(
            "--debug", "measure", "--today", "2026-10-15", "--rejects", "bad.csv", cwd=hostile
        )
        assert "Traceback" not in done.stderr
        for secret in SECRETS:
            assert secret not in done.stdout + done.stderr


def test_sql_that_people_see_quotes_no_value_of_the_data(company) -> None:
    shared = "\n".join(f"2026-09-01,the shop,{n},gold,5" for n in range(12))
    alone = "\n".join("2026-09-01,Ann Smith,99,ann@example.com,5" for _ in range(12))
    company.write(s_csv=f"day,place,who,plan,score\n{shared}\n{alone}\n")
    company.data(
        "{id: s, files: s.csv, time: day, touchpoint: place, customer: who, segment: plan}",
        "{id: m, kind: csat, source: {data: s, value: score}}",
    )
    [source] = company.measure().sources
    assert any("'…'" in sql for sql in source.sql)
    assert not any(word in sql for sql in source.sql for word in ("Ann", "ann@", "gold", "shop"))
