"""One journey held against events: how far customers got, in which order, how fast."""
