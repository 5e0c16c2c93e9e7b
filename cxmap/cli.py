"""The command line as a whole, and the only place that turns errors into exit codes."""

import os
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, get_args

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup

from cxmap import registry, streams
from cxmap.errors import CxmapError
from cxmap.version import __version__

COMMANDS = "cxmap.commands"


class _Command(TyperCommand):
    """A command whose help does not say of which Python type its arguments are."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 (typer keeps the name to itself)
        """Its arguments and options."""
        params = super().get_params(ctx)
        for param in params:
            if isinstance(param, TyperArgument):
                vars(param)["display_type_rich"] = _no_type
        return _read_at_once(params)


class _Commands(TyperGroup):
    """All commands."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 (as above)
        """The options of the program itself."""
        return _read_at_once(super().get_params(ctx))


def _no_type(ctx: object) -> str:
    del ctx
    return ""


def _read_at_once(params: list[Any]) -> list[Any]:
    for param in params:
        if not param.required:
            vars(param)["process_value"] = partial(_as_written, param)
    return params


def _as_written(param: Any, ctx: Any, value: Any) -> Any:  # noqa: ANN401 (as above)
    """What an option was given: texts and paths as they are, the rest as typer reads it.

    Typer imports pydantic to read anything at all, which is a fifth of a run where nothing changed.
    """
    kind = getattr(getattr(param, "type_descriptor", None), "annotation", None)
    several = param.multiple or param.nargs != 1
    if kind in (list[str], list[Path]):
        value = tuple(map(get_args(kind)[0], value or ()))
    elif (value is not None or several) and not (kind is str and isinstance(value, str)):
        return type(param).process_value(param, ctx, value)
    return param.callback(ctx, param, value) if param.callback else value


app = typer.Typer(
    cls=_Commands,
    name="cxmap",
    help="Customer experience maps as plain YAML in git: checked, compared, measured and drawn.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:  # noqa: FBT001 (as typer calls it)
    if value:
        typer.echo(f"cxmap {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Say which version this is."
        ),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where in the program an error comes from.")
    ] = False,
) -> None:
    del version
    if debug:
        os.environ["CXMAP_DEBUG"] = "1"


for _name in registry.names(COMMANDS):
    _module = import_module(f"{COMMANDS}.{registry.identifier(_name)}")
    app.command(_name, cls=_Command)(getattr(_module, registry.identifier(_name)))


def run() -> None:
    """Run a command: 0 all is well, 1 findings, 2 it could not do its work, 3 a bug of ours."""
    try:
        app()
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # which typer ends with a 1 of its own
            streams.stop(end.__context__)
        streams.write()
        raise
    except CxmapError as error:
        _say(f"cxmap: {error}")
        sys.exit(2)
    except Exception as error:
        if isinstance(error, OSError) and streams.is_output(error):
            streams.stop(error)
        if isinstance(error, PermissionError) and error.filename:
            _say(f"cxmap: {error.filename}: permission denied")
            sys.exit(2)
        if os.environ.get("CXMAP_DEBUG"):
            raise
        _say(f"cxmap: this is a bug in cxmap ({type(error).__name__}); {_log()}")
        sys.exit(3)


def _log() -> str:
    """Write the traceback where the user can find it; return what to say about it."""
    import tempfile
    import traceback

    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="cxmap-", suffix=".log", delete=False, encoding="utf-8"
        ) as log:
            log.write(traceback.format_exc())
        return f"what happened is in {Path(log.name)}"
    except OSError:
        return "run again with --debug to see where"


def _say(line: str) -> None:
    from cxmap.output.plain import plain

    sys.stderr.write(plain(line) + "\n")  # it may quote what a stranger wrote
