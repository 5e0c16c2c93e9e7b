"""Lists of touchpoints as spreadsheets, notes and diagrams hold them."""
