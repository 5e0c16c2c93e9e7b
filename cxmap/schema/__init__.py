"""What the files look like, as JSON Schema and as tables."""
