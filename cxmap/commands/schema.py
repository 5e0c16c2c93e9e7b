"""`cxmap schema`: what files may hold, for editors and programs."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cxmap.errors import CxmapError

if TYPE_CHECKING:
    from cxmap.loading.discover import Place
    from cxmap.model.workspace import Workspace

OF = ("files", "settings", "findings", "changes", "report", "readings", "conformance")
"""What a schema can be had of: map files, `cxmap.yaml`, and what formats called JSON write."""


def schema(
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="A folder or file of the workspace.", show_default="."),
    ] = Path(),
    *,
    of: Annotated[
        str | None,
        typer.Option(
            "--of",
            metavar="|".join(OF),
            help="Map files, cxmap.yaml, or what `--format json` writes.",
            show_default=OF[0],
        ),
    ] = None,
    workspace: Annotated[
        bool,
        typer.Option("--workspace", help="Offer the ids of the workspace, which editors complete."),
    ] = False,
    write: Annotated[
        bool, typer.Option("--write", help="Write the files that editors read, below .vscode.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Exit with 1 if those files are not up to date.")
    ] = False,
) -> None:
    """Print the JSON Schema of map files, by which editors complete keys, choices and ids."""
    from cxmap.commands import _options
    from cxmap.loading.discover import locate

    if of is not None:
        _options.check_choice(of, OF, "--of")
    if write and check:
        raise CxmapError("--write and --check do not go together; name one of them")
    place = locate([path])
    known = _read(place) if workspace else None
    if not write and not check:
        typer.echo(_text(of or OF[0], known), nl=False)
        return
    texts = _editor_files(of, known)
    if write:
        _write(place.root, texts)
    else:
        _check(place, of, texts)


def _read(place: "Place") -> "Workspace":
    from cxmap.commands import _reading
    from cxmap.source.tree import Disk

    return _reading.read_workspace(place, Disk(place.root, place.only), None).workspace


def _text(of: str, known: "Workspace | None") -> str:
    from cxmap.output.as_json import dumps
    from cxmap.schema.changes import changes_schema
    from cxmap.schema.conformance import conformance_schema
    from cxmap.schema.files import files_schema, settings_schema
    from cxmap.schema.findings import findings_schema
    from cxmap.schema.readings import readings_schema
    from cxmap.schema.report import report_schema

    schemas = {
        "files": lambda: files_schema(known),
        "settings": settings_schema,
        "findings": findings_schema,
        "changes": changes_schema,
        "report": report_schema,
        "readings": readings_schema,
        "conformance": conformance_schema,
    }
    return dumps(schemas[of]()) + "\n"


def _editor_files(of: str | None, known: "Workspace | None") -> Mapping[str, str]:
    from cxmap.schema.editor import FILES, SETTINGS, editor_files

    names = {None: (FILES, SETTINGS), "files": (FILES,), "settings": (SETTINGS,)}
    if of not in names:
        raise CxmapError(f"editors read no schema of {of}; `cxmap schema --of {of}` prints it")
    texts = editor_files(known)
    return {name: texts[name] for name in names[of]}


def _write(root: Path, texts: Mapping[str, str]) -> None:
    """Write the files below a folder, each whole or not at all.

    Raises:
        CxmapError: a file cannot be written, or would be outside of the folder.
    """
    from cxmap.commands._writing import write_whole

    for name, text in texts.items():
        file = root / name
        if not file.parent.resolve().is_relative_to(root.resolve()):
            raise CxmapError(
                f"{file.parent} leads out of the workspace, so nothing is written there"
            )
        try:
            file.parent.mkdir(exist_ok=True)
        except OSError as error:
            raise CxmapError(f"{file.parent} cannot be made: {error.strerror}") from None
        write_whole(file, text)
        typer.echo(f"{name} written")


def _check(place: "Place", of: str | None, texts: Mapping[str, str]) -> None:
    """Say whether the files are as they would be written, with the ids of the workspace or without.

    `init` writes them with ids, so whoever does not say which they want gets both accepted.
    """
    written = {name: _read_text(place.root / name) for name in texts}
    stale = {name for name, text in texts.items() if written[name] != text}
    command = "cxmap schema --write"
    if stale:
        with suppress(CxmapError):  # without maps there are no ids
            with_ids = _editor_files(of, _read(place))
            command = "cxmap schema --workspace --write"
            stale = {name for name in stale if written[name] != with_ids[name]}
    for name in texts:
        told = f"not up to date: `{command}` writes it" if name in stale else "up to date"
        typer.echo(f"{name} is {told}")
    if stale:
        raise typer.Exit(1)


def _read_text(file: Path) -> str | None:
    """The text with plain line ends, which git may have changed; None where there is none."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
