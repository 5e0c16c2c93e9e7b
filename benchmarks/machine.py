"""What the figures were measured on: the machine and the versions of what raced."""

import json
import os
import platform
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from timing import clean_environment

NODE_PACKAGES = ("ajv-cli", "@stoplight/spectral-cli")
_ASK = """
import importlib.metadata, platform, sys
print(platform.python_implementation(), platform.python_version())
for name in sys.argv[1:]:
    try:
        print(name, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        pass
"""


def machine() -> str:
    """Processor, cores, system, and how busy it is."""
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    system = f"{platform.system()} {platform.machine()}"
    return f"{_processor()}, {os.cpu_count()} cores, {system}, load before the start {busy}"


def python_versions(python: str | Path, packages: Sequence[str]) -> list[str]:
    """The version of a Python and of those packages that it has; nothing where there is none."""
    if not Path(python).exists():
        return []
    command = [str(python), "-c", _ASK, *packages]
    asked = subprocess.run(
        command, env=clean_environment(), capture_output=True, text=True, check=True
    )
    return asked.stdout.splitlines()


def node_versions(place: Path) -> Iterator[str]:
    """The versions of the Node tools that are installed below `place`."""
    for name in NODE_PACKAGES:
        package = place / "node_modules" / name / "package.json"
        if package.exists():
            yield f"{name} {json.loads(package.read_text(encoding='utf-8'))['version']}"


def _processor() -> str:
    """The processor's name; on Linux `platform` does not know it."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text(encoding="utf-8").splitlines() if about.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()
