"""Text with positions: YAML in, plain data out, and the way back from data to line and column."""
