"""The browser at hand, which prints pages to PDF."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from cxmap.errors import CxmapError

_NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    *("chrome", "microsoft-edge", "msedge"),
)
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_QUIET = (
    *("--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-quic", "--disable-extensions"),
)
_PATIENCE = 300  # seconds that printing a large report may take


def find() -> str:
    """The program of a Chromium or Chrome: what `CXMAP_BROWSER` names, else one that is installed.

    Raises:
        CxmapError: there is none.
    """
    named = os.environ.get("CXMAP_BROWSER")
    for name in (named,) if named else _NAMES:
        found = shutil.which(name)
        if found:
            return found
    for place in () if named else _PLACES:
        if Path(place).exists():
            return place
    if named:
        raise CxmapError(f"there is no browser `{named}`, which CXMAP_BROWSER names")
    raise CxmapError(
        "a PDF is printed by Chromium or Chrome, and none is installed here;"
        " install one, name it in CXMAP_BROWSER, or write HTML and print that"
    )


def print_pdf(page: Path, pdf: Path, profile: Path) -> None:
    """Print a page from disk to a PDF.

    Args:
        page: the page, one file.
        pdf: where to write.
        profile: an empty folder for the browser's own files.

    Raises:
        CxmapError: there is no browser, or it could not print.
    """
    # The browser cannot build its sandbox as root, as builds in containers run; the page is ours,
    # runs only our own script and may load nothing.
    root = ["--no-sandbox"] if sys.platform != "win32" and os.geteuid() == 0 else []
    command = [
        find(),
        *_QUIET,
        *root,
        f"--user-data-dir={profile}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={pdf}",
        page.as_uri(),
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise CxmapError(f"the browser printed nothing within {_PATIENCE} seconds") from None
    except OSError as error:
        raise CxmapError(f"the browser {command[0]} does not start: {error.strerror}") from None
    if done.returncode or not pdf.exists():
        raise CxmapError(f"the browser {command[0]} could not print the report")
