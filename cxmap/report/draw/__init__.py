"""Drawings as SVG: functions from plain values to strings that are safe to put on a page.

No drawing has a view box that stretches: x is in percent and y in pixels, so that text and dots
keep their size however wide the page is. A line that must stretch stands in an inner `svg`.
"""
