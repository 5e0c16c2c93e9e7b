"""The formats of findings, one module each, looked up by name."""
