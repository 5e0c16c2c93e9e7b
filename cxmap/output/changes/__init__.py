"""The formats of changes, one module each, looked up by name."""
