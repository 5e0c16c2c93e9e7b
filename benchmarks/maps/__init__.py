"""What the workspace to measure with is made of."""
