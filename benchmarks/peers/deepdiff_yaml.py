"""Compare the YAML files of two folders with DeepDiff, and print which differ and where."""

import sys
from pathlib import Path

import yaml
from deepdiff import DeepDiff

before, after = (Path(argument) for argument in sys.argv[1:])
for path in sorted({f.relative_to(root) for root in (before, after) for f in root.rglob("*.yaml")}):
    one, other = (
        yaml.load((root / path).read_bytes(), yaml.CSafeLoader) if (root / path).exists() else None
        for root in (before, after)
    )
    if found := DeepDiff(one, other):
        print(path, found.pretty())
