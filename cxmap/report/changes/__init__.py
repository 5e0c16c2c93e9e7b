"""Pages out of changes: each module is one format."""
