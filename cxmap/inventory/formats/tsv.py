"""Tab-separated values, as spreadsheets put them on the clipboard."""

from functools import partial

from cxmap.inventory import separated
from cxmap.inventory.form import Form

FORM = Form(
    "tsv",
    (".tsv", ".tab"),
    partial(separated.read, delimiter="\t"),
    partial(separated.write, delimiter="\t"),
)
