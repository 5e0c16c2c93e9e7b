"""How a planned journey is held against the actual one: one file, one format."""
