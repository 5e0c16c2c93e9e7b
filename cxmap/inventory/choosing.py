"""Which form a file has: by the name that was given, else by the file's ending."""

from pathlib import PurePath

from cxmap import registry
from cxmap.errors import CxmapError
from cxmap.inventory.form import Form

PACKAGE = "cxmap.inventory.formats"


def names() -> tuple[str, ...]:
    """What the forms are called."""
    return registry.names(PACKAGE)


def form(name: str | None, file: str | None) -> Form:
    """The form of a file.

    Args:
        name: the name of the form, where a user gave it.
        file: the name of the file, where there is one.

    Raises:
        CxmapError: there is no such form, or the ending of the file tells none.
    """
    if name is not None:
        return registry.load(PACKAGE, name, Form)
    suffix = PurePath(file or "").suffix.lower()
    forms = [registry.load(PACKAGE, each, Form) for each in names()]
    for each in forms:
        if suffix in each.suffixes:
            return each
    told = f"`{suffix}` tells no format" if suffix else "its name tells no format"
    raise CxmapError(f"{file}: {told}; say `--format` and one of {', '.join(names())}")
