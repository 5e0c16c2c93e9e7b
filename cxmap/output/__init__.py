"""How results are shown: a folder is what is shown, a file in it is one format."""
