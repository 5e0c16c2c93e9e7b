"""What templates see: frozen records of plain values, and how each is computed."""
