"""What all tests share: golden files for whole outputs, and laws that no slow machine can fail."""

import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

Golden = Callable[[str, str], None]

settings.register_profile(
    "cxmap",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("cxmap")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update", action="store_true", help="rewrite golden files with what came out"
    )


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
