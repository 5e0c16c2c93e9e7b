"""The pages of a comparison in one file, with the look of the report."""

from cxmap.output.changed import Changed
from cxmap.output.results import Format, Look
from cxmap.report import brand
from cxmap.report.brief import Brief
from cxmap.report.comparisons import Comparisons
from cxmap.report.pages.changes import PAGE as CHANGES
from cxmap.report.pages.compare import PAGE as COMPARE
from cxmap.report.render import Report


def _write(changed: Changed, _look: Look) -> str:
    loaded, facts = changed.loaded, changed.comparison.sight.now
    comparisons = Comparisons(loaded, facts, changed.today, changed.comparison, changed.shown)
    brief = Brief(facts.workspace, facts, loaded.settings, (), (), changed.today, (), comparisons)
    root = loaded.place.root
    own = brand.templates(loaded.settings.report, root)
    sections = frozenset(
        name for page in (CHANGES, COMPARE) for name in (page.name, *page.sections)
    )
    report = Report(brief, root, own, sections, single=True)
    return b"".join(data for _, data in report.files()).decode()


FORMAT = Format("html", _write)
