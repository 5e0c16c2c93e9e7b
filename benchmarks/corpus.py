"""Write a workspace of any size to measure with: the same bytes for the same arguments.

    python benchmarks/corpus.py DIR --journeys 1000

Every journey has a current and a target map of thirty touchpoints in one of ten languages, nearly
all fields of the format in the mix that real maps have, and some fourteen gaps. `cxmap validate`
finds nothing in it, unless `--broken` asks for mistakes.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from maps.breaks import broken
from maps.journeys import journey
from maps.library import CONFIGURATION, library
from maps.yamltext import Node, document


def files(journeys: int, *, seed: int = 1, mistakes: int = 0) -> Iterator[tuple[str, str]]:
    """The path and the text of every file; `mistakes` current maps, evenly spread, are broken."""
    made: list[str] = []
    actions: list[Node] = []
    for number in range(1, journeys + 1):
        one = journey(number, seed)
        current = document(one.current)
        done = number * mistakes // journeys
        if done > (number - 1) * mistakes // journeys:
            current = broken(current, done)
        yield f"{one.folder}/{one.id}.current.yaml", current
        yield f"{one.folder}/{one.id}.target.yaml", document(one.target)
        made.append(one.id)
        actions.append(one.action)
    yield "library.yaml", document(library(made, actions))
    yield "cxmap.yaml", document(CONFIGURATION)


def write(folder: Path, journeys: int, *, seed: int = 1, mistakes: int = 0) -> tuple[int, int]:
    """Write the workspace into a new folder and return the number of files and of bytes."""
    folder.mkdir(parents=True)
    count = size = 0
    for path, text in files(journeys, seed=seed, mistakes=mistakes):
        data = text.encode()
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
        count, size = count + 1, size + len(data)
    return count, size


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a workspace to measure with.")
    parser.add_argument("folder", metavar="DIR", type=Path, help="a folder that does not exist yet")
    parser.add_argument("--journeys", type=int, default=1000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--broken", type=int, default=0, metavar="N", help="put one mistake into each of N files"
    )
    asked = parser.parse_args()
    if asked.folder.exists():
        parser.error(f"{asked.folder} exists already")
    if not 0 <= asked.broken <= asked.journeys:
        parser.error("--broken can be at most the number of journeys")
    count, size = write(asked.folder, asked.journeys, seed=asked.seed, mistakes=asked.broken)
    print(f"{count:,} files, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
