"""From a brief to the files of a report in Markdown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from jinja2 import Environment, TemplateError, TemplateNotFound
from markupsafe import Markup

from cxmap.errors import CxmapError
from cxmap.output.programme.markdown import FORMAT as PROGRAMME
from cxmap.output.results import Look
from cxmap.programme import steps
from cxmap.report.brief import Brief
from cxmap.report.markdown.environment import environment
from cxmap.report.page import Here, Links, Page, Stop
from cxmap.report.pages.journey import JourneyPage
from cxmap.report.render import pages, template_problem
from cxmap.report.say import long_date
from cxmap.report.studio import Studio
from cxmap.report.view.coverage import Strip
from cxmap.report.view.marks import Marks
from cxmap.version import __version__

_BLANKS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Row:
    """A map in the list of maps.

    Attributes:
        title: the journey's title.
        href: its page.
        target: it is how the journey is to become.
        draft: it is a first sketch.
        touchpoints: how many it has.
        coverage: one strip per question.
        errors, warnings, notes: how many gaps there are.
        late: how many of its actions are late.
    """

    title: str
    href: str
    target: bool
    draft: bool
    touchpoints: int
    coverage: tuple[Strip, ...]
    errors: int
    warnings: int
    notes: int
    late: int


@dataclass(frozen=True)
class Markdown:
    """A report that is ready to be laid out.

    Attributes:
        brief: what it is about.
        own: folders of templates that stand before ours.
        sections: the sorts of page and sections that are asked for.
        single: all pages in one file.
        whole: it is about the whole workspace, not about named journeys, one team or customer.
    """

    brief: Brief
    own: Sequence[Path]
    sections: frozenset[str]
    single: bool = False
    whole: bool = True
    first: ClassVar[str] = "README.md"  # hosts show a file of this name with its folder

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The files of the report by name, one by one; one file where it is `single`.

        Raises:
            CxmapError: there is no page to show, or a template does not work.
        """
        if not self._stops:
            raise CxmapError("there is nothing to report on: no page has anything to show")
        rows: list[Row] = []
        texts: list[str] = []
        try:
            for page, stop in self._stops:
                view = page.build(self._studio, Here(stop, self._links, self.sections))
                text = self._text(f"{page.name}.md", page=view, scope=stop.scope, index=self._home)
                if isinstance(view, JourneyPage):
                    rows.append(_row(view, self._links.to(stop.sort, stop.key)))
                if self.single:
                    texts.append(text)
                else:
                    yield stop.file, text.encode()
            yield self.first, "\n".join([self._index(rows), *texts]).encode()
        except TemplateError as error:
            raise CxmapError(template_problem(error)) from None

    @cached_property
    def _stops(self) -> tuple[tuple[Page, Stop], ...]:
        """The pages that there is a template in Markdown for, each once."""
        found: dict[tuple[str, str], tuple[Page, Stop]] = {}
        for page in pages():
            if page.name in self.sections and self._has(page.name):
                for stop in page.stops(self.brief):
                    file = f"{stop.file.removesuffix('.html')}.md"
                    found.setdefault((stop.sort, stop.key), (page, replace(stop, file=file)))
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
        """The address of the first page from the others."""
        return "" if self.single else self.first

    def _index(self, rows: Sequence[Row]) -> str:
        brief = self.brief
        strategy = brief.workspace.strategy
        settings = brief.settings
        programme = ""
        if self.whole:
            redesign = settings.lint.limits.redesign
            taken = steps(brief.workspace, brief.facts, brief.calendar, brief.today, redesign)
            programme = PROGRAMME.write(taken, Look())
        return self._text(
            "index.md",
            title=settings.report.title or settings.organization or "Customer experience map",
            intent=(strategy.intent if strategy else None) or "",
            leader=(strategy.leader if strategy else None) or "",
            sponsor=(strategy.sponsor if strategy else None) or "",
            rows=rows,
            programme=Markup(programme),  # noqa: S704 (its writer escapes what it writes)
        )

    def _text(self, name: str, **values: object) -> str:
        template = self._environment.get_template(f"markdown/{name}")
        made_on = long_date(self.brief.today)
        around = {"single": self.single, "made_on": made_on, "version": __version__}
        text = template.render(values, **around)
        return _BLANKS.sub("\n\n", text).strip() + "\n"


def _row(page: JourneyPage, href: str) -> Row:
    return Row(
        page.title,
        href,
        page.target,
        page.draft,
        page.touchpoints,
        page.coverage,
        page.findings.errors,
        page.findings.warnings,
        page.findings.notes,
        sum(action.state == "late" for action in page.actions),
    )
