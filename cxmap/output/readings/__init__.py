"""The formats of what was measured, one module each."""
