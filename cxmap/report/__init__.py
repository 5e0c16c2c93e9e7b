"""The pages people look at: from a workspace to views, from views to HTML and other formats.

A page is one module in `pages`: it says which pages of its sort there are, and builds the view of
each, a frozen dataclass of plain values. A template lays the view out; it looks nothing up. What
several pages show (a touchpoint, a measure, a curve) is built in `view` and drawn in `draw`.
"""
