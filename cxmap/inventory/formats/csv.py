"""Comma-separated values, as every spreadsheet reads and writes them."""

from functools import partial

from cxmap.inventory import separated
from cxmap.inventory.form import Form

FORM = Form("csv", (".csv",), separated.read, partial(separated.write, delimiter=","))
