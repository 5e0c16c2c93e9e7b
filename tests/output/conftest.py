"""A small workspace and what a run could find in it, one finding of every sort."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cxmap.about import About
from cxmap.finding import Edit, Finding, Fix, Related, Severity, fingerprinted, in_order
from cxmap.fraction import Fraction
from cxmap.model.coverage import Breakdown
from cxmap.output.results import Checked, Results
from cxmap.source.span import Span

WORKSPACE = Path(__file__).parent / "workspace"
CURRENT = "journeys/onboarding.current.yaml"
SIGN = ("New customer onboarding", "I sign up")


COUNTS = {
    "what": Fraction(5, 5),
    "who": Fraction(4, 5),
    "how": Fraction(4, 5),
    "when": Fraction(2, 5),
    "measure": Fraction(0, 5),
    "voice": Fraction(0, 5),
}


def lines_of(path: str) -> list[str]:
    file = WORKSPACE / path
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []


def span(path: str, line: int, marked: str) -> Span:
    column = lines_of(path)[line - 1].index(marked) + 1
    return Span(path, line, column, line, column + len(marked))


def _findings() -> list[Finding]:
    error, warning, info = Severity
    misspelt = span(CURRENT, 12, "marketting")
    teams = Related(
        span("library.yaml", 5, "marketing"), "teams are declared here: marketing, sales"
    )
    return [
        Finding(
            "unknown-reference",
            error,
            "no team has the id `marketting`",
            misspelt,
            label="did you mean `marketing`?",
            item="onboarding@current/welcome-letter",
            field="who",
            value="marketting",
            trail=(*SIGN, "Welcome letter"),
            moment=True,
            importance=5,
            fix=Fix("write `marketing`", (Edit(misspelt, "marketing"),)),
            related=(teams,),
        ),
        Finding(
            "touchpoint-without-owner",
            error,
            'nobody owns "Kick-off call"',
            span(CURRENT, 15, "kickoff-call"),
            label="no `who` here",
            why="with no one team accountable, what customers say about this call is handed round"
            " and not fixed",
            hint="`who: <team>` (teams: marketing, sales)",
            item="onboarding@current/kickoff-call",
            field="who",
            trail=(*SIGN, "Kick-off call"),
        ),
        Finding(
            "vague-timeline",
            warning,
            "`soon` is no promise on a moment of truth",
            span(CURRENT, 14, "soon"),
            label="how soon?",
            why="a customer who was told nothing calls to ask",
            hint="say within which time, such as `within 2 business days`",
            item="onboarding@current/welcome-letter",
            field="when",
            trail=(*SIGN, "Welcome letter"),
            moment=True,
            importance=5,
        ),
        Finding(
            "vague-timeline",
            warning,
            "`asap` is no promise",
            span(CURRENT, 24, "asap"),
            why="a customer who was told nothing calls to ask",
            item="onboarding@current/greeting",
            field="when",
            trail=(SIGN[0], "I use it", "ようこそメール"),
        ),
        Finding(
            "pain-without-answer",
            warning,
            'nothing is planned for 2 pains of "Kick-off call"',
            Span(CURRENT, 18, 9, 21, 3),
            label="no opportunity and no action",
            item="onboarding@current/kickoff-call",
            field="pains",
            trail=(*SIGN, "Kick-off call"),
        ),
        Finding(
            "touchpoint-without-channel",
            warning,
            'nothing says how the customer meets "Thank you 🎉 from <b>@all</b> |'
            ' [us](https://example.com)"',
            span(CURRENT, 25, '"Thank you 🎉 from <b>@all</b> | [us](https://example.com)"'),
            label="no `how` here",
            hint="`how: <channel>`",
            item="onboarding@current/thanks",
            field="how",
            trail=(
                SIGN[0],
                "I use it",
                "Thank you 🎉 from <b>@all</b> | [us](https://example.com)",
            ),
        ),
        Finding(
            "journey-single-team",
            info,
            "one team alone carries this journey",
            span(CURRENT, 1, "onboarding"),
            hint="ask the other teams where they meet the customer",
            item="onboarding@current",
            trail=SIGN[:1],
        ),
        Finding(
            "touchpoint-lost",
            error,
            '"Kick-off call" is gone, and nothing says why',
            span("journeys/onboarding.target.yaml", 5, "sign"),
            hint="`retired: [{touchpoint: kickoff-call, why: …}]`",
            item="onboarding@target/kickoff-call",
            trail=(*SIGN, "Kick-off call"),
            related=(Related(span(CURRENT, 15, "kickoff-call"), "it was here"),),
        ),
        Finding(
            "stale-reading",
            warning,
            '"Welcome satisfaction" was last read in March',
            span("library.yaml", 8, "csat-welcome"),
            item="metric:csat-welcome",
            trail=("Welcome satisfaction",),
            clock=True,
        ),
        Finding(
            "customer-without-usage",
            warning,
            'nothing says how "First-time buyer" uses what we sell',
            span("library.yaml", 2, "new-buyer"),
            item="customer:new-buyer",
            field="uses",
            trail=("First-time buyer",),
            suppressed="agreed with research until spring",
        ),
        Finding(
            "yaml-syntax",
            error,
            "this is not UTF-8 text",
            Span("old/notes.yaml"),
            hint="save the file as UTF-8",
        ),
    ]


@pytest.fixture
def results() -> Results:
    """A run of `lint` with findings of every severity, accepted, unreadable and hostile ones."""
    abouts = (
        About(
            "touchpoint-without-owner",
            "A touchpoint that no team owns.",
            "What nobody owns nobody mends.",
            "S0",
            Severity.ERROR,
        ),
        About("vague-timeline", "A timeline that promises nothing."),
        About("no-intent", "A programme without an intent statement."),
    )
    return Results(
        command="lint",
        findings=tuple(fingerprinted(in_order(_findings()))),
        files=4,
        journeys=(
            Checked("onboarding@current", "New customer onboarding", CURRENT),
            Checked("onboarding@target", "New customer onboarding", CURRENT),
        ),
        touchpoints=5,
        coverage=Breakdown(
            COUNTS,
            {"onboarding@current": COUNTS},
            {"onboarding@current#sign": COUNTS},
            {"": COUNTS, "marketing": COUNTS},
        ),
        today=date(2026, 10, 9),
        rules=abouts,
        lines=lines_of,
    )


@pytest.fixture
def nothing(results: Results) -> Results:
    """The same run with nothing found."""
    return replace(results, findings=())


@pytest.fixture
def many(results: Results) -> Results:
    """A run that found 60 things: 30 warnings, 30 notes, and the error at their end."""
    model = next(f for f in results.findings if f.rule == "unknown-reference")
    found = [
        replace(
            model,
            rule=f"rule-{number % 3}",
            severity=Severity.INFO if number % 2 else Severity.WARNING,
            span=Span("a.yaml", number + 1, 1, number + 1, 2),
            item=f"metric:m{number}",
            moment=number == 40,
            importance=0,
        )
        for number in range(60)
    ]
    found.append(replace(model, span=Span("z.yaml", 99, 1, 99, 2), item="metric:z", moment=False))
    return replace(results, findings=tuple(fingerprinted(found)))
