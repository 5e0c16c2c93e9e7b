"""Writing maps as people do: comments, quotes and blank lines are kept."""
