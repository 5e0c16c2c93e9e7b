"""What a rule is, and how one is written."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from cxmap.about import About, Page, read_page
from cxmap.finding import Fix, Related, Severity
from cxmap.lint.option import Option
from cxmap.lint.origins import named
from cxmap.loading.settings import Settings
from cxmap.model.data_file import DataFiles
from cxmap.model.journey import Journey, Stage
from cxmap.model.part import Part
from cxmap.model.touchpoint import Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.profile import Profile
from cxmap.source.span import Span
from cxmap.timing.calendar import Calendar

if TYPE_CHECKING:
    from cxmap.facts import Facts


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a rule found missing.

    Attributes:
        message: one line in plain words that names the item as customers know it, no full stop.
        span: where it stands; None for the subject's name.
        field: the key that it is about, where it is about one.
        label: a few words to print under the place.
        hint: what to write, where that is more than the rule's own hint.
        severity: another than the rule's default, where this one is milder or worse.
        about: the item it speaks of, where that is not the subject: a rule about the whole
            workspace or journey may speak of one of its parts.
        related: other places that explain it.
        value: the value it is about.
        fix: how a program can mend it.
    """

    message: str
    span: Span | None = None
    field: str = ""
    label: str = ""
    hint: str = ""
    severity: Severity | None = None
    about: Part | None = None
    related: tuple[Related, ...] = ()
    value: str = ""
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside its subject.

    Attributes:
        workspace: everything that was read.
        facts: what follows from it.
        settings: the workspace's settings, with the limits that several rules go by.
        calendar: which days are worked.
        today: the date to go by; rules never ask for the time.
        profile: how strict this run is.
        journey: the map the subject stands in, or None outside maps.
        stage: the stage a touchpoint stands in, or None.
        files: what lies open of the files of feedback data; nothing where nobody looked.
    """

    workspace: Workspace
    facts: "Facts"
    settings: Settings
    calendar: Calendar
    today: date
    profile: Profile
    journey: Journey | None = None
    stage: Stage | None = None
    files: DataFiles = field(default_factory=dict)

    @property
    def kind_of_map(self) -> tuple[str, str]:
        """The state and the status of the map, nothing outside maps."""
        return (self.journey.state, self.journey.status) if self.journey else ("", "")

    def home(self) -> tuple[Journey, Stage]:
        """The map and the stage that a touchpoint stands in."""
        if self.journey is None or self.stage is None:
            raise LookupError("only a touchpoint has a home")
        return self.journey, self.stage


Check = Callable[..., Iterator[Gap]]
OWN = "cxmap.yaml"
"""Where the rules come from that a workspace has written for itself."""

Subject = type[Part] | type[Workspace]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it is about, how bad a gap is, and the check.

    Attributes:
        name: the only identifier, which never changes meaning.
        subjects: what it is asked about: kinds of part, or the workspace; nothing where reading
            itself finds it.
        severity: how bad a gap is by default.
        profile: the lowest profile in which it is on.
        hint: what to do.
        source: where in the founding articles it comes from.
        clock: it depends on the date: a warning at most, and never new in a change that does not
            touch the item.
        current_only: it is asked of current maps only.
        page: what `explain` shows.
        check: yields the gaps of one subject.
        options: its options by name.
        origin: where it comes from: `OWN`, a package, or empty for what cxmap brings along.
    """

    name: str
    subjects: tuple[Subject, ...]
    severity: Severity
    profile: Profile
    hint: str
    source: str
    clock: bool
    current_only: bool
    page: Page
    check: Check
    options: Mapping[str, Option] = field(default_factory=dict)
    origin: str = ""

    @property
    def about(self) -> About:
        """The same in short."""
        return About(self.name, self.page.finds, self.page.why, self.source, self.severity)

    @property
    def always(self) -> bool:
        """Whether it cannot be turned off: without it nothing else can be judged."""
        return not self.subjects and self.severity is Severity.ERROR


def rule(
    *subjects: Subject,
    severity: Severity,
    profile: Profile = Profile.STANDARD,
    hint: str = "",
    source: str = "",
    clock: bool = False,
    current_only: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a function that yields gaps; the function's name is the rule's name.

    It is asked about every part of the kinds named, most often of one.
    The docstring is the rule's page: a sentence; a paragraph on why a customer cares; perhaps more
    of them on what counts and what does not; `Bad:` and `Good:` with whole files as samples.
    Keyword-only parameters are the rule's options; `Annotated` says in words what each is for.
    """

    def make(check: Check) -> Rule:
        parameters = inspect.signature(check).parameters.values()
        options = {
            p.name: Option.of(p.annotation, p.default)
            for p in parameters
            if p.kind is p.KEYWORD_ONLY
        }
        return Rule(
            check.__name__.replace("_", "-"),
            subjects,
            severity,
            profile,
            hint,
            named(source),
            clock,
            current_only,
            read_page(check.__doc__ or ""),
            check,
            options,
        )

    return make


def reading_rule(module: str, page: str | None, severity: Severity) -> Rule:
    """The page of a rule that reading goes by; its name is the module's, its text the docstring."""
    return Rule(
        module.rpartition(".")[2].replace("_", "-"),
        (),
        severity,
        Profile.STARTER,
        hint="",
        source="",
        clock=False,
        current_only=False,
        page=read_page(page or ""),
        check=_found_by_reading,
    )


def _found_by_reading(*_: object) -> Iterator[Gap]:
    return iter(())


SUBJECTS_IN_MAPS = (Journey, Stage, Touchpoint)
"""Subjects that stand in a map; all others are asked once a workspace."""
