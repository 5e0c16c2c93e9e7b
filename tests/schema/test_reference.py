"""The reference page says what the program takes; `pytest --golden-update` writes it anew."""

from collections.abc import Callable

from cxmap.schema.reference import reference


def test_the_reference_page_is_up_to_date(golden: Callable[[str, str], None]) -> None:
    golden("../../docs/reference/format.md", reference())
