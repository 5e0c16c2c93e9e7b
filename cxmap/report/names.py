"""Names of files and anchors out of ids, which may hold any letters and be of any length."""

import hashlib

from cxmap.words import slug

_LONGEST = 100  # bytes of an id in a file's name: every file system takes 255 for the whole


def file_name(sort: str, identity: str, state: str = "") -> str:
    """The name of a page's file: `journey-onboarding.html`, `journey-onboarding.target.html`.

    Ids hold letters, digits and hyphens only, so the name stays in its folder; anything else is
    slugged. Where that changes or shortens the id, a few digits keep two ids apart.
    """
    safe = slug(identity)
    shorter = safe.encode()[:_LONGEST].decode(errors="ignore")
    if shorter != identity:
        digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        shorter = f"{shorter}-{digest}".lstrip("-")
    return f"{sort}-{shorter}.{state}.html" if state else f"{sort}-{shorter}.html"
