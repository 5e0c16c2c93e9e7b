"""The page about templates says what templates see."""

from collections.abc import Callable

from cxmap.report.reference import reference


def test_the_page_about_templates_is_printed_from_the_views(
    golden: Callable[[str, str], None],
) -> None:
    golden("../../docs/reference/templates.md", reference())


def test_every_field_of_every_view_is_explained() -> None:
    empty = [
        line
        for line in reference().splitlines()
        if line.startswith("| `") and line.endswith("|  |")
    ]
    assert empty == []
