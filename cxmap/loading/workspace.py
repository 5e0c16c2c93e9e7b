"""From a place on disk to a workspace and everything that is wrong with it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cxmap.finding import Finding
from cxmap.loading import duplicates, files, references, refusals
from cxmap.loading.discover import Place, locate, skipper
from cxmap.loading.files import File, Text
from cxmap.loading.parallel import parse_all
from cxmap.loading.settings import Settings
from cxmap.model.file import SECTIONS, MapFile
from cxmap.model.index import Index
from cxmap.model.strategy import Strategy
from cxmap.model.workspace import Workspace, customers_in
from cxmap.source.document import Document
from cxmap.source.tree import Disk, Tree
from cxmap.words import slug


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
    """

    workspace: Workspace
    findings: tuple[Finding, ...]
    settings: Settings
    has_settings: bool
    documents: Mapping[str, Document]
    skipped: int
    place: Place

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
    return read(place, Disk(place.root, place.only), jobs=jobs)


def _silent(_: int) -> None:
    """Nobody is told how far it got."""


def read(
    place: Place,
    tree: Tree,
    *,
    jobs: int | None = 1,
    tick: Callable[[int], None] = _silent,
) -> Loaded:
    """Read a workspace from a tree of files.

    Args:
        place: where it is, and which of its files were named.
        tree: its files.
        jobs: how many processes may parse; None for as many as are worth it.
        tick: is told now and then how many files are parsed.
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
    ours, skipped = _sort_out(texts, named, jobs, tick, found)
    for file in ours:
        if file.document is not None:
            documents[file.path] = file.document
    workspace = _put_together(ours, texts, found)
    findings = sorted(found, key=lambda f: (f.span, f.rule, f.field, f.message))
    return Loaded(
        workspace,
        tuple(findings),
        settings,
        place.settings is not None,
        documents,
        skipped,
        place,
    )


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
    if finding.rule != "unknown-key" or finding.field not in SECTIONS or finding.item:
        return finding
    hint = f"move `{finding.field}` to another file, such as library.yaml"
    message = f"`{finding.field}` belongs into a file of its own: this one holds settings only"
    return replace(finding, message=message, label="", hint=hint, fix=None)


def _sort_out(
    texts: list[Text],
    named: set[str],
    jobs: int | None,
    tick: Callable[[int], None],
    found: list[Finding],
) -> tuple[list[File], int]:
    """The files that are ours, and how many are not."""
    ours: list[File] = []
    worth = [t for t in texts if t.path in named or t.finding or files.may_be_ours(t)]
    readable = [t for t in worth if t.document is not None]
    parsed = dict(
        zip(
            (t.path for t in readable),
            parse_all([t.document.text for t in readable if t.document], jobs, tick),
            strict=True,
        )
    )
    for text in worth:
        if text.document is None:
            if text.finding and (text.path in named or files.may_be_ours(text)):
                found.append(text.finding)
                ours.append(File(text.path, None, None))
            continue
        file, warning = files.sort_out(text, parsed[text.path], named=text.path in named)
        if warning is not None:
            found.append(warning)
        if file is not None:
            found.extend(file.findings)
            ours.append(file)
    return ours, len(texts) - len(ours)


def _put_together(ours: list[File], texts: list[Text], found: list[Finding]) -> Workspace:
    read: list[MapFile] = []
    lost: set[str] = set()
    for file in ours:
        if file.raw is not None and file.document is not None:
            model, findings, gone = refusals.read(MapFile, file.document, file.raw)
            found.extend(findings)
            lost |= gone
            if model is not None:
                read.append(model)
    strategies = [model.strategy for model in read if model.strategy is not None]
    workspace = _workspace(read, strategies)
    unread = {file.path for file in ours if file.raw is None}
    bodies = [_body(text) for text in texts if text.path in unread]
    found.extend(duplicates.check(workspace, strategies))
    found.extend(references.check(workspace, _explained(bodies, lost)))
    return workspace


def _workspace(read: Iterable[MapFile], strategies: list[Strategy]) -> Workspace:
    models = tuple(read)
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
        data=Index(source for m in models for source in m.data),
        strategy=strategies[0] if strategies else None,
    )


def _body(text: Text) -> str:
    return text.document.text if text.document else text.data.decode("latin-1").replace("\0", "")


def _explained(bodies: list[str], lost: set[str]) -> Callable[[str], bool]:
    """Whether a name may be declared where nothing could be read, or in an item left out."""
    gone = {path.rpartition(":")[2].rpartition("/")[2].rpartition("#")[2] for path in lost}

    def explained(name: str) -> bool:
        last = name.rpartition("/")[2].rpartition("#")[2]
        known = {name, slug(name), last, slug(last)}
        return bool(known & gone) or any(word in body for body in bodies for word in known if word)

    return explained
