"""The sorts of page, one module each: which there are, and the view of each."""
