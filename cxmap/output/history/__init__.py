"""How the history of a touchpoint is shown: one file, one format."""
