"""What addresses and names of tables say, for engines of every kind."""

import csv
import re
from urllib.parse import unquote


def file_of(url: str) -> str:
    """The file in an address such as `sqlite:///path/to/file.sqlite`."""
    path = unquote(url.partition("://")[2])
    return path[1:] if re.match(r"/[A-Za-z]:", path) else path  # Windows: `/C:/path`


def parts_of(name: str) -> list[str]:
    """The parts of `schema.table`; one that has a dot in it stands in double quotes."""
    return next(csv.reader([name], delimiter="."), [])
