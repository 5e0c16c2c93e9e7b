"""Check the files named with jsonschema-rs: the script somebody in a hurry would write."""

import json
import sys
from pathlib import Path

import jsonschema_rs
import yaml

schema, *paths = sys.argv[1:]
validator = jsonschema_rs.validator_for(json.loads(Path(schema).read_text(encoding="utf-8")))
failed = False
for path in paths:
    data = yaml.load(Path(path).read_bytes(), yaml.CSafeLoader)
    for error in validator.iter_errors(data):
        print(f"{path}: {error.message}")
        failed = True
sys.exit(failed)
