"""What all tests share: golden files for whole outputs, and laws that no slow machine can fail."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, Error, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")

PATIENCE = 120_000
"""Milliseconds after which a page that does not do what it should counts as broken."""

Golden = Callable[[str, str], None]

settings.register_profile(
    "cxmap",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("cxmap")
expect.set_options(timeout=PATIENCE)
# What a shell runs in the background ignores Ctrl-C, and so would every program that tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update", action="store_true", help="rewrite golden files with what came out"
    )
    parser.addoption(
        "--examples", type=int, help="try so many random examples of each law, not the usual ones"
    )


def pytest_configure(config: pytest.Config) -> None:
    most = config.getoption("--examples")
    if most:
        settings.register_profile(
            "random", settings.get_profile("cxmap"), max_examples=most, derandomize=False
        )
        settings.load_profile("random")


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def cxmap(tmp_path: Path) -> Run:
    """Run the command line in a process of its own, in `tmp_path` unless told, in a pipe."""

    def run(*arguments: str | Path, **options: Any) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "CXMAP_CACHE_DIR": str(tmp_path / "cache-of-cxmap")}
        environment |= {"PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUTF8": "1"}
        environment |= {"GITHUB_WORKSPACE": ""}  # tests that run on GitHub are no checkout of maps
        return subprocess.run(
            [sys.executable, "-m", "cxmap", *map(str, arguments)],
            check=False,
            capture_output=True,
            encoding="utf-8",
            env=environment | options.pop("env", {}),
            **{"cwd": tmp_path, "input": ""} | options,
        )

    return run


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text, byte by byte, with a file whose path is relative to the test's folder."""

    def compare(path: str, text: str) -> None:
        file = request.path.parent / path
        found = text.encode()
        if request.config.getoption("--golden-update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(found)
        expected = file.read_bytes()
        assert found == expected, f"{path} differs; `pytest --golden-update` rewrites it"

    return compare


class Repository:
    """A git repository for one test, untouched by how git is set up on the machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str) -> str:
        settings = ("-c", "user.name=Test", "-c", "user.email=test@example.com")
        command = ["git", *settings, "-c", "protocol.file.allow=always", *arguments]
        done = subprocess.run(
            command, cwd=self.folder, check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout.strip()

    def write(self, files: dict[str, str | None]) -> None:
        for path, text in files.items():
            file = self.folder / path
            if text is None:
                file.unlink()
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8", newline="")

    def commit(self, files: dict[str, str | None], message: str = "Change") -> str:
        """Write files, commit everything, and return the commit's id."""
        self.write(files)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty git repository in a folder of its own."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    return Repository(tmp_path / "repository")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; where none is there, tests are skipped, but fail where they are asked for."""
    with sync_playwright() as playwright:
        try:
            path = CHROMIUM if Path(CHROMIUM).exists() else None
            started = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        except Error as error:
            if os.environ.get("CXMAP_BROWSER_TESTS") or os.environ.get("CI"):
                raise
            pytest.skip(f"no Chromium here: {error.message.splitlines()[0]}")
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1440, "height": 900})
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()
