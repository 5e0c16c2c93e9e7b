"""From what was asked for to a report that is written."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from cxmap.commands._options import check_choice
from cxmap.errors import CxmapError
from cxmap.output.results import Results
from cxmap.words import did_you_mean

if TYPE_CHECKING:
    from cxmap.loading.workspace import Loaded
    from cxmap.model.customer import Customer
    from cxmap.model.index import Index
    from cxmap.model.journey import Journey
    from cxmap.model.team import Team
    from cxmap.report.brief import Brief
    from cxmap.report.render import Report

DEFAULT = "cxmap-report"
FORMATS = ("html", "markdown", "json", "pdf")
_ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".pdf": "pdf",
}
_WITHOUT_FOCUS = frozenset(
    {"dashboard", "all-journeys", "all-measures", "all-actions", "moments", "search"}
)
"""Sorts of page about everybody, which a report for one team or customer type has not."""

_WITHOUT_NAMES = _WITHOUT_FOCUS | {"team", "customer"}
"""Sorts of page about the whole workspace, which a report on named journeys has not."""


def sort_out(arguments: Sequence[str]) -> tuple[list[str], list[Path] | None]:
    """Part arguments into journeys and paths: one that exists as a path is a path."""
    paths = [Path(a) for a in arguments if Path(a).exists()]
    return [a for a in arguments if not Path(a).exists()], paths or None


def form(name: str | None, output: Path | None) -> str:
    """The format that is asked for: by its name, else by the ending of the file to write, or HTML.

    Raises:
        CxmapError: it is unknown, or the ending is another format's.
    """
    by_ending = _ENDINGS.get(output.suffix.lower()) if output is not None else None
    if name is None:
        return by_ending or FORMATS[0]
    check_choice(name, FORMATS, "--format")
    if by_ending not in {None, name}:
        raise CxmapError(f"{output} ends like {by_ending}, and --format says {name}; change one")
    return name


def names_file(output: Path | None) -> bool:
    """Whether -o names a file, by its ending, and no folder."""
    return output is not None and output.suffix.lower() in _ENDINGS


def sections(include: Collection[str], exclude: Collection[str]) -> frozenset[str]:
    """The sorts of page and sections that are asked for.

    Including a section alone includes the pages that have it.

    Raises:
        CxmapError: a name is unknown; the text names the nearest.
    """
    from cxmap.report.render import pages, section_names

    every = section_names()
    for option, names in (("--include", include), ("--exclude", exclude)):
        for name in names:
            check_choice(name, every, option)
    wanted = set(include or every)
    for page in pages():
        if include and wanted & set(page.sections):
            wanted.add(page.name)
        elif include and page.name in wanted:
            wanted |= set(page.sections)
    return frozenset(wanted - set(exclude))


def brief(
    loaded: "Loaded", results: Results, today: date, names: Sequence[str], focus: str | None
) -> "Brief":
    """What a report is about.

    Raises:
        CxmapError: a journey, team or customer is unknown.
    """
    from cxmap.facts import Facts
    from cxmap.report.brief import Brief
    from cxmap.report.comparisons import Comparisons
    from cxmap.report.focus import concerns

    workspace = loaded.workspace
    facts = Facts(workspace)
    reports = loaded.place.reports
    maps = [m for name in names for m in _maps(loaded, name)] if names else workspace.journeys
    about = _focus(loaded, focus) if focus else ""
    chosen = [m for m in maps if reports(m.at("journey").path) and concerns(m, about, facts)]
    return Brief(
        workspace,
        facts,
        loaded.settings,
        results.findings,
        results.rules,
        today,
        _once(chosen),
        Comparisons(loaded, facts, today),
        about,
    )


def _once(maps: "Sequence[Journey]") -> "tuple[Journey, ...]":
    """Each map once; of two that share journey and state the first one."""
    by_path: dict[str, Journey] = {}
    for found in maps:
        by_path.setdefault(found.path, found)
    return tuple(by_path.values())


def _maps(loaded: "Loaded", name: str) -> "tuple[Journey, ...]":
    found = loaded.workspace.maps_of(name)
    if not found:
        known = loaded.workspace.journey_ids
        guess = did_you_mean(name, known) or ","
        raise CxmapError(
            f"there is no journey or file `{name}`{guess} choose from {', '.join(known)}"
        )
    return found


def _focus(loaded: "Loaded", text: str) -> str:
    kind, colon, name = text.partition(":")
    workspace = loaded.workspace
    index: Index[Team] | Index[Customer]
    index = workspace.teams if kind == "team" else workspace.customers
    if not colon or kind not in {"team", "customer"}:
        raise CxmapError(f"--for takes `team:ID` or `customer:ID`, not `{text}`")
    found = index.get(name)
    if found is None:
        known = index.ids()
        guess = did_you_mean(name, known) or ","
        raise CxmapError(f"there is no {kind} `{name}`{guess} choose from {', '.join(known)}")
    return f"{kind}:{found.id}"


class Made(Protocol):
    """A report that is ready to be written, whatever its format."""

    @property
    def first(self) -> str:
        """The name of its first page."""

    @property
    def single(self) -> bool:
        """Whether it is one file."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Its files by name, one by one."""


def prepare(
    name: str,
    loaded: "Loaded",
    about: "Brief",
    wanted: frozenset[str],
    templates: Path | None,
    *,
    named: bool,
    single: bool,
) -> Made:
    """A report that is ready to be written.

    Args:
        name: the format.
        loaded: the workspace, for its settings and its folder.
        about: what the report is about.
        wanted: the sorts of page and sections that are asked for.
        templates: a folder of templates that stand before all others.
        named: journeys were named, so that pages about the whole workspace are left out.
        single: everything in one file.

    Raises:
        CxmapError: a folder of templates is not there, or lies outside the workspace.
    """
    if name == "json":
        from cxmap.report.records.document import Records

        return Records(about, whole=not named and not about.focus)
    if named:
        wanted -= _WITHOUT_NAMES
    if about.focus:
        wanted -= _WITHOUT_FOCUS
    own = _own(loaded, templates)
    if name == "markdown":
        from cxmap.report.markdown.pages import Markdown

        return Markdown(about, own, wanted, single=single)
    from cxmap.report.render import Report

    if name == "pdf":
        from cxmap.report.pdf import FIT, Pdf

        return Pdf(Report(about, loaded.place.root, own, wanted, single=True, script=FIT))
    return Report(about, loaded.place.root, own, wanted, single=single)


def site(loaded: "Loaded", about: "Brief") -> "Report":
    """All pages of a workspace in HTML.

    Raises:
        CxmapError: the folder of its templates is not there, or lies outside the workspace.
    """
    from cxmap.report.render import Report

    return Report(about, loaded.place.root, _own(loaded, None), sections((), ()))


def _own(loaded: "Loaded", templates: Path | None) -> list[Path]:
    """The folders of templates that stand before ours."""
    from cxmap.report import brand

    if templates is not None and not templates.is_dir():
        raise CxmapError(f"there is no folder {templates}")
    own = brand.templates(loaded.settings.report, loaded.place.root)
    return [*([templates] if templates is not None else []), *own]


def write(made: Made, output: Path | None, jobs: int | None) -> Path:
    """Write a report and return its first page.

    Args:
        made: the report.
        output: where to; None for where reports are written unless told.
        jobs: how many processes; None for as many as are worth it.

    Raises:
        CxmapError: it cannot be written, or something else is in the way.
    """
    from cxmap.commands._writing import refuse_maps, write_bytes
    from cxmap.report import folder

    if not made.single:
        from cxmap.report.render import Report

        target = output or Path(DEFAULT)
        folder.check(target)
        folder.write(target, *(made.shares(jobs) if isinstance(made, Report) else [made.files()]))
        return target / made.first
    file = output or Path(f"{DEFAULT}{Path(made.first).suffix}")
    if file.is_dir():
        raise CxmapError(f"{file} is a folder; a report in one file needs a file's name with -o")
    refuse_maps(file)
    write_bytes(file, b"".join(data for _, data in made.files()))
    return file
