"""A company's own title, colour and logo on the pages."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cxmap.errors import CxmapError
from cxmap.loading.settings import ReportSettings

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_LARGEST = 1_000_000
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": ("png", "image/png"),
    b"\xff\xd8\xff": ("jpg", "image/jpeg"),
    b"GIF8": ("gif", "image/gif"),
}
_ACTIVE = re.compile(
    rb"<\s*(?:\w+:)?(?:script|foreignobject|iframe|embed|object|handler)\b|<!entity"
    rb"|\son\w+\s*=|javascript:|(?:href|src)\s*=\s*[\"']?\s*(?!#|data:image/)[\w./]"
    rb"|url\(\s*[\"']?\s*(?!#|data:image/)[\w./]|@import",
    re.IGNORECASE,
)
_WHITE, _PAPER, _DARK = (255, 254, 251), (245, 243, 238), (18, 22, 28)
_TEXT, _SHAPE = 7.0, 3.0  # contrast that words on the colour, and the colour as a shape, need


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture: its name in a site, its kind for browsers, and its bytes."""

    file: str
    kind: str
    data: bytes

    @property
    def inline(self) -> str:
        """The picture as an address, for a page that is one file."""
        return f"data:{self.kind};base64,{base64.b64encode(self.data).decode()}"


def logo(settings: ReportSettings, root: Path) -> Logo | None:
    """The logo that the settings name, or None.

    Args:
        settings: the settings of reports.
        root: the workspace's folder, which the logo must lie in.

    Raises:
        CxmapError: it lies outside, cannot be read, is no picture or could run or load something.
    """
    if settings.logo is None:
        return None
    name = f"the logo `{settings.logo}`"
    file = inside(settings.logo, root, name)
    try:
        if file.stat().st_size > _LARGEST:
            raise CxmapError(f"{name} has over a megabyte; a page carries a smaller one")
        data = file.read_bytes()
    except OSError as error:
        raise CxmapError(f"{name} cannot be read: {error.strerror}") from None
    for start, (ending, kind) in _PICTURES.items():
        if data.startswith(start):
            return Logo(f"logo.{ending}", kind, data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Logo("logo.webp", "image/webp", data)
    if b"<svg" not in data[:4096].lower():
        raise CxmapError(f"{name} is no picture; use SVG, PNG, JPEG, GIF or WebP")
    if _ACTIVE.search(data):
        raise CxmapError(
            f"{name} holds a script or loads something from elsewhere; export it plain"
        )
    return Logo("logo.svg", "image/svg+xml", data)


def inside(name: str, root: Path, what: str) -> Path:
    """A file or folder that the settings name, relative to the workspace and inside it.

    Raises:
        CxmapError: it leads out of the workspace, also by a link.
    """
    try:
        found = (root / name).resolve()
    except (OSError, ValueError, RuntimeError):
        raise CxmapError(f"{what} cannot be read") from None
    if not found.is_relative_to(root.resolve()):
        raise CxmapError(f"{what} lies outside the workspace; copy it in")
    if not found.exists():
        raise CxmapError(f"{what} does not exist; it is looked for in the workspace's folder")
    return found


def templates(settings: ReportSettings, root: Path) -> tuple[Path, ...]:
    """The folder of the workspace's own templates, if it has one.

    Raises:
        CxmapError: it is no folder inside the workspace.
    """
    if settings.templates is None:
        return ()
    folder = inside(settings.templates, root, f"the folder `{settings.templates}`")
    if not folder.is_dir():
        raise CxmapError(f"`{settings.templates}`, the templates in cxmap.yaml, is not a folder")
    return (folder,)


def accent(settings: ReportSettings) -> str:
    """The rules of a style sheet that give pages the company's colour; empty for none.

    The colour is darkened or lightened until words on it and shapes in it can be seen.

    Raises:
        CxmapError: it is no colour.
    """
    if settings.accent is None:
        return ""
    if not _COLOUR.fullmatch(settings.accent):
        message = f'`{settings.accent}` is no colour for `accent`; write it like "#0b6bcb"'
        raise CxmapError(message)
    colour = _rgb(settings.accent)
    head = _until(colour, _WHITE, _TEXT, 0)
    light, dark = _until(colour, _PAPER, _SHAPE, 0), _until(colour, _DARK, _SHAPE, 255)
    return (
        f":root {{ --head: {_hex(head)}; --on-head: #fffefb;"
        f" --accent: light-dark({_hex(light)}, {_hex(dark)}); }}\n"
    )


def _rgb(text: str) -> tuple[int, ...]:
    digits = text[1:]
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    return tuple(int(digits[n : n + 2], 16) for n in (0, 2, 4))


def _hex(colour: Sequence[int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)


def _until(colour: Sequence[int], other: Sequence[int], wanted: float, end: int) -> Sequence[int]:
    """The colour moved towards black (0) or white (255) until the contrast is enough."""
    for step in range(21):
        moved = tuple(round(part + (end - part) * step / 20) for part in colour)
        if _contrast(moved, other) >= wanted:
            return moved
    return (end, end, end)


def _contrast(one: Sequence[int], two: Sequence[int]) -> float:
    """The contrast ratio of two colours, 1 to 21, after WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Sequence[int]) -> float:
    parts = [part / 255 for part in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
