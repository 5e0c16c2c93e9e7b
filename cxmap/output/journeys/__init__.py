"""Journeys on a terminal: the list of them, and one as a map."""
