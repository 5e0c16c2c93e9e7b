"""The reference page of the rules is made from the rules."""

from cxmap.lint.catalogue import Catalogue
from cxmap.output.pages.markdown import FORMAT
from cxmap.output.results import Look

TITLE = """# The rules

Made from the rules themselves: `cxmap explain --format markdown` prints what follows, and
`cxmap rules` lists what is on in a workspace, and why. Rules of your own: [own-rules](how-to/own-rules.md).

"""


def test_the_page_says_what_the_rules_say(golden) -> None:
    golden("../../docs/rules.md", TITLE + FORMAT.write(tuple(Catalogue().values()), Look()))


def test_every_option_of_a_rule_says_what_it_is_for() -> None:
    unsaid = {
        f"{name}: {key}"
        for name, rule in Catalogue().items()
        for key, option in rule.options.items()
        if not option.meaning
    }
    assert unsaid == set()
