"""A workspace's own rules, written in `cxmap.yaml` and without code."""
