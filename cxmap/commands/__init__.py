"""The commands, one module each: it looks up, loads, asks, prints and exits."""
