"""The reference page of the commands is made from the commands."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, get_type_hints

from typer.models import ArgumentInfo, OptionInfo

from cxmap import registry
from cxmap.cli import COMMANDS
from cxmap.output.cell import cell

TITLE = """# The commands

Made from the commands themselves: `cxmap COMMAND --help` says the same on a terminal.

Results go to standard output, everything else to standard error. The exit code is 0 where nothing is at or
above the threshold, 1 where something is, 2 where the command could not do its work, and 3 for a bug of ours.
`cxmap --install-completion` teaches your shell to complete commands, rules, formats and journeys.
"""


def test_the_page_says_what_the_commands_say(golden) -> None:
    golden("../../docs/reference/commands.md", "\n".join([TITLE, *_commands()]))


def _commands() -> Iterator[str]:
    for name in registry.names(COMMANDS):
        identifier = registry.identifier(name)
        yield from _command(name, getattr(import_module(f"{COMMANDS}.{identifier}"), identifier))


def _command(name: str, run: Callable[..., Any]) -> Iterator[str]:
    hints = get_type_hints(run, include_extras=True)
    asked = [
        (parameter, info)
        for parameter in inspect.signature(run).parameters.values()
        for info in getattr(hints[parameter.name], "__metadata__", ())
        if isinstance(info, OptionInfo | ArgumentInfo) and not info.hidden
    ]
    arguments = [_argument(p, info) for p, info in asked if isinstance(info, ArgumentInfo)]
    usage = " ".join(["cxmap", name, "[OPTIONS]", *arguments])
    yield f"## cxmap {name}\n\n{inspect.getdoc(run)}\n\n```text\n{usage}\n```\n"
    yield "| | | default |\n| --- | --- | --- |"
    yield from (_row(parameter, info) for parameter, info in asked)
    yield ""


def _argument(parameter: inspect.Parameter, info: ArgumentInfo) -> str:
    name = info.metavar or parameter.name.upper()
    several = "..." if "list" in str(parameter.annotation) else ""
    needed = parameter.default is inspect.Parameter.empty
    return f"{name}{several}" if needed else f"[{name}]{several}"


def _row(parameter: inspect.Parameter, info: OptionInfo | ArgumentInfo) -> str:
    # The first name stands where typer has the default when it is not used in Annotated.
    names = [name for name in (info.default, *(info.param_decls or ())) if isinstance(name, str)]
    written = info.metavar or parameter.name.upper()
    if isinstance(info, OptionInfo):
        written = " ".join([", ".join(names), info.metavar or ""])
    default = info.show_default if isinstance(info.show_default, str) else _default(parameter)
    return f"| {cell(f'`{written.strip()}`')} | {cell(info.help or '')} | {cell(default)} |"


def _default(parameter: inspect.Parameter) -> str:
    if parameter.default in {None, False, inspect.Parameter.empty}:
        return ""
    return "yes" if parameter.default is True else str(parameter.default)
