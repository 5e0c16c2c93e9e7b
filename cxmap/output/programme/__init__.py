"""The formats of the programme's eight steps, one module each."""
