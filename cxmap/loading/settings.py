"""The settings of a workspace: `cxmap.yaml`."""

from typing import Annotated, Literal, Self

from pydantic import Field, PlainValidator, model_validator

from cxmap.loading.tables import (
    Conditions,
    Floors,
    Glob,
    Globs,
    Headers,
    Levels,
    Options,
    Severities,
    TwoCounts,
)
from cxmap.model.fields import Day, Id, Lasting, Text, YesNo, listed, needed, said, usually
from cxmap.model.file import Version
from cxmap.model.numbers import Whole
from cxmap.model.part import Part, also
from cxmap.model.refused import bad_value
from cxmap.timing.calendar import Calendar
from cxmap.timing.settings import make_calendar


class CalendarSettings(Part):
    """Which days and hours are worked."""

    KIND = "calendar"

    country: Text | None = said("two letters, for its public holidays, such as CA")
    subdivision: Text | None = said("a part of the country, such as BC")
    weekend: tuple[Text, ...] | None = said("days that are not worked; [sat, sun] by default")
    holidays: tuple[Day, ...] = listed("further days that are not worked")
    hours: tuple[Text, ...] = listed('business hours, ["09:00", "17:00"] by default')
    timezone: Text | None = said("such as America/Vancouver; UTC by default")

    @model_validator(mode="after")
    def _sound(self) -> Self:
        try:
            self.calendar()
        except ValueError as error:
            raise bad_value(str(error)) from None
        return self

    def calendar(self) -> Calendar:
        """The calendar to count with.

        Raises:
            ValueError: a setting means nothing.
        """
        return make_calendar(
            weekend=self.weekend if self.weekend is not None else ("sat", "sun"),
            holidays=self.holidays,
            country=self.country or "",
            subdivision=self.subdivision or "",
            hours=self.hours or ("09:00", "17:00"),
            timezone=self.timezone or "UTC",
        )


class Limits(Part):
    """Numbers that several rules go by."""

    KIND = "limits"

    moments_of_truth: TwoCounts = Field(
        (10, 20), description="how many moments of truth a customer has, least and most"
    )
    stale_after: Lasting | None = said("how long a map is good without being confirmed")
    reading_after: Lasting | None = said("how long a reading is fresh")
    redesign: Lasting | None = said("how long an action may take; 20 business days by default")


class CustomRule(Part):
    """A rule of the workspace's own, without code."""

    KIND = "rule"
    ALSO = also(
        {"id": "name rule", "subject": "on of", "require": "requires must", "why": "reason"}
    )

    id: Id = needed("its name, such as letter-shows-itself")
    subject: Literal[
        "journey",
        "stage",
        "touchpoint",
        "customer",
        "team",
        "channel",
        "metric",
        "listening",
        "action",
        "strategy",
    ] = needed("what it is asked about")
    where: Conditions | None = said("which of them it is asked about; all by default")
    require: Conditions = needed("what must be true of them")
    severity: Literal["error", "warning", "info"] = usually("warning", "how bad a gap is")
    message: Text = needed("what is wrong; `{name}` stands for the item's name")
    why: Text | None = said("why a customer cares")
    hint: Text | None = said("what to write")
    bad: Text | None = said("a file that the rule speaks of")
    good: Text | None = said("the same without the gap")

    @classmethod
    def example(cls) -> str:
        """How a rule begins."""
        return "id: letter-shows-itself"


class LintSettings(Part):
    """What `lint` looks for, and how strict it is."""

    KIND = "lint settings"

    profile: Literal["starter", "standard", "strict"] = usually(
        "standard", "how strict to be: each holds the rules of the ones before it"
    )
    ignore: tuple[Text, ...] = listed("rules that are off")
    severity: Severities = Field({}, description="rules with another severity")
    fail_on: Literal["error", "warning", "info", "never"] = usually(
        "error", "from which severity on a check fails"
    )
    per_file: Globs = Field({}, description="rules that are off in some files")
    options: Options = Field({}, description="options of rules")
    custom: tuple[CustomRule, ...] = listed("rules of your own, without code")
    ratchet: YesNo = Field(default=False, description="with --against: coverage may not drop")
    limits: Limits = Field(Limits.model_construct(), description="numbers that rules go by")
    coverage: Floors = Field(
        {}, description="the least share of touchpoints that must answer, in percent"
    )


class ReportSettings(Part):
    """How pages look."""

    KIND = "report settings"

    title: Text | None = said("the title of the pages")
    accent: Text | None = said("the colour of the pages, such as #0b6bcb in quotes")
    logo: Text | None = said("a picture, relative to the workspace")
    templates: Text | None = said("a folder of templates that stand before the built-in ones")


class DiffSettings(Part):
    """What weighs how much in a comparison."""

    KIND = "diff settings"

    levels: Levels = Field(
        {}, description="kinds of change with another level: loss, risk, gain or note"
    )
    accepted: Text | None = said("the file of accepted losses, relative to the workspace")


class ImportSettings(Part):
    """What the lists are like that touchpoints come from."""

    KIND = "import settings"

    columns: Headers = Field(
        {}, description="what your lists call their columns: `{who: [Squad, Tribe]}`"
    )


class EngineSettings(Part):
    """A cluster or database that `measure` may use."""

    KIND = "engine"
    NAMED_BY = ("name",)

    id: Id = needed("what data sources point at")
    name: Text | None = said("the name people use")
    url: Text = needed("exactly one `${NAME}` of an environment variable that holds the address")

    @model_validator(mode="after")
    def _no_secret(self) -> Self:
        inner = self.url.removeprefix("${").removesuffix("}")
        if self.url != f"${{{inner}}}" or not inner.isidentifier():
            message = "an engine's address may hold a password and never stands in a file"
            hint = "write `${NAME}` and set NAME in the environment"
            raise bad_value(message, hint=hint, route=("url",))
        return self


class PrivacySettings(Part):
    """How few answers are too few to be shown."""

    KIND = "privacy settings"

    min_n: Annotated[int, PlainValidator(Whole(1, 1_000_000))] = Field(
        10, description="under this many answers no figure is shown"
    )


class Settings(Part):
    """What `cxmap.yaml` says."""

    KIND = "workspace"

    cxmap: Version | None = said("the version of the file format, 1")
    organization: Text | None = said("the company's name")
    exclude: tuple[Glob, ...] = listed("files and folders to leave out")
    language: Text | None = said("the language of the maps, such as en")
    currency: Text | None = said("the currency of costs, such as CAD")
    calendar: CalendarSettings = Field(
        CalendarSettings.model_construct(), description="which days and hours are worked"
    )
    lint: LintSettings = Field(LintSettings.model_construct(), description="what lint looks for")
    report: ReportSettings = Field(ReportSettings.model_construct(), description="how pages look")
    diff: DiffSettings = Field(DiffSettings.model_construct(), description="what weighs how much")
    import_: ImportSettings = Field(
        ImportSettings.model_construct(),
        description="what your lists of touchpoints are like",
        alias="import",
    )
    engines: tuple[EngineSettings, ...] = listed("clusters and databases that `measure` may use")
    privacy: PrivacySettings = Field(
        PrivacySettings.model_construct(), description="how few answers are too few"
    )

    @classmethod
    def example(cls) -> str:
        """How the settings begin."""
        return "cxmap: 1"
