"""The JSON Schema of map files and of `cxmap.yaml`, made from the models that read them."""

from dataclasses import replace

from cxmap.loading.settings import Settings
from cxmap.model.file import MapFile
from cxmap.model.journey import BESIDE, Journey
from cxmap.model.part import Part
from cxmap.model.workspace import Workspace
from cxmap.schema.keys import keys_of, parts_within
from cxmap.schema.known import Known, known_ids
from cxmap.schema.shapes import (
    DRAFT,
    EMPTY,
    SHARED,
    Schema,
    key_schema,
    known_name,
    part_name,
    part_schema,
    words,
)


def files_schema(workspace: Workspace | None = None) -> Schema:
    """The schema of a map file: a journey, or any of the sections.

    Args:
        workspace: where ids to offer come from; None for none but the built-in channels.
    """
    known = known_ids(workspace or Workspace())
    return {
        "$schema": DRAFT,
        "description": "A file of a customer experience map: a journey, or any of the sections",
        "type": "object",
        "if": {"required": ["journey"], "properties": {"journey": {"not": EMPTY}}},
        "then": {"$ref": "#/$defs/journey-file"},
        "else": {"$ref": "#/$defs/library-file"},
        "$defs": _definitions(MapFile, known) | _kinds_of_file(known),
    }


def settings_schema() -> Schema:
    """The schema of `cxmap.yaml`."""
    return {"$schema": DRAFT, **part_schema(Settings, ()), "$defs": _definitions(Settings, {})}


def _kinds_of_file(known: Known) -> dict[str, Schema]:
    """In a journey's file the journey's keys stand at the top, beside other sections."""
    journey, library = part_schema(Journey, known), part_schema(MapFile, known)
    sections = library["properties"]
    sections["journey"] = key_schema(replace(keys_of(Journey)[0], needed=False), known)
    journey["properties"] |= {key: sections[key] for key in BESIDE}
    return {"journey-file": journey, "library-file": library}


def _definitions(top: type[Part], known: Known) -> dict[str, Schema]:
    parts = [part for part in parts_within(top) if part not in {top, Journey}]
    return {
        **SHARED,
        **{known_name(kind): words(ids, ids.values()) for kind, ids in known.items()},
        **{part_name(part): part_schema(part, known) for part in parts},
    }
