"""The kinds of change, one module each; what is none of these is a matter of words or details."""
