"""Files that are elsewhere: who allows to read them, and how a private copy is made."""
