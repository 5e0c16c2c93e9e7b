"""`cxmap init`: a workspace to start from, complete enough to pass every check."""

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from functools import partial
from os.path import lexists
from pathlib import Path
from typing import Annotated

import typer

from cxmap.commands._options import Today, check_choice, read_today
from cxmap.commands._writing import write_whole
from cxmap.errors import CxmapError
from cxmap.resources import templates
from cxmap.words import count, listed

TEMPLATES = ("onboarding", "support", "public-service", "empty")
HOSTS = ("github", "gitlab", "none")

BLANK = re.compile("__(organization|today|journey)__")
NOT_ON_A_LINE = re.compile(  # what YAML does not allow in a file, and all that breaks a line
    r"[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to make it.", show_default="here")
    ] = Path(),
    *,
    template: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(TEMPLATES), help="Example to start from.", show_default=TEMPLATES[0]
        ),
    ] = None,
    ci: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(HOSTS), help="Who checks every change.", show_default=HOSTS[0]
        ),
    ] = None,
    organization: Annotated[
        str | None, typer.Option(metavar="NAME", help="What your organization is called.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing, take the defaults.")] = False,
    today: Today = None,
) -> None:
    """Make a workspace to start from: an example map and all that belongs to it.

    On a terminal it asks a few questions. It never overwrites a file.
    """
    asks = not yes and sys.stdin.isatty() and sys.stdout.isatty()
    if asks:
        _refuse_taken(folder, ["cxmap.yaml"])
    name = _settle(
        organization, "What is your organization called?", "Our organization", _line, asks=asks
    )
    example = _settle(
        template,
        f"Which example is closest to your work: {', '.join(TEMPLATES)}?",
        TEMPLATES[0],
        partial(check_choice, choices=TEMPLATES, option="--template"),
        asks=asks,
    )
    host = _settle(
        ci,
        f"Where should every change be checked: {', '.join(HOSTS)}?",
        HOSTS[0],
        partial(check_choice, choices=HOSTS, option="--ci"),
        asks=asks,
    )

    files = _files(example, host, organization=name, today=read_today(today).isoformat())
    files = dict(sorted({**files, **_schemas(folder, files)}.items()))
    _refuse_taken(folder, files)
    _write(folder, files)
    typer.echo("\n".join(files))
    typer.echo(f"\n{count(len(files), 'file')} written. Next, in that folder:")
    journey = _journey(files)
    for command, use in (
        ("cxmap validate", "does everything hang together"),
        (f"cxmap show {journey}", "the map, with the gaps marked in place"),
        ("cxmap report --open", "the same as pages, to print and to pass on"),
    ):
        typer.echo(f"  {command:<27} {use}")


def _settle(
    given: str | None, question: str, default: str, check: Callable[[str], str], *, asks: bool
) -> str:
    """The answer given on the command line, else the one typed, else the default; checked."""

    def typed(answer: str) -> str:
        try:
            return check(answer)
        except CxmapError as problem:
            raise typer.BadParameter(str(problem)) from problem  # the prompt says so and asks again

    if given is None and asks:
        return str(typer.prompt(question, default, value_proc=typed, prompt_suffix=" ", err=True))
    return check(default if given is None else given)


def _line(name: str) -> str:
    """The name without outer spaces, where a line of YAML can hold it."""
    name = name.strip()
    if not name or NOT_ON_A_LINE.search(name):
        message = "the name of the organization must be one line of ordinary characters"
        raise CxmapError(message)
    return name


def _files(template: str, host: str, *, organization: str, today: str) -> dict[str, str]:
    """The text of every file of the workspace by its path, sorted."""
    top = templates() / "init"
    parts = [top / "common", top / template, *([] if host == "none" else [top / "ci" / host])]
    texts = {
        path.relative_to(part).as_posix(): path.read_text(encoding="utf-8")
        for part in parts
        for path in part.rglob("*")
        if path.is_file()
    }
    words = {
        "organization": json.dumps(organization, ensure_ascii=False),  # a string in YAML as well
        "today": today,
        "journey": _journey(texts),
    }
    return {name: BLANK.sub(lambda blank: words[blank[1]], texts[name]) for name in sorted(texts)}


def _schemas(folder: Path, files: Mapping[str, str]) -> Mapping[str, str]:
    """The schema files for editors, with the ids that the new files declare."""
    from cxmap.loading.discover import Place
    from cxmap.loading.workspace import read
    from cxmap.schema.editor import editor_files
    from cxmap.source.tree import Memory

    tree = Memory({name: text.encode() for name, text in files.items()})
    return editor_files(read(Place(folder.absolute(), "cxmap.yaml"), tree).workspace)


def _journey(names: Iterable[str]) -> str:
    """The id of the example's journey, which its file is called after."""
    current = next(name for name in names if name.endswith(".current.yaml"))
    return Path(current).name.removesuffix(".current.yaml")


def _refuse_taken(folder: Path, names: Iterable[str]) -> None:
    """Stop where a file exists already, or where a folder on its way is a file or a link.

    Raises:
        CxmapError: names everything that is in the way.
    """
    if lexists(folder) and not folder.is_dir():
        message = f"`{folder}` is not a folder"
        raise CxmapError(message)
    wanted = [Path(name) for name in names]
    ways = {way for path in wanted for way in path.parents if way.name}
    taken = {path for path in wanted if lexists(folder / path)}
    taken |= {way for way in ways if lexists(folder / way) and not _own_folder(folder / way)}
    if taken:
        shown = listed([f"`{path.as_posix()}`" for path in sorted(taken)], most=len(taken))
        exist = "exists" if len(taken) == 1 else "exist"
        message = f"{shown} {exist} already, so nothing was written; name a new folder"
        raise CxmapError(message)


def _own_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write all files or none: what was made before a failure is removed again.

    Raises:
        CxmapError: a file cannot be written.
    """
    with ExitStack() as made:
        for name, text in files.items():
            try:
                _write_one(folder / name, text, made)
            except OSError as problem:
                message = f"{folder / name} cannot be written: {problem.strerror}"
                raise CxmapError(message) from None
        made.pop_all()


def _write_one(path: Path, text: str, made: ExitStack) -> None:
    """Write a new file whole, and tell `made` how to remove it and the folders made for it."""
    for parent in reversed([way for way in path.parents if not way.exists()]):
        parent.mkdir()
        made.callback(_undo, parent.rmdir)
    path.touch(exist_ok=False)  # claims the name, so that the next line replaces nobody's file
    made.callback(_undo, path.unlink)
    write_whole(path, text)


def _undo(remove: Callable[[], None]) -> None:
    with suppress(OSError):  # gone already, or a folder that holds something of somebody else
        remove()
