"""Planned against actual: what events said of a journey, as its page shows it."""
