"""What a page may load and run: a content security policy in the page itself."""

import base64
import hashlib

_NOTHING_ELSE = "base-uri 'none'; form-action 'none'"

BESIDE = (
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; "
    + _NOTHING_ELSE
)
"""For a page of a site: what lies beside it, be it served or opened from disk, and no more."""


def within(style: str, script: str) -> str:
    """For a page that is one file: its own style and script, and pictures that stand in it."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        f" img-src data:; {_NOTHING_ELSE}"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
