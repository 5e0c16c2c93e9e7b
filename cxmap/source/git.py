"""Asking git about a repository: objects are read in place, and nothing is ever changed.

Only plumbing is run, with fixed arguments and without a shell: no hook, no filter, no external
diff and no pager of the repository's gets to run, and no variable of a surrounding git command
leads elsewhere.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile
from pathlib import Path
from typing import IO

from cxmap.errors import CxmapError
from cxmap.words import did_you_mean

_FIXED = (
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.warnAmbiguousRefs=true",
)
_MOST_NAMED = 500
"""Folders that one command takes."""
_KEPT = re.compile(r"GIT_(CONFIG_|CEILING_DIRECTORIES$|DISCOVERY_ACROSS_FILESYSTEM$|INDEX_FILE$)")
"""Variables that say how git is set up here, and which index a commit in the making uses."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a folder.

    Attributes:
        folder: the folder that git is run in.
        prefix: the way from the top of the work tree to the folder, as bytes that end with `/`;
            empty where it is the top.
        shallow: only the newest part of the history is here.
    """

    folder: Path
    prefix: bytes
    shallow: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a git command said."""

    code: int
    out: bytes
    error: str


def repository(folder: Path) -> Repository:
    """The repository that a folder is in.

    Raises:
        CxmapError: it is in none, or git may not read it or is not installed.
    """
    said = _git(folder, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository")
    if "dubious ownership" in said.error or "unsafe repository" in said.error:
        command = f"`git config --global --add safe.directory {folder}`"
        raise CxmapError(f"git does not trust the owner of this repository; if you do: {command}")
    if said.code or not said.out.startswith(b"true"):
        raise CxmapError(f"{folder} is in no git repository, so there is nothing to compare with")
    prefix = _git(folder, "rev-parse", "--show-prefix").out.removesuffix(b"\n")
    return Repository(folder, prefix, said.out.split()[1:] == [b"true"])


def commit(repository: Repository, revision: str) -> str:
    """The id of the commit that a revision means, such as `main`, `v1.2` or `HEAD~3`.

    Raises:
        CxmapError: it means none or several; the text says what to do.
    """
    said = _resolve(repository, revision)
    if "ambiguous" in said.error:
        short = re.fullmatch("[0-9a-fA-F]{4,39}", revision)
        more = "write more of it" if short else f"write `heads/{revision}` or `tags/{revision}`"
        raise CxmapError(f"revision `{revision}` could mean several commits; {more}")
    if said.code:
        raise CxmapError(_unknown(repository, revision))
    return said.out.decode().strip()


def is_commit(repository: Repository, revision: str) -> bool:
    """Whether a revision means a commit that is here."""
    return _resolve(repository, revision).code == 0


def parting(repository: Repository, one: str, other: str) -> str:
    """The id of the commit where the histories of two revisions parted.

    Raises:
        CxmapError: they have none in common, or not in what is here of the history.
    """
    commits = commit(repository, one), commit(repository, other)
    said = _git(repository.folder, "merge-base", "--end-of-options", *commits)
    if not said.code:
        return said.out.decode().split()[0]
    message = f"`{one}` and `{other}` have no common history"
    if repository.shallow:
        message += " in this shallow clone; run `git fetch --unshallow` and try again"
    raise CxmapError(message)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a commit or in the index.

    Attributes:
        object: the id of its content.
        link: it is a symbolic link, and its content the path it leads to.
    """

    object: str
    link: bool


def files_at(repository: Repository, revision: str) -> Mapping[str, Entry]:
    """The files below the repository's folder as a revision has them, by path from that folder.

    Submodules are left out. A folder that the revision does not have is empty.

    Raises:
        CxmapError: the revision is unknown.
    """
    here = commit(repository, revision).encode() + b":" + repository.prefix
    said = _git(repository.folder, "ls-tree", "-r", "-z", "--full-tree", os.fsdecode(here))
    return dict(_entries(said.out)) if not said.code else {}


def files_staged(repository: Repository) -> Mapping[str, Entry]:
    """The files below the repository's folder as they are staged for the next commit.

    Raises:
        CxmapError: a merge is not finished.
    """
    said = _git(repository.folder, "ls-files", "--stage", "-z")
    rows = [row for row in said.out.split(b"\0") if row]
    for row in rows:
        if not row.partition(b"\t")[0].endswith(b" 0"):
            path = os.fsdecode(row.partition(b"\t")[2])
            raise CxmapError(
                f"{path} has conflicts; finish the merge before comparing what is staged"
            )
    return dict(_entries(said.out))


def tracked(folder: Path, below: Sequence[str]) -> frozenset[str]:
    """The files that git keeps in some folders, by path from the one they are named from.

    Nothing where there is no repository, or no git.

    Args:
        folder: where to ask.
        below: folders below it.
    """
    try:
        said = _git(folder, "ls-files", "-z", "--", *below[:_MOST_NAMED])
    except (CxmapError, OSError):
        return frozenset()
    return frozenset(os.fsdecode(path) for path in said.out.split(b"\0") if path)


def _entries(listing: bytes) -> Iterator[tuple[str, Entry]]:
    """Read `MODE [TYPE] OBJECT [STAGE] TAB PATH`, as `ls-tree` and `ls-files` print it."""
    for row in listing.split(b"\0"):
        facts, tab, path = row.partition(b"\t")
        words = facts.decode().split()
        if tab and words[0][:2] in {"10", "12"}:  # a file or a link, no submodule
            name = words[2] if words[1] == "blob" else words[1]
            yield os.fsdecode(path), Entry(name, words[0].startswith("12"))


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit in which files below the repository's folder changed.

    Attributes:
        id: its id.
        parent: the id of the commit before it; empty for the first one, and where a shallow clone
            ends.
        when: the date it was written on, as year-month-day.
        author: who wrote it.
        subject: the first line of what it says.
        files: the files that it changed, by path from the folder.
    """

    id: str
    parent: str
    when: str
    author: str
    subject: str
    files: tuple[str, ...]


_FIELDS = ("%H", "%P", "%as", "%an", "%s")


def log(repository: Repository) -> Iterator[Commit]:
    """The commits below the repository's folder, newest first; merges by themselves are left out.

    They are read as they are asked for: of a long history only what is looked at costs time.
    """
    form = "%x00" + "%x00".join(_FIELDS)
    arguments = ("log", "-z", "--no-merges", "--name-only", "--no-renames", "--relative")
    with _running(repository, *arguments, f"--format=tformat:{form}", "HEAD", "--", ".") as process:
        if process.stdout is None:
            raise LookupError("git log")
        words = _words(process.stdout)
        next(words, None)  # the empty one before the first commit
        while fields := tuple(islice(words, len(_FIELDS))):
            name, parents, when, author, subject = (f.decode(errors="replace") for f in fields)
            # No path is empty, so an empty word ends them: it stands before the next commit.
            paths = tuple(os.fsdecode(p.removeprefix(b"\n")) for p in takewhile(bool, words))
            yield Commit(name, parents.partition(" ")[0], when, author, subject, paths)


def _words(stream: IO[bytes]) -> Iterator[bytes]:
    """What stands before each zero byte, piece by piece; neither git's texts nor paths hold one."""
    held = b""
    while piece := stream.read(1 << 16):
        *whole, held = (held + piece).split(b"\0")
        yield from whole


class Objects:
    """The content of objects, read through one process."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def read(self, name: str, most: int) -> bytes | int | None:
        """The content of an object; its size where that is over `most`; None where it is lost."""
        asked, answered = self._process.stdin, self._process.stdout
        if asked is None or answered is None:
            raise LookupError(name)
        try:
            asked.write(f"{name}\n".encode())
            asked.flush()
        except BrokenPipeError:
            raise CxmapError(
                "git stopped while its objects were read; `git fsck` says more"
            ) from None
        facts = answered.readline().split()
        if len(facts) != len(("name", "type", "size")) or facts[1] != b"blob":
            return None
        size = int(facts[2])
        if size <= most:
            return answered.read(size + 1)[:-1]
        left = size + 1
        while left > 0:  # it is passed over, a piece at a time
            left -= len(answered.read(min(left, 1 << 20))) or left
        return size


@contextmanager
def objects(repository: Repository) -> Iterator[Objects]:
    """Read objects as long as the block lasts."""
    with _running(repository, "cat-file", "--batch") as process:
        yield Objects(process)


@contextmanager
def _running(repository: Repository, *arguments: str) -> "Iterator[subprocess.Popen[bytes]]":
    """A git command that is listened to while it runs, and ended when nobody listens any more."""
    process = subprocess.Popen(  # noqa: S603 (fixed arguments, no shell)
        [_program(), *_FIXED, *arguments],
        cwd=repository.folder,
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with process:
        try:
            yield process
        finally:
            if process.stdin is not None and not process.stdin.closed:
                process.stdin.close()
            if process.stdout is not None:
                process.stdout.close()  # git stops writing when it finds nobody reads


def _resolve(repository: Repository, revision: str) -> Answer:
    if revision.startswith("-") or not revision.isprintable() or not revision:
        return Answer(1, b"", "")
    wanted = f"{revision}^{{commit}}"
    return _git(repository.folder, "rev-parse", "--verify", "--end-of-options", wanted)


def _unknown(repository: Repository, revision: str) -> str:
    """Why there is no such revision, and the command that would bring it."""
    message = f"there is no revision `{revision}`"
    remotes = _git(repository.folder, "remote").out.decode().split()
    remote, _, branch = revision.partition("/")
    plain = re.fullmatch(r"[\w./-]+", revision) is not None
    deepen = "--unshallow " if repository.shallow else ""
    if remote in remotes and branch and plain:
        fetch = f"git fetch {deepen}{remote} +refs/heads/{branch}:refs/remotes/{remote}/{branch}"
        return f"{message} in this clone; run `{fetch}` and try again"
    if repository.shallow:
        return f"{message} in this shallow clone; run `git fetch --unshallow` and try again"
    listing = _git(repository.folder, "for-each-ref", "--format=%(refname:short)").out
    known = [os.fsdecode(name) for name in listing.split()]
    elsewhere = next((name for name in known if name.endswith(f"/{revision}")), None)
    return message + (
        f", did you mean `{elsewhere}`?" if elsewhere else did_you_mean(revision, known)
    )


def _git(folder: Path, *arguments: str) -> Answer:
    done = subprocess.run(  # noqa: S603 (no shell, and what users write is checked or comes last)
        [_program(), *_FIXED, *arguments],
        cwd=folder,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr.decode(errors="replace"))


@cache
def _program() -> str:
    found = shutil.which("git")
    if found is None or not Path(found).is_absolute():  # never one that lies in a map's folder
        raise CxmapError("git is not installed here, and comparing with a revision needs it")
    return found


def _environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or _KEPT.match(k)}
    if "GIT_INDEX_FILE" in kept:  # a hook gets it relative to the folder it starts in
        kept["GIT_INDEX_FILE"] = str(Path(kept["GIT_INDEX_FILE"]).absolute())
    return kept | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
