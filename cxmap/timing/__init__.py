"""Time in maps: durations, the calendar of business days, and the words people use for both."""
