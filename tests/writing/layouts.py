"""The same map in layouts that people and programs leave behind, with comments in odd places."""

from dataclasses import dataclass, field

from hypothesis import Phase
from hypothesis import strategies as st

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without shrinking, which takes minutes for such texts."""

ENDS = st.sampled_from(["\n", "\r\n"])
ODD = ["", "", "", " ", "   "]


@dataclass
class Writer:
    """Writes data as YAML, and decides by `draw` how; counts the comments it strews in."""

    draw: object
    lines: list[str] = field(default_factory=list)
    comments: int = 0
    in_block: bool = False

    def choose(self, *options):
        return self.draw(st.sampled_from(options))

    def chance(self, of: int) -> bool:
        return self.choose(*range(of)) == 0

    def comment(self) -> str:
        self.comments += 1
        words = self.choose("why", "who: nobody", "- old", "{a, b", 'said "no', "# twice")
        return f"# {words} ({self.comments})"

    def beside(self) -> str:
        return f"{self.choose(' ', '  ', '    ')}{self.comment()}" if self.chance(4) else ""

    def strew(self, indent: int) -> None:
        deep = indent if self.in_block else indent + 3  # deeper, it would be part of the text
        for _ in range(self.choose(0, 0, 0, 1, 2)):
            if self.chance(2):
                self.lines.append("" if self.in_block else self.choose(*ODD))
            else:
                self.lines.append(" " * self.choose(indent, indent, 0, deep) + self.comment())

    def scalar(self, text: str, indent: int, *, inside: bool = False) -> list[str]:
        plain = not any(mark in text for mark in ",?#[]{}")
        styles = ["'", '"'] + ([""] * 3 if plain else [])
        styles += [] if inside or " " not in text else ["|", ">", "over lines"]
        styles += ["plain over lines"] if plain and not inside and " " in text else []
        style = self.choose(*styles)
        if style in {"'", '"'}:
            return [f"{style}{text}{style}"]
        if style in {"|", ">"}:
            pad = " " * (indent + self.choose(1, 2, 5))
            return [f"{style}-{self.beside()}", pad + text]
        if style == "plain over lines":
            first, _, rest = text.partition(" ")
            return [first, " " * (indent + self.choose(1, 4)) + rest]
        if style == "over lines":
            first, _, rest = text.partition(" ")
            return [f'"{first}', f'{" " * (indent + self.choose(1, 4))}{rest}"']
        return [text]

    def flow(self, node: object, indent: int) -> str:
        if isinstance(node, str):
            return self.scalar(node, indent, inside=True)[0]
        space, many = self.choose("", " "), self.chance(3)
        pad = "\n" + " " * (indent + self.choose(1, 3))
        parts = []
        for key in self.shuffled(node) if isinstance(node, dict) else range(len(node)):
            name = f"{key}: " if isinstance(node, dict) else ""
            above = f"{pad}{self.comment()}{pad}" if many and self.chance(2) else ""
            before = f"{self.beside()}{pad}" if many else space
            parts.append(before + above + name + self.flow(node[key], indent + 4))
        opened, closed = "{}" if isinstance(node, dict) else "[]"
        ends = f"{self.beside()}{pad}" if many else space
        return opened + ("," if many else ", ").join(parts) + ends + closed

    def shuffled(self, node: dict) -> list:
        return self.draw(st.permutations(list(node)))

    def pair(self, start: str, node: object, indent: int) -> None:
        """`start` is `key:` or `-`, with its indent."""
        if isinstance(node, str):
            first, *rest = self.scalar(node, indent)
            self.in_block = first[0] in "|>"
            gap = " " * self.choose(1, 1, 3)
            tail = "" if first[0] in "|>" else self.beside()
            if rest and first[0] not in "|>":
                rest[-1] += tail
                tail = ""
            self.lines += [f"{start}{gap}{first}{tail}", *rest]
        elif self.chance(3) and depth(node) < 3:
            self.in_block = False
            self.lines += f"{start} {self.flow(node, indent)}{self.beside()}".split("\n")
        elif start.endswith("-"):
            self.block(node, indent + self.choose(2, 4), start)
        else:
            self.lines.append(f"{start}{self.beside()}")
            flat = isinstance(node, list) and self.chance(2)
            self.block(node, indent if flat else indent + self.choose(2, 3, 4))

    def block(self, node: object, indent: int, start: str = "") -> None:
        first = start.ljust(indent) if start else " " * indent
        if start and self.chance(3):
            self.lines.append(f"{start} {self.comment()}" if self.chance(2) else start)
            first, start = " " * indent, ""
        for key in self.shuffled(node) if isinstance(node, dict) else range(len(node)):
            if not start:
                self.strew(indent)
            head = f"{first}{key}:" if isinstance(node, dict) else f"{first}-"
            self.pair(head, node[key], indent)
            first, start = " " * indent, ""


def depth(node: object) -> int:
    held = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return 1 + max(map(depth, held), default=0) if not isinstance(node, str) else 0


@st.composite
def layouts(draw, data: dict):
    """A text that says `data`, and how many comments it has."""
    writer = Writer(draw)
    if writer.chance(3):
        writer.lines.append("---")
    writer.block(data, 0)
    writer.strew(0)
    text = "\n".join(writer.lines).rstrip() + writer.choose("\n", "", "\n\n")
    return text.replace("\n", draw(ENDS)), writer.comments
