"""What stops a command, as opposed to a finding about somebody's map."""


class CxmapError(Exception):
    """The command could not do its work; the text is one sentence for the user (exit 2)."""
