"""The host that a build runs on, as far as its environment tells."""

import os
from pathlib import Path

from cxmap.errors import CxmapError


def annotations() -> str:
    """The format that this host shows beside the lines of a change, else one line per finding.

    GitLab shows a file instead, which `-o gitlab=FILE` writes.
    """
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "concise"


def base() -> str | None:
    """The revision that a pull request is to be compared with; None where the build is for none."""
    target = os.environ.get("GITHUB_BASE_REF")
    if target:
        return f"origin/{target}..."
    return os.environ.get("CI_MERGE_REQUEST_DIFF_BASE_SHA") or None


def add_summary(text: str) -> None:
    """Add a text in Markdown to the summary of the step, where the host takes one.

    Raises:
        CxmapError: the file that the host names cannot be written.
    """
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if not summary:
        return
    try:
        # The file is the host's, and earlier commands of the same step may have written to it.
        with Path(summary).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise CxmapError(
            f"{summary}, the file for the step's summary, cannot be written: {error.strerror}"
        ) from None
