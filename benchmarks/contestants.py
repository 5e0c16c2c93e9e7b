"""Who races: cxmap itself, and what a user would pick instead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from timing import Contestant

HERE = Path(__file__).resolve().parent
SETTINGS = HERE / "peers"
MAPS = ("journeys/**/*.yaml", "library.yaml")
TODAY = "2026-10-15"
THREE_GAPS = tuple(
    part
    for question in ("owner", "timeline", "measure")
    for part in ("--select", f"touchpoint-without-{question}")
)
"""Options that leave `lint` with the rules that `peers/spectral.yaml` has too."""


@dataclass(frozen=True)
class Cxmap:
    """The cxmap to measure: a Python that has its libraries, and a folder for its cache."""

    python: Path
    cache: Path

    def contestant(self, name: str, folder: Path, *arguments: str, code: int = 0) -> Contestant:
        """The installed command where there is one, else the checkout that this file is in."""
        environment = {"XDG_CACHE_HOME": str(self.cache)}
        script = self.python.with_name("cxmap")
        if script.exists():
            start = [str(script)]
        else:
            start = [str(self.python), "-m", "cxmap"]
            environment["PYTHONPATH"] = str(HERE.parent)
        command = [*start, *arguments]
        return Contestant(name, command, folder, "starts", environment, code=code)

    def validate(self, name: str, folder: Path, *options: str, wrong: bool = False) -> Contestant:
        """One that finds nothing, or in a folder where something is wrong, says so."""
        options = ("validate", "--format", "concise", *options)
        one = self.contestant(name, folder, *options, code=int(wrong))
        return replace(one, does="all of it", says=": error " if wrong else "")

    def lint(self, name: str, folder: Path, *options: str, does: str = "all gaps") -> Contestant:
        """One that finds gaps; it has to, for the corpus has them."""
        options = ("lint", "--format", "concise", "--fail-on", "never", "--today", TODAY, *options)
        one = self.contestant(name, folder, *options)
        return replace(one, does=does, says=": warning ")

    def loader(self, name: str, script: str, folder: Path, *, slow: bool = False) -> Contestant:
        """A script that needs no more than the libraries that cxmap needs."""
        command = [str(self.python), str(SETTINGS / script), "."]
        return Contestant(name, command, folder, "loads only", slow=slow)


@dataclass(frozen=True)
class Peers:
    """The other tools, where `peers.sh` put them, and the JSON Schema of maps if there is one."""

    place: Path
    schema: Path | None

    def all(self, folder: Path) -> list[Contestant]:
        """Every peer on a whole workspace."""
        paths = [str(p.relative_to(folder)) for pattern in MAPS for p in folder.glob(pattern)]
        return [
            *self.ajv(folder),
            *self.jsonschema_rs(folder, paths),
            *self.check_jsonschema(folder, paths),
            self.spectral(folder),
            self.yamllint(folder, "."),
        ]

    def yamllint(self, folder: Path, path: str) -> Contestant:
        command = [self.python("yamllint"), "-c", str(SETTINGS / "yamllint.yaml"), path]
        return Contestant("yamllint", command, folder, "style only", slow=True)

    def spectral(self, folder: Path) -> Contestant:
        command = [self.node("spectral"), "lint", "--ruleset", str(SETTINGS / "spectral.yaml")]
        return Contestant("spectral-cli", [*command, MAPS[0]], folder, "three gaps")

    def check_jsonschema(self, folder: Path, paths: Sequence[str]) -> Iterator[Contestant]:
        if self.schema:
            command = [self.python("check-jsonschema"), "--schemafile", str(self.schema), *paths]
            yield Contestant("check-jsonschema", command, folder, "schema only", slow=True)

    def jsonschema_rs(self, folder: Path, paths: Sequence[str]) -> Iterator[Contestant]:
        if self.schema:
            script = [str(SETTINGS / "schema_rs.py"), str(self.schema)]
            command = [self.python("python"), *script, *paths]
            yield Contestant("jsonschema-rs", command, folder, "schema only")

    def ajv(self, folder: Path) -> Iterator[Contestant]:
        if self.schema:
            new = "2020-12" in self.schema.read_text(encoding="utf-8")
            draft = ["--spec=draft2020" if new else "--spec=draft7", "--strict=false"]
            data = [part for pattern in MAPS for part in ("-d", pattern)]
            command = [self.node("ajv"), "validate", *draft, "-s", str(self.schema), *data]
            yield Contestant("ajv-cli", command, folder, "schema only")

    def python(self, program: str) -> str:
        return str(self.place / "bin" / program)

    def node(self, program: str) -> str:
        return str(self.place / "node_modules" / ".bin" / program)
