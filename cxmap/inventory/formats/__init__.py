"""The forms an inventory comes in and goes out: one file for each."""
