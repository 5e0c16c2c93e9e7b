"""Files as people have them: found, read, and told where they are bad."""
