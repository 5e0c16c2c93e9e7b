"""What is missing in an experience: one rule a file, and the engine that asks them all."""
