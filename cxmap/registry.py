"""Find what a folder offers: every output format, rule or section is one module in a folder."""

from functools import cache
from importlib import import_module
from keyword import iskeyword
from pkgutil import iter_modules
from typing import Protocol, TypeVar

from cxmap.errors import CxmapError


class Named(Protocol):
    """Anything with a name to look it up by."""

    @property
    def name(self) -> str:
        """The name that users write."""


Item = TypeVar("Item", bound=Named)


def names(package: str) -> tuple[str, ...]:
    """The names a folder offers, sorted, without importing any of its modules."""
    return _names(package)


@cache
def _names(package: str) -> tuple[str, ...]:
    found = iter_modules(import_module(package).__path__)
    public = (m.name.rstrip("_") for m in found if not m.name.startswith("_"))
    return tuple(sorted(name.replace("_", "-") for name in public))


def identifier(name: str) -> str:
    """How a name is written in Python: `import`, which is a word of Python itself, is `import_`."""
    plain = name.replace("-", "_")
    return f"{plain}_" if iskeyword(plain) else plain


def load(package: str | tuple[str, ...], name: str, kind: type[Item]) -> Item:
    """Import the one module that is called `name` and return what it offers.

    Args:
        package: the folder to look in, or several.
        name: the name that users write.
        kind: what it offers.

    Raises:
        CxmapError: no folder has such a module; the text names the nearest one.
    """
    packages = (package,) if isinstance(package, str) else package
    found = next((p for p in packages if name in _names(p)), None)
    if found is None:
        from cxmap.words import did_you_mean

        known = sorted(one for p in packages for one in _names(p))
        what = kind.__name__.lower()
        guess = did_you_mean(name, known) or ","
        raise CxmapError(f"there is no {what} `{name}`{guess} choose from {', '.join(known)}")
    for value in _offers(found, name):
        if isinstance(value, kind):
            return value
    raise LookupError(f"{found} offers no {kind.__name__} called {name}")


@cache
def _offers(package: str, name: str) -> tuple[object, ...]:
    """What a module has that goes by the module's name."""
    module = import_module(f"{package}.{identifier(name)}")
    return tuple(v for v in vars(module).values() if getattr(v, "name", None) == name)
