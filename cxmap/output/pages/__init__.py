"""What a rule finds and why, with samples; one format a module."""
