"""From a place on disk to a workspace and everything that is wrong with it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cxmap.finding import Finding, fingerprinted, in_order
from cxmap.loading import duplicates, files, references, refusals
from cxmap.loading.discover import Place, locate, skipper
from cxmap.loading.files import Text
from cxmap.loading.parallel import parse_each
from cxmap.loading.settings import Settings
from cxmap.model.file import SECTIONS, MapFile
from cxmap.model.index import Index
from cxmap.model.workspace import Workspace, customers_in
from cxmap.source.document import Document
from cxmap.source.parse import Parsed
from cxmap.source.tree import Disk, Memory, Tree
from cxmap.words import slug


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes:
        path: its path.
        document: its text; None where it could not be decoded or is not ours.
        ours: it is a file of ours.
        model: what it holds, or None where nothing could be made of it.
        findings: what is wrong with it.
        lost: the paths of items that had to be left out whole.
        unread: the text of a file that is ours and could not be read.
    """

    path: str
    document: Document | None
    ours: bool
    model: MapFile | None = None
    findings: tuple[Finding, ...] = ()
    lost: frozenset[str] = frozenset()
    unread: str = ""


@dataclass(frozen=True)
class Loaded:
    """A workspace with what was found while reading it.

    Attributes:
        workspace: everything that is sound.
        findings: what is wrong, by file and place.
        settings: what `cxmap.yaml` says, or the defaults.
        has_settings: whether there is a `cxmap.yaml`.
        documents: the texts of the files that were read, by path.
        skipped: how many YAML files were left alone since they are not ours.
        place: where it was read from.
        outcomes: the files that are ours, but for `cxmap.yaml`, as they were read, by path.
    """

    workspace: Workspace
    findings: tuple[Finding, ...]
    settings: Settings
    has_settings: bool
    documents: Mapping[str, Document]
    skipped: int
    place: Place
    outcomes: Mapping[str, Outcome] = field(default_factory=dict, repr=False)

    @property
    def files(self) -> int:
        """How many files were read."""
        return len(self.documents)


def load(path: str | Path = ".", *, jobs: int | None = 1) -> Loaded:
    """Read the workspace that a folder or file belongs to.

    Args:
        path: a folder or file; the workspace is the nearest folder upward with a `cxmap.yaml`,
            or else the folder or file itself.
        jobs: how many processes may parse; None for as many as are worth it.

    Returns:
        the workspace, and what was found while reading it.

    Raises:
        CxmapError: the path does not exist.
    """
    place = locate([Path(path)])
    loaded = read(place, Disk(place.root, place.only), jobs=jobs)
    return replace(loaded, findings=tuple(fingerprinted(in_order(loaded.findings))))


def _silent(_: int) -> None:
    """Nobody is told how far it got."""


def read(
    place: Place,
    tree: Tree,
    *,
    jobs: int | None = 1,
    tick: Callable[[int], None] = _silent,
    before: Loaded | None = None,
    closely: Collection[str] | None = None,
) -> Loaded:
    """Read a workspace from a tree of files.

    Args:
        place: where it is, and which of its files were named.
        tree: its files.
        jobs: how many processes may parse; None for as many as are worth it.
        tick: is told now and then how many files are parsed.
        before: the same workspace at another time; a file that has not changed is taken from it.
        closely: look for references that lead nowhere in these files only; None for all.
    """
    found: list[Finding] = []
    documents: dict[str, Document] = {}
    settings = Settings.model_construct()
    if place.settings is not None:
        settings, text = _settings(tree, place.settings, found)
        if text.document is not None:
            documents[place.settings] = text.document
    skip = skipper(place.root, settings.exclude)
    named = {path for path in place.narrowed if path.endswith((".yaml", ".yml")) or place.only}
    paths = sorted({*tree.paths(skip), *named} - {place.settings or ""})
    texts = [files.decode(tree, path) for path in paths]
    known = _taken_over(before, texts) if before is not None else {}
    changed = [text for text in texts if text.path not in known]
    outcomes = _read_files(changed, named, jobs, tick)
    if known:
        outcomes = sorted((*known.values(), *outcomes), key=lambda outcome: outcome.path)
    for outcome in outcomes:
        found.extend(outcome.findings)
        if outcome.ours and outcome.document is not None:
            documents[outcome.path] = outcome.document
    workspace = _checked(outcomes, found, closely, settings)
    skipped = sum(not outcome.ours for outcome in outcomes)
    findings = sorted(found, key=lambda f: (f.span, f.rule, f.field, f.message))
    return Loaded(
        workspace,
        tuple(findings),
        settings,
        place.settings is not None,
        documents,
        skipped,
        place,
        {outcome.path: outcome for outcome in outcomes if outcome.ours},
    )


def read_settings(place: Place, tree: Tree) -> Loaded:
    """Read the settings of a workspace, and nothing else of it."""
    alone = Memory({place.settings: tree.read(place.settings)} if place.settings else {})
    return read(Place(place.root, place.settings), alone)


def _taken_over(before: Loaded, texts: Iterable[Text]) -> dict[str, Outcome]:
    """The files that hold what they held: they mean what they meant."""
    known = ((text.document, before.outcomes.get(text.path)) for text in texts)
    return {
        outcome.path: outcome
        for document, outcome in known
        if document and outcome and outcome.document and outcome.document.text == document.text
    }


def _settings(tree: Tree, path: str, found: list[Finding]) -> tuple[Settings, Text]:
    text = files.decode(tree, path)
    if text.finding is not None:
        found.append(text.finding)
    if text.document is None:
        return Settings.model_construct(), text
    parsed = files.parse_text(text)
    if parsed.data is None and not parsed.problems:
        return Settings.model_construct(), text
    file, _ = files.sort_out(text, parsed, named=True)
    if file is None:
        return Settings.model_construct(), text
    found.extend(file.findings)
    if file.raw is None:
        return Settings.model_construct(), text
    settings, findings, _ = refusals.read(Settings, text.document, file.raw)
    found.extend(_to_be_moved(finding) for finding in findings)
    return settings or Settings.model_construct(), text


def _to_be_moved(finding: Finding) -> Finding:
    """A section in the settings is no unknown key but a key in the wrong file."""
    if finding.rule != "unknown-key" or finding.field not in SECTIONS:
        return finding
    hint = f"move `{finding.field}` to another file, such as library.yaml"
    message = f"`{finding.field}` belongs into a file of its own: this one holds settings only"
    return replace(finding, message=message, label="", hint=hint, fix=None, item="", trail=())


def _read_files(
    texts: list[Text], named: set[str], jobs: int | None, tick: Callable[[int], None]
) -> list[Outcome]:
    """Read files as their data come in, so that the data of no two need be held at a time."""
    done: dict[str, Outcome] = {}
    worth: list[Text] = []
    for text in texts:
        if text.path in named or files.may_be_ours(text):
            if text.document is None:
                unread = text.data.decode("latin-1").replace("\0", "")
                told = (text.finding,) if text.finding else ()
                done[text.path] = Outcome(text.path, None, ours=True, findings=told, unread=unread)
            else:
                worth.append(text)
        elif text.finding and not text.data:
            done[text.path] = Outcome(text.path, None, ours=True, findings=(text.finding,))
        else:
            done[text.path] = Outcome(text.path, text.document, ours=False)
    bodies = [text.document.text for text in worth if text.document]
    for number, (index, parsed) in enumerate(parse_each(bodies, jobs), 1):
        text = worth[index]
        done[text.path] = _read_file(text, parsed, named=text.path in named)
        tick(number)
    return [done[text.path] for text in texts]


def _read_file(text: Text, parsed: Parsed, *, named: bool) -> Outcome:
    file, warning = files.sort_out(text, parsed, named=named)
    if file is None or file.document is None:
        return Outcome(text.path, None, ours=False, findings=(warning,) if warning else ())
    if file.raw is None:
        told, body = file.findings, file.document.text
        return Outcome(text.path, file.document, ours=True, findings=told, unread=body)
    model, findings, lost = refusals.read(MapFile, file.document, file.raw)
    return Outcome(
        text.path,
        file.document,
        ours=True,
        model=model,
        findings=(*file.findings, *findings),
        lost=frozenset(lost),
    )


def _checked(
    outcomes: list[Outcome],
    found: list[Finding],
    closely: Collection[str] | None,
    settings: Settings,
) -> Workspace:
    read = [outcome.model for outcome in outcomes if outcome.model is not None]
    strategies = [model.strategy for model in read if model.strategy is not None]
    workspace = put_together(read)
    found.extend(duplicates.check(workspace, strategies))
    unread = [outcome.unread for outcome in outcomes if outcome.unread]
    lost = frozenset[str]().union(*(outcome.lost for outcome in outcomes))
    explained, engines = _explained(unread, lost), Index(settings.engines)
    found.extend(references.check(workspace, explained, closely, engines))
    return workspace


def put_together(files: Iterable[MapFile]) -> Workspace:
    """The workspace that files make, in their order."""
    models = tuple(files)
    strategies = (m.strategy for m in models if m.strategy is not None)
    journeys = tuple(m.journey for m in models if m.journey is not None)
    declared = (
        c for m in models for c in (*m.customers, *customers_in([m.journey] if m.journey else ()))
    )
    return Workspace(
        journeys=journeys,
        teams=Index(team for m in models for team in m.teams),
        channels=Index(channel for m in models for channel in m.channels),
        customers=Index(declared),
        metrics=Index(metric for m in models for metric in m.metrics),
        listening=Index(post for m in models for post in m.listening),
        actions=Index(action for m in models for action in m.actions),
        readings=tuple(reading for m in models for reading in m.readings),
        actual=tuple(actual for m in models for actual in m.actual),
        data=Index(source for m in models for source in m.data),
        strategy=next(strategies, None),
    )


def _explained(bodies: Collection[str], lost: Collection[str]) -> Callable[[str], bool]:
    """Whether a name may be declared where nothing could be read, or in an item left out."""
    gone = {path.rpartition(":")[2].rpartition("/")[2].rpartition("#")[2] for path in lost}

    def explained(name: str) -> bool:
        last = name.rpartition("/")[2].rpartition("#")[2]
        known = {name, slug(name), last, slug(last)}
        return bool(known & gone) or any(word in body for body in bodies for word in known if word)

    return explained
