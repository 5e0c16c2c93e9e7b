"""Everything that has to be true before a commit: format, style, types, tests, coverage."""

import subprocess
import sys
from pathlib import Path

CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("pytest", "--cov", "--cov-report=term", "-n", "auto"),
)


def main() -> int:
    """Run every check, also after one has failed; 1 where any has."""
    root = Path(__file__).parent.parent
    failed = []
    for check in CHECKS:
        print("::", *check, flush=True)
        if subprocess.run([sys.executable, "-m", *check], cwd=root, check=False).returncode:
            failed.append(" ".join(check))
    for check in failed:
        print("failed:", check)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
