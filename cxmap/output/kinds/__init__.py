"""Pages about kinds of changes, one format a module, looked up by name."""
