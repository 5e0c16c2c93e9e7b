"""From a brief to the files of a report in Markdown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from jinja2 import Environment, TemplateError, TemplateNotFound

from cxmap.errors import CxmapError
from cxmap.report.brief import Brief
from cxmap.report.markdown.environment import environment
from cxmap.report.page import Here, Links, Page, Stop
from cxmap.report.render import pages, template_problem
from cxmap.report.say import long_date
from cxmap.report.studio import Studio
from cxmap.report.view.journeys import journey_rows
from cxmap.report.view.marks import Marks
from cxmap.version import __version__

_FIRST = "dashboard"
"""The sort of page that comes first where the report is about the whole workspace."""

_BLANKS = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Markdown:
    """A report that is ready to be laid out.

    Attributes:
        brief: what it is about.
        own: folders of templates that stand before ours.
        sections: the sorts of page and sections that are asked for.
        single: all pages in one file.
    """

    brief: Brief
    own: Sequence[Path]
    sections: frozenset[str]
    single: bool = False
    first: ClassVar[str] = "README.md"  # hosts show a file of this name with its folder

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files of the report by name, one by one; one file where it is `single`.

        Raises:
            CxmapError: there is no page to show, or a template does not work.
        """
        if not self._stops:
            raise CxmapError("there is nothing to report on: no page has anything to show")
        try:
            if self.single:
                yield self.first, "\n".join(text for _, text in self._pages()).encode()
                return
            for file, text in self._pages():
                yield file, text.encode()
        except TemplateError as error:
            raise CxmapError(template_problem(error)) from None

    def _pages(self) -> Iterator[tuple[str, str]]:
        """The pages as file and text, the list of journeys first."""
        if not self._links.to(_FIRST):
            rows = journey_rows(self._studio)
            yield self.first, self._text("index.md", rows=rows)
        for page, stop in self._stops:
            view = page.build(self._studio, Here(stop, self._links, self.sections))
            yield stop.file, self._text(f"{page.name}.md", page=view, scope=stop.scope)

    @cached_property
    def _stops(self) -> tuple[tuple[Page, Stop], ...]:
        """The pages that there is a template in Markdown for, each once."""
        found: dict[tuple[str, str], tuple[Page, Stop]] = {}
        for page in pages():
            if page.name in self.sections and self._has(page.name):
                for stop in page.stops(self.brief):
                    file = f"{stop.file.removesuffix('.html')}.md"
                    made = replace(stop, file=self.first if page.name == _FIRST else file)
                    found.setdefault((stop.sort, stop.key), (page, made))
        return tuple(found.values())

    def _has(self, name: str) -> bool:
        try:
            self._environment.get_template(f"markdown/{name}.md")
        except TemplateNotFound:
            return False
        return True

    @cached_property
    def _links(self) -> Links:
        return Links({(s.sort, s.key): s for _, s in self._stops}, single=self.single)

    @cached_property
    def _studio(self) -> Studio:
        return Studio(self.brief, self._links, Marks(self.brief.workspace, self._links))

    @cached_property
    def _environment(self) -> Environment:
        return environment(self.own)

    @property
    def _home(self) -> str:
        """The address of the list of journeys; empty where it is a file and has no dashboard."""
        return self._links.to(_FIRST) or ("" if self.single else self.first)

    @property
    def _title(self) -> str:
        settings = self.brief.settings
        return settings.report.title or settings.organization or "Customer experience map"

    def _text(self, name: str, **values: object) -> str:
        template = self._environment.get_template(f"markdown/{name}")
        around = {
            "changes": self._links.to("changes"),
            "home": self._home,
            "moments": self._links.to("moments"),
            "made_on": long_date(self.brief.today),
            "single": self.single,
            "title": self._title,
            "version": __version__,
        }
        return _BLANKS.sub("\n\n", template.render(around | values)).strip() + "\n"
