"""Options that several commands share, and what they mean."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cxmap.commands import _completion
from cxmap.errors import CxmapError
from cxmap.words import did_you_mean

if TYPE_CHECKING:
    from cxmap.output.results import Look

CHANGES_FAIL_ON = ("never", "loss", "risk", "any")
"""From which level on changes make a run fail."""

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        help="Files or folders to report on; `-` is standard input.",
        metavar="PATHS",
        readable=False,  # what cannot be read is told in our words
        show_default=False,
    ),
]
Today = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="The date to go by.", show_default="today in UTC"),
]
Color = Annotated[str, typer.Option("--color", metavar="auto|always|never", help="Colours.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        min=1,
        max=64,
        help="Processes to read with.",
        show_default="as many as pay",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Check again what did not change.")]
StdinFilename = Annotated[
    str | None,
    typer.Option("--stdin-filename", metavar="FILE", help="The file that `-` stands for."),
]


def _format_option(on_a_terminal: str) -> Any:  # noqa: ANN401 (as typer's own)
    return typer.Option(
        "--format",
        metavar="FORMAT",
        help="How findings are shown.",
        show_default=f"{on_a_terminal}, or concise in a pipe",
        autocompletion=_completion.formats,
    )


FormatName = Annotated[str | None, _format_option("full")]
GroupedFormatName = Annotated[str | None, _format_option("grouped")]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FORMAT=FILE",
        help="Write findings to a file too; repeatable.",
        autocompletion=_completion.outputs,
    ),
]
Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="REV",
        help="Only what is new since a git revision; `main...` is where you left main.",
        show_default=False,
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="The gaps that are known and do not count.",
        show_default=".cxmap-baseline.json",
    ),
]
NoBaseline = Annotated[
    bool, typer.Option("--no-baseline", help="Count the known gaps all the same.")
]
MinCoverage = Annotated[
    list[str] | None,
    typer.Option(
        "--min-coverage",
        metavar="who=90,…",
        help="The least share of touchpoints that must answer, in percent.",
        show_default="as configured",
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="starter|standard|strict",
        help="How strict to be.",
        show_default="as configured",
        autocompletion=_completion.one_of("starter", "standard", "strict"),
    ),
]
FailOn = Annotated[
    str,
    typer.Option(
        "--fail-on",
        metavar="error|warning|info|never",
        autocompletion=_completion.one_of("error", "warning", "info", "never"),
        help="From which severity on to exit with 1.",
    ),
]
FailOnConfigured = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="error|warning|info|never",
        autocompletion=_completion.one_of("error", "warning", "info", "never"),
        help="From which severity on to exit with 1.",
        show_default="as configured, or error",
    ),
]

InWorkspace = Annotated[
    Path | None,
    typer.Argument(metavar="PATH", help="The workspace.", show_default="the one at hand"),
]
Grace = Annotated[
    int,
    typer.Option(
        "--grace",
        min=0,
        max=3_650,
        metavar="DAYS",
        help="Who was heard of no longer than this ago is under way, not gone.",
    ),
]
MinN = Annotated[
    int | None,
    typer.Option(
        "--min-n",
        min=1,
        max=1_000_000,
        metavar="NUMBER",
        help="Show nothing that rests on fewer people.",
        show_default="as configured, or 10",
    ),
]
Timeout = Annotated[
    str,
    typer.Option(
        "--timeout",
        metavar="DURATION",
        help="Stop and write nothing when reading the data takes longer, such as `90s`.",
    ),
]
AllowRemote = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-remote",
        metavar="PLACE",
        help="Read files from elsewhere too, such as s3://bucket/feedback/; repeatable.",
        show_default="what CXMAP_REMOTE says",
    ),
]
RemoteLimit = Annotated[
    str | None,
    typer.Option(
        "--remote-limit",
        metavar="SIZE",
        help="Copy no more than this from elsewhere.",
        show_default="10GB",
    ),
]
ExplainSql = Annotated[
    bool, typer.Option("--explain", help="Print the SQL that was asked, to standard error.")
]
Rejects = Annotated[
    Path | None,
    typer.Option("--rejects", metavar="FILE", help="Write which lines could not be used, and why."),
]


def read_today(text: str | None) -> date:
    """The date to go by.

    Raises:
        CxmapError: it is none.
    """
    if text is None:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CxmapError(f"`{text}` is not a date; write it as year-month-day") from None


def check_choice(value: str, choices: Sequence[str], option: str) -> str:
    """One of some words.

    Raises:
        CxmapError: it is none of them; the text names the nearest.
    """
    if value not in choices:
        guess = did_you_mean(value, choices)
        guess = guess or ","
        raise CxmapError(f"{option} `{value}` is unknown{guess} choose from {', '.join(choices)}")
    return value


def look(color: str, *, most: int | None = None) -> "Look":
    """How text may look on standard output."""
    import shutil

    from cxmap.output.results import Look

    check_choice(color, ("auto", "always", "never"), "--color")
    terminal = sys.stdout.isatty()
    wanted = terminal and os.environ.get("TERM") != "dumb"
    if os.environ.get("NO_COLOR"):
        wanted = False
    elif os.environ.get("FORCE_COLOR"):
        wanted = True
    if color != "auto":
        wanted = color == "always"
    size = shutil.get_terminal_size((80, 24))
    return Look(
        color=wanted,
        width=max(40, size.columns) if terminal else None,
        height=size.lines if terminal else None,
        unicode=(sys.stdout.encoding or "").lower().replace("-", "").startswith("utf"),
        most=most,
    )
