"""From a brief to the files of a report in HTML."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from cxmap import registry
from cxmap.errors import CxmapError
from cxmap.loading.parallel import can_fork, cores
from cxmap.report import brand, policy
from cxmap.report.brief import Brief
from cxmap.report.page import Here, Links, Page, Stop
from cxmap.report.say import long_date
from cxmap.report.site import Leaf, Site, Way
from cxmap.report.studio import Studio
from cxmap.report.view.marks import Marks
from cxmap.version import __version__

_INDENTED = re.compile(r"\n\s+")

PAGES = "cxmap.report.pages"
_WORTH_FORKING = 30  # files from which a second process pays for itself
SCRIPT = "report.js"
STYLE = "style.css"
ORDER = (
    *("dashboard", "all-journeys", "all-measures", "all-actions", "changes"),
    *("journey", "compare", "moments", "team", "customer", "search"),
)
"""The sorts of page in the order of a reader; others follow by name."""

_NAVIGATION = (
    ("Overview", "dashboard", "", ("dashboard", "all-measures", "all-actions")),
    ("Journeys", "all-journeys", "", ("all-journeys", "journey", "compare")),
    ("Journeys", "dashboard", "journeys", ("journey", "compare")),
    ("What changes", "changes", "", ("changes",)),
    ("Moments of truth", "moments", "", ("moments",)),
    ("Customers", "dashboard", "customers", ("customer",)),
    ("Teams", "dashboard", "teams", ("team",)),
    ("Search", "search", "", ("search",)),
)


def pages() -> tuple[Page, ...]:
    """Every sort of page, in the order of a reader."""
    names = registry.names(PAGES)
    ordered = sorted(names, key=lambda n: (ORDER.index(n) if n in ORDER else len(ORDER), n))
    return tuple(registry.load(PAGES, name, Page) for name in ordered)


def section_names() -> tuple[str, ...]:
    """What can be included and excluded: the sorts of page, and the sections on them."""
    names = [name for page in pages() for name in (page.name, *page.sections)]
    return tuple(dict.fromkeys(names))


@dataclass(frozen=True)
class Report:
    """A report that is ready to be laid out.

    Attributes:
        brief: what it is about.
        root: the workspace's folder, for its logo.
        own: folders of templates that stand before ours.
        sections: the sorts of page and sections that are asked for.
        single: all pages in one file.
        script: the script it has, by name; without the usual one all its pages are seen at once.
    """

    brief: Brief
    root: Path
    own: Sequence[Path]
    sections: frozenset[str]
    single: bool = False
    script: str = SCRIPT
    first: ClassVar[str] = "index.html"

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files of the report by name, one by one; one file where it is `single`.

        Raises:
            CxmapError: there is no page to show, a template does not work, or the logo is no good.
        """
        for name in self.names():
            yield name, self.file(name)

    def shares(self, jobs: int | None) -> Sequence[Iterator[tuple[str, bytes]]]:
        """The same files, parted for as many processes as are worth it.

        Args:
            jobs: how many processes; None for one for each core.

        Raises:
            CxmapError: there is no page to show, or the logo is no good.
        """
        names = self.names()
        most = len(names) // _WORTH_FORKING + 1 if can_fork() else 1
        number = min(cores() if jobs is None else jobs, most)
        if number > 1:
            self._prepare()
        return [((name, self.file(name)) for name in names[n::number]) for n in range(number)]

    def _prepare(self) -> None:
        """Do what every process needs before there are several."""
        for stop in {stop.sort: stop for stop in self.stops}.values():
            self._environment.get_template(registry.load(PAGES, stop.sort, Page).template)

    def names(self) -> Sequence[str]:
        """The names of its files.

        Raises:
            CxmapError: there is no page to show, or the logo is no good.
        """
        if not self.stops:
            raise CxmapError("there is nothing to report on: no page has anything to show")
        if self.single:
            return [self.first]
        logo = [self._logo.file] if self._logo is not None else []
        return [SCRIPT, STYLE, *logo, *(stop.file for stop in self.stops)]

    def file(self, name: str) -> bytes:
        """One of its files, by its name.

        Raises:
            CxmapError: a template does not work.
            KeyError: it has no such file.
        """
        try:
            if self.single and name == self.first:
                return self._document([self._leaf(stop) for stop in self.stops])
            if name == SCRIPT:
                return self._text(SCRIPT).encode()
            if name == STYLE:
                return self._style.encode()
            if self._logo is not None and name == self._logo.file:
                return self._logo.data
            return self._document([self._leaf(self._by_file[name])])
        except TemplateError as error:
            raise CxmapError(template_problem(error)) from None

    @cached_property
    def _by_file(self) -> dict[str, Stop]:
        return {stop.file: stop for stop in self.stops}

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """The pages it has, in the order of a reader."""
        found = [
            stop
            for page in pages()
            if page.name in self.sections
            for stop in page.stops(self.brief)
        ]
        about = self.brief.focus.partition(":")[0]
        found.sort(key=lambda stop: stop.sort != about)  # what it is about comes first
        once = {(s.sort, s.key): s for s in reversed(found)}
        kept = [s for s in found if once[s.sort, s.key] is s]
        if kept:
            first = kept[0]
            kept[0] = Stop(first.sort, first.key, self.first, first.title)
        return tuple(kept)

    @cached_property
    def links(self) -> Links:
        """Where they are."""
        stops = {(s.sort, s.key): s for s in self.stops}
        return Links(stops, single=self.single, filters=not self.single)

    @cached_property
    def _studio(self) -> Studio:
        return Studio(self.brief, self.links, Marks(self.brief.workspace, self.links))

    @cached_property
    def _environment(self) -> Environment:
        from cxmap.report.environment import environment

        return environment(self.own, self.brief.settings.language or "en")

    @cached_property
    def _logo(self) -> brand.Logo | None:
        return brand.logo(self.brief.settings.report, self.root)

    @cached_property
    def _style(self) -> str:
        return self._text(STYLE) + brand.accent(self.brief.settings.report)

    def _text(self, name: str) -> str:
        """A file beside the templates as it is."""
        loader = self._environment.loader
        if loader is None:
            raise LookupError("an environment of ours has a loader")
        return loader.get_source(self._environment, name)[0].replace("\r\n", "\n")

    @cached_property
    def site(self) -> Site:
        """What every page has around it."""
        settings = self.brief.settings
        organization = settings.organization or ""
        title = settings.report.title or organization or "Customer experience map"
        style, script = ("", "")
        if self.single:  # squeezed here already, since the policy has their digests
            style = _squeezed(self._style)
            script = _squeezed(self._text(self.script))
        first = self.stops[0]
        logo = ""
        if self._logo is not None:
            logo = self._logo.inline if self.single else self._logo.file
        return Site(
            title,
            organization or title,
            settings.language or "en",
            self.links.to(first.sort, first.key),
            logo,
            tuple(self._ways()),
            long_date(self.brief.today),
            __version__,
            self.single,
            Markup(style),  # noqa: S704 (our own file, or the workspace's)
            Markup(script),  # noqa: S704
            policy.within(style, script) if self.single else policy.BESIDE,
        )

    def _ways(self) -> Iterator[Way]:
        there = {stop.sort for stop in self.stops}
        named: set[str] = set()
        for words, sort, anchor, sorts in _NAVIGATION:
            href = self.links.to(sort, "", anchor)
            if href and words not in named and not there.isdisjoint(sorts):
                named.add(words)
                yield Way(words, href, frozenset(sorts))

    def _leaf(self, stop: Stop) -> Leaf:
        page = registry.load(PAGES, stop.sort, Page)
        here = Here(stop, self.links, self.sections)
        view = page.build(self._studio, here)
        return Leaf(stop.sort, stop.scope, stop.title, page.template, view)

    def _document(self, leaves: Sequence[Leaf]) -> bytes:
        template = self._environment.get_template("page.html")
        return _squeezed(template.render(site=self.site, leaves=leaves)).encode()


def _squeezed(text: str) -> str:
    """A page without the indentation of its templates, which is a tenth of it."""
    return _INDENTED.sub("\n", text)


def template_problem(error: TemplateError) -> str:
    """That a template does not work: what its error says, and where."""
    line = getattr(error, "lineno", None)
    name = getattr(error, "name", None)
    place = f" in {name}" if name else ""
    said = error.message or type(error).__name__
    return f"a template does not work: {said}{place}{f', line {line}' if line else ''}"
