"""How often each rule was found, a line each: to see what a team would have to do first."""

from cxmap.output.findings._choice import by_rule, standing
from cxmap.output.results import Format, Look, Results


def _write(results: Results, look: Look) -> str:
    return "".join(f"{line}\n" for line in by_rule(standing(results), results, look))


FORMAT = Format("statistics", _write)
