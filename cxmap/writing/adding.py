"""Adding an item to a workspace."""

from collections.abc import Sequence
from datetime import date

from cxmap.errors import CxmapError
from cxmap.loading.workspace import Loaded
from cxmap.source.editing import encoded
from cxmap.source.parse import parse
from cxmap.source.tree import Disk
from cxmap.words import is_id, slug
from cxmap.writing.change import Change
from cxmap.writing.inserting import insert
from cxmap.writing.item import Answers, find_key, write_item
from cxmap.writing.sorts import Sort
from cxmap.writing.spot import Spot


def named(sort: Sort, identity: str, answers: Answers) -> dict[str, Sequence[str]]:
    """Answers with an id and, where it needs one, a name; words in place of an id are the name.

    Raises:
        CxmapError: there is neither an id nor a name.
    """
    told = dict(answers)
    name = sort.part.NAMED_BY[0]
    if identity and not is_id(identity):
        told.setdefault(name, [identity])
        identity = slug(identity)
    identity = identity or next(iter(told.get("id", ())), "") or slug(_first(told, sort))
    if not identity:
        raise CxmapError(f"a {sort.name} needs an id or a name: add `--set {name}=…`")
    key = find_key(sort.part, name)
    if key and key.needed and not _first(told, sort):
        told[name] = [identity.replace("-", " ").capitalize()]
    return {**told, "id": [identity]}


def _first(answers: Answers, sort: Sort) -> str:
    return next((answers[key][0] for key in sort.part.NAMED_BY if answers.get(key)), "")


def add(
    loaded: Loaded, tree: Disk, sort: Sort, spot: Spot, answers: Answers, today: date
) -> Change:
    """An item put into its place; nothing is written.

    Args:
        loaded: the workspace.
        tree: its files.
        sort: what is added.
        spot: where.
        answers: what was answered, with an `id`.
        today: when an action is raised, where nobody says otherwise.

    Raises:
        CxmapError: the id is taken, or the file is written in a way that nothing can be added to.
    """
    identity = answers["id"][0]
    if identity in spot.taken:
        raise CxmapError(f"there is a {sort.name} `{identity}` already; name another id")
    if sort.name == "action":
        answers = {"raised": [today.isoformat()], **answers}
    item = write_item(sort.part, answers)
    known = loaded.documents.get(spot.path)
    if known is None and spot.path in loaded.outcomes:
        raise CxmapError(f"{spot.path} cannot be read; `cxmap validate` says more")
    for problem in parse(known.text).problems if known else ():
        line = known.position(problem.start)[0] if known else 0
        raise CxmapError(f"{spot.path}:{line}: {problem.message}; mend this first")
    spaced = sort.section == "stages"
    done = insert(known.text if known else "", spot.way, item, after=spot.after, spaced=spaced)
    before = tree.read(spot.path) if known else b""
    shown = "".join(f"{'  ' if n else '- '}{line}\n" for n, line in enumerate(item.lines))
    return Change(spot.path, encoded(done.text, before), done.line, shown)
