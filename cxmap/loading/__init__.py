"""From files to a workspace and what was found on the way."""
