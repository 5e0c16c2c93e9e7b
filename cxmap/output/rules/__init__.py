"""The list of rules, with what is on and who decided so; one format a module."""
