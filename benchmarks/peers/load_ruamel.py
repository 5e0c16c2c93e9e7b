"""Load every YAML file below the folder with ruamel.yaml, comments and places kept."""

import sys
from pathlib import Path

from ruamel.yaml import YAML

for path in sorted(Path(sys.argv[1]).rglob("*.yaml")):
    YAML(typ="rt").load(path.read_bytes())
