"""What every page has around it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of the site's navigation: the words, the address, the sorts of page it is for."""

    words: str
    href: str
    sorts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Site:
    """What every page has around it.

    Attributes:
        title: of all pages, such as "Northwind Payroll, customer experience".
        organization: the company's name.
        language: of the maps, for `lang`.
        home: the address of the first page.
        logo: the address of the logo, or nothing.
        ways: the navigation.
        made_on: the date the pages go by.
        version: the version of cxmap.
        single: all pages stand in one file.
        style: the style sheet where it stands in the page, else nothing.
        script: the script likewise.
        policy: the content security policy: what a page may load and run.
    """

    title: str
    organization: str
    language: str
    home: str
    logo: str
    ways: tuple[Way, ...]
    made_on: str
    version: str
    single: bool
    style: str
    script: str
    policy: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as the document sees it.

    Attributes:
        sort: the sort of page.
        scope: its anchor where all pages stand in one file.
        title: its title.
        template: the file that lays it out.
        page: its view.
    """

    sort: str
    scope: str
    title: str
    template: str
    page: object
