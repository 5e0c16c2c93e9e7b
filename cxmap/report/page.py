"""What a page is, and how pages find each other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from cxmap.report.brief import Brief
    from cxmap.report.studio import Studio


@dataclass(frozen=True, slots=True)
class Stop:
    """One page of a report, before it is built.

    Attributes:
        sort: the sort of page, such as `journey`: the name of its module in `pages`.
        key: which of its sort, such as the item path `onboarding@current`; empty where there is
            one only.
        file: the name of its file in a site.
        title: its title, as lists and search show it.
    """

    sort: str
    key: str
    file: str
    title: str

    @property
    def scope(self) -> str:
        """Its anchor where all pages stand in one file."""
        return self.file.rpartition(".")[0]


class Links:
    """Where every page of a report is found; pages that are not part of it have no address."""

    def __init__(
        self, stops: Mapping[tuple[str, str], Stop], *, single: bool = False, filters: bool = False
    ) -> None:
        self._stops = stops
        self.single = single
        self._filters = filters

    def to(self, sort: str, key: str = "", anchor: str = "") -> str:
        """The address of a page or of a place on it, relative to all others; empty for none.

        Args:
            sort: the sort of page.
            key: which of its sort.
            anchor: a place on it, such as `tp-welcome-letter`.
        """
        stop = self._stops.get((sort, key))
        if stop is None:
            return ""
        if self.single:
            return f"#{quote(self.anchor(stop, anchor) if anchor else stop.scope)}"
        return quote(stop.file) + (f"#{quote(anchor)}" if anchor else "")

    def filtered(self, href: str, query: str) -> str:
        """The address of a page with its filter set, such as to `team=sales`; where it has one."""
        return f"{href}#?{query}" if href and query and self._filters else href

    def anchor(self, stop: Stop, name: str) -> str:
        """The id of a place on a page: its own name, or one that no other page in the file has."""
        return f"{stop.scope}--{name}" if self.single else name


@dataclass(frozen=True, slots=True)
class Here:
    """The page that is being built: what its places are called, and how it gets elsewhere.

    Attributes:
        stop: the page.
        links: where all pages are.
        sections: the sections that are asked for.
    """

    stop: Stop
    links: Links
    sections: frozenset[str]

    def anchor(self, name: str) -> str:
        """The id of a place on this page."""
        return self.links.anchor(self.stop, name)

    def at(self, name: str) -> str:
        """The address of a place on this page, as seen from this page."""
        return f"#{quote(self.anchor(name))}"


@dataclass(frozen=True, slots=True)
class Page:
    """A sort of page: which there are, and how the view of each is built.

    Attributes:
        name: its name, which users include and exclude it by.
        template: the file that lays it out, beside `page.html`.
        sections: parts of it that users may include and exclude by name.
        stops: the pages of this sort that a report on a workspace has.
        build: the view of one of them.
    """

    name: str
    template: str
    sections: tuple[str, ...]
    stops: "Callable[[Brief], Iterator[Stop]]"
    build: "Callable[[Studio, Here], object]"
