"""The report as records for other programs; `cxmap.schema.report` describes them.

Every record has all its keys. Where a map is silent a text is empty, and a number or a day null.
"""
