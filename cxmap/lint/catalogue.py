"""All rules there are for a workspace: built in, from installed packages, and its own."""

from collections.abc import Iterable, Iterator, Mapping

from cxmap import registry
from cxmap.lint.rule import Rule

_BUILT_IN = ("cxmap.lint.reading", "cxmap.lint.rules")


class Catalogue(Mapping[str, Rule]):
    """Rules by name; a rule is imported when it is looked up, a name is known without."""

    def __init__(self, *more: Iterable[Rule]) -> None:
        """The built-in rules, and more."""
        self._packages = {
            name: package for package in _BUILT_IN for name in registry.names(package)
        }
        self._more = {rule.name: rule for rules in more for rule in rules}

    def __getitem__(self, name: str) -> Rule:
        """The rule of that name."""
        if name in self._packages:
            return registry.load(self._packages[name], name, Rule)
        return self._more[name]

    def __iter__(self) -> Iterator[str]:
        """The names: what reading finds, then the gaps, then the rules from elsewhere."""
        yield from self._packages
        yield from self._more

    def __len__(self) -> int:
        """How many there are."""
        return len(self._packages) + len(self._more)

    def __contains__(self, name: object) -> bool:
        """Whether there is a rule of that name; imports nothing."""
        return name in self._packages or name in self._more


def reading() -> tuple[Rule, ...]:
    """The rules that `validate` goes by."""
    package = _BUILT_IN[0]
    return tuple(registry.load(package, name, Rule) for name in registry.names(package))
