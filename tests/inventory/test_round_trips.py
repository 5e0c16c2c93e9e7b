"""What goes out comes back: every form, with texts of every sort."""

from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from cxmap.inventory import cells, choosing
from cxmap.inventory.assembling import assemble
from cxmap.inventory.formulas import guarded, unguarded
from cxmap.inventory.inventory import of_journey
from cxmap.inventory.reading import Asked
from cxmap.inventory.table import to_table
from cxmap.loading.workspace import load

from .inventories import inventories, text

ROOT = Path(__file__).parents[2]
MAPS = sorted(path.parent.parent for path in ROOT.glob("tests/cases/maps/*/journeys/*.yaml"))
JOURNEYS = [
    pytest.param(journey, id=f"{folder.name}-{journey.id}-{journey.state}")
    for folder in (*MAPS, ROOT / "examples" / "payroll", ROOT / "examples" / "quickstart")
    for journey in load(folder).workspace.journeys
]
FULL = ["csv", "tsv", "xlsx", "json", "markdown"]


def there_and_back(inventory, form):
    form = choosing.form(form, None)
    reading = form.read(form.write(inventory).data, Asked("list"))
    assert reading.rejected == ()
    return assemble(reading, inventory.journey, inventory.title, inventory.state)


@pytest.mark.parametrize("form", FULL)
@settings(max_examples=40)
@given(inventory=inventories)
def test_an_inventory_comes_back_as_it_was(form, inventory):
    assert to_table(there_and_back(inventory, form)) == to_table(inventory)


@pytest.mark.parametrize("form", FULL)
@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_real_map_comes_back_as_it_was(form, journey):
    inventory = of_journey(journey)
    assert to_table(there_and_back(inventory, form)) == to_table(inventory)


@given(answer=text)
def test_a_text_in_a_cell_comes_back_whatever_it_looks_like(answer):
    assert cells.read("note", cells.write("note", answer)) == answer


@given(cell=text)
def test_what_is_guarded_comes_back_and_is_no_formula(cell):
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[0] not in "=@" and unguarded(cell) in {cell, cell[1:]}


@pytest.mark.parametrize("form", ["text", "mermaid"])
@given(inventory=inventories)
def test_what_a_short_form_says_comes_back_as_it_said_it(form, inventory):
    written = choosing.form(form, None).write(inventory).data
    # In a diagram a team called "I" or "Kunde" is the customer: that is what people write there.
    rows = (line.rpartition(b": ")[2].lower().split(b",") for line in written.splitlines())
    actors = {actor.strip() for row in rows for actor in row}
    assume(
        form == "text"
        or not actors & {b"me", b"i", b"user", b"customers", b"users", b"client", b"kunde"}
    )
    assert choosing.form(form, None).write(there_and_back(inventory, form)).data == written


@pytest.mark.parametrize("form", ["text", "mermaid"])
@pytest.mark.parametrize("journey", JOURNEYS)
def test_what_a_short_form_says_of_a_real_map_comes_back(form, journey):
    inventory = of_journey(journey)
    written = choosing.form(form, None).write(inventory).data
    assert choosing.form(form, None).write(there_and_back(inventory, form)).data == written
