"""Exporting the touchpoints of a map."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from cxmap.commands import _options
from cxmap.commands._reading import place_and_tree, read_workspace
from cxmap.commands._writing import refuse_maps, write_bytes
from cxmap.errors import CxmapError
from cxmap.words import count, did_you_mean, listed, slug

if TYPE_CHECKING:
    from cxmap.inventory.form import Form, Written
    from cxmap.inventory.inventory import Inventory
    from cxmap.model.journey import Journey
    from cxmap.model.workspace import Workspace

    Choices = Mapping[str, Sequence[str]]


class Wanted(NamedTuple):
    """Which map is wanted, and the workspace it is in."""

    journey: str | None
    state: str
    folder: Path | None
    jobs: int | None
    empty: bool


def run(wanted: Wanted, name: str | None, output: Path | None, *, force: bool) -> None:
    """Print a list, or write it to a file.

    Raises:
        CxmapError: there is no such map or format, or the file must not or cannot be written.
    """
    from cxmap.inventory import choosing
    from cxmap.inventory.form import Offered
    from cxmap.output.plain import plain

    _options.check_choice(wanted.state, ("current", "target"), "--state")
    form = choosing.form("csv" if name is None and output is None else name, _name_of(output))
    _refuse(form, output, force=force)
    inventory, choices = _blank(wanted) if wanted.empty else _map(wanted)
    _put(form.write(inventory, Offered(choices, wanted.empty)), output)
    rows = sum(len(stage.touchpoints) for stage in inventory.stages)
    what = f"{count(rows, 'touchpoint')} in {count(len(inventory.stages), 'stage')}"
    named = inventory.title or inventory.journey
    typer.echo("a blank form" if wanted.empty else f"{plain(named)}: {what}", err=True)


def _map(wanted: Wanted) -> "tuple[Inventory, Choices]":
    from cxmap.inventory.inventory import of_journey

    loaded = read_workspace(*place_and_tree([wanted.folder or Path()], None), wanted.jobs)
    journey = _find(loaded.workspace, wanted.journey, wanted.state)
    return of_journey(journey), _known(loaded.workspace)


def _blank(wanted: Wanted) -> "tuple[Inventory, Choices]":
    """A form without touchpoints; it offers what the workspace knows, where there is one."""
    from cxmap.inventory.inventory import Inventory
    from cxmap.loading.workspace import read

    name = wanted.journey or "Touchpoints"
    workspace = read(*place_and_tree([wanted.folder or Path()], None)).workspace
    return Inventory(journey=slug(name), title=name, state=wanted.state), _known(workspace)


def _known(workspace: "Workspace") -> "Choices":
    """The names that a form offers: ids, as maps refer to them."""
    known = {
        "who": (*workspace.teams.ids(), "customer"),
        "with": workspace.teams.ids(),
        "how": workspace.all_channels.ids(),
        "measures": workspace.metrics.ids(),
        "customers": workspace.customers.ids(),
    }
    return {key: names for key, names in known.items() if names}


def _name_of(output: Path | None) -> str | None:
    return None if output is None else output.name


def _refuse(form: "Form", output: Path | None, *, force: bool) -> None:
    """Stop where the file must not be written, before anything is read.

    Raises:
        CxmapError: there is one already, or it is called as maps are, or only a file will do.
    """
    if output is None:
        if not form.is_text and sys.stdout.isatty():
            raise CxmapError(f"a terminal cannot show {form.name}: name a file with `-o`")
        return
    refuse_maps(output)
    if output.exists() and not force:
        raise CxmapError(f"{output} exists already; say `--force` to replace it")


def _put(written: "Written", output: Path | None) -> None:
    from cxmap.output.plain import plain

    for note in written.notes:
        typer.echo(plain(note), err=True)
    if output is not None:
        write_bytes(output, written.data)
        return
    if sys.stdout.isatty():  # a map may come from a stranger: no escape sequence may pass
        shown = "".join(f"{plain(line)}\n" for line in written.data.decode().splitlines())
        sys.stdout.write(shown)
        sys.stdout.flush()
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(written.data)
    sys.stdout.buffer.flush()


def _find(workspace: "Workspace", name: str | None, state: str) -> "Journey":
    known = workspace.journey_ids
    if not known:
        raise CxmapError("there is no journey that can be read; `cxmap validate` says more")
    if name is None and len(known) > 1:
        raise CxmapError(f"there are several journeys, name one: {listed(known, 20)}")
    maps = workspace.maps_of(name or known[0])
    if not maps:
        guess = did_you_mean(name or "", known) or f", there are: {listed(known, 20)}"
        raise CxmapError(f"there is no journey `{name}`{guess}")
    for found in maps:
        if found.state == state:
            return found
    raise CxmapError(f"{maps[0].label} has no {state} map; say `--state {maps[0].state}`")
