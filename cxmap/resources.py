"""Where the files are that ship with cxmap: pages, styles and the workspaces that `init` writes."""

from pathlib import Path

from cxmap.errors import CxmapError


def templates() -> Path:
    """The folder of the templates, in an installed package or in a checkout.

    Raises:
        CxmapError: there is none, so the installation is broken.
    """
    package = Path(__file__).parent
    for folder in (package / "_templates", package.parent / "templates"):
        # Beside an installed package `templates` may be anybody's; ours has an `init` in it.
        if (folder / "init").is_dir():
            return folder
    message = "the templates that belong to cxmap are missing, please install it again"
    raise CxmapError(message)
