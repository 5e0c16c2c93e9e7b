"""The kinds of metric, one module each."""
