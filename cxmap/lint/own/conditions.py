"""Conditions on the fields of a part, as they stand in `cxmap.yaml`, read into tests.

    where: {how: letter, moment_of_truth: true}
    require: {evidence: {given: true}, when: {within: {at_most: 5 business days}}}

Keys are the fields of the part, each with an answer, a list of answers any of which will do, or a
mapping of what is said of the answer: `given`, `is`, `any_of`, `none_of`, `all_of`, `at_least`,
`at_most`, `before`, `after`, `contains`, `longest`, `shortest`. A field that holds parts takes
conditions on these: `some`, `every`, `no`. `not` turns conditions round, a list of conditions
asks for any of them, `in_journey` and `in_stage` speak of what is around.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from cxmap.lint.own.fields import Field, fields_of, own_field
from cxmap.lint.own.operators import Holds, Operator, is_one_of, operators
from cxmap.lint.rule import Context
from cxmap.lint.slip import Route, Slip
from cxmap.model.index import Identified, Index
from cxmap.model.journey import Journey, Stage
from cxmap.model.part import Part
from cxmap.model.refused import with_article
from cxmap.model.touchpoint import CUSTOMER, Touchpoint
from cxmap.model.workspace import Workspace
from cxmap.source.packed import Raw
from cxmap.words import cut

Test = Callable[[Part, Context], bool]
"""Tells whether a part fulfils a condition."""

_YES = {"true": True, "yes": True, "false": False, "no": False}
_AROUND: Mapping[type[Part], Mapping[str, type[Part]]] = {
    Stage: {"in_journey": Journey},
    Touchpoint: {"in_journey": Journey, "in_stage": Stage},
}


class Condition(NamedTuple):
    """One condition of several, and the key it is about; empty where it is about none."""

    key: str
    test: Test


class Reader:
    """Reads conditions.

    Attributes:
        slips: what means nothing in them.
    """

    def __init__(self, workspace: Workspace | None = None) -> None:
        """Make a reader that knows what a workspace declares, where one was read."""
        self.slips: list[Slip] = []
        self._workspace = workspace

    def read(self, raw: Raw, part: type[Part], route: Route) -> tuple[Condition, ...]:
        """Conditions on a kind of part; all of them must hold."""
        if isinstance(raw, list):
            tests = [self._all(item, part, (*route, n)) for n, item in enumerate(raw)]
            return (Condition("", lambda p, context: any(test(p, context) for test in tests)),)
        if not isinstance(raw, dict):
            self._refuse(raw, route, "conditions are keys with values, such as `{how: letter}`")
            return ()
        return tuple(
            self._one(key, value, part, (*route, key))
            for key, value in raw.items()
            if isinstance(key, str)
        )

    def _all(self, raw: Raw, part: type[Part], route: Route) -> Test:
        conditions = self.read(raw, part, route)
        return lambda p, context: all(c.test(p, context) for c in conditions)

    def _one(self, key: str, raw: Raw, part: type[Part], route: Route) -> Condition:
        around = _AROUND.get(part, {})
        if key == "not":
            inner = self._all(raw, part, route)
            return Condition("", lambda p, context: not inner(p, context))
        if key in around:
            outer = self._all(raw, around[key], route)
            return Condition("", lambda _, context: outer(_around(key, context), context))
        fields = fields_of(part)
        field = own_field(key) if key.startswith("x-") else fields.get(key)
        if field is None:
            known = (*fields, *around, "not")
            hint = f"it takes {', '.join(f'`{name}`' for name in known)}"
            message = f"{with_article(part.noun())} has no field `{cut(key)}`"
            self.slips.append(Slip(key, route, message, hint, known, is_key=True))
            return Condition("", _nothing)
        return Condition(key, self._field(field, raw, route))

    def _field(self, field: Field, raw: Raw, route: Route) -> Test:
        if isinstance(raw, dict):
            tests = [
                self._said(field, key, value, (*route, key))
                for key, value in raw.items()
                if isinstance(key, str)
            ]
            return lambda p, context: all(test(p, context) for test in tests)
        if field.part is not None:
            example = "{given: true}"
            self._refuse(raw, route, f"say something of `{field.key}`, such as `{example}`")
            return _nothing
        return _of_answer(field, is_one_of(field, self._answers(field, raw, route)))

    def _said(self, field: Field, key: str, raw: Raw, route: Route) -> Test:
        if key == "given":
            wanted = _YES.get(str(raw).lower())
            if wanted is None:
                self._refuse(raw, route, "`given` takes true or false")
            return lambda p, _: field.is_given(p) is wanted
        if field.part is not None and field.many and key in {"some", "every", "no"}:
            return _of_parts(field, key, self._all(raw, field.part, route))
        if field.part is not None and not field.many:
            inner = self._one(key, raw, field.part, route).test
            return _of_answer(field, inner)
        known = operators(field)
        operator = known.get(key)
        if operator is None:
            names = (*known, "given", *(("some", "every", "no") if field.part else ()))
            hint = f"it takes {', '.join(f'`{name}`' for name in names)}"
            message = f"`{cut(key)}` cannot be said of `{field.key}`"
            self.slips.append(Slip(key, route, message, hint, names, is_key=True))
            return _nothing
        holds = operator.make(field, self._operand(field, operator, raw, route))
        return _of_answer(field, holds, unanswered=operator.unanswered)

    def _operand(self, field: Field, operator: Operator, raw: Raw, route: Route) -> Any:  # noqa: ANN401
        if operator.takes == "many":
            return self._answers(field, raw, route)
        if operator.takes == "one":
            return self._answer(field, raw, route)
        if operator.takes == "text" and isinstance(raw, str):
            return raw
        if operator.takes == "number" and isinstance(raw, str) and raw.isdigit() and raw.isascii():
            return int(raw[:9])
        self._refuse(raw, route, f"`{route[-1]}` takes a {operator.takes}")
        return "" if operator.takes == "text" else 0

    def _answers(self, field: Field, raw: Raw, route: Route) -> tuple[Any, ...]:
        if isinstance(raw, list):
            return tuple(self._answer(field, item, (*route, n)) for n, item in enumerate(raw))
        return (self._answer(field, raw, route),)

    def _answer(self, field: Field, raw: Raw, route: Route) -> Any:  # noqa: ANN401
        if not isinstance(raw, str):
            self._refuse(raw, route, f"`{field.key}` is compared with an answer written here")
            return None
        index = self._declared(field.kind)
        if index and index.get(raw) is None and raw != CUSTOMER:
            message = f"no {field.kind} has the id or name `{cut(raw)}`"
            self.slips.append(Slip(raw, route, message, known=index.ids()))
        try:
            return field.read(raw)
        except ValueError as why:
            self._refuse(raw, route, str(why))
            return None

    def _declared(self, kind: str) -> Index[Identified] | None:
        workspace = self._workspace
        if workspace is None:
            return None
        known: Mapping[str, Index[Identified]] = {
            "team": workspace.teams,
            "customer": workspace.customers,
            "metric": workspace.metrics,
            "channel": workspace.all_channels,
        }
        return known.get(kind)

    def _refuse(self, raw: Raw, route: Route, message: str) -> None:
        self.slips.append(Slip(cut(raw) if isinstance(raw, str) else "", route, message))


def _of_answer(field: Field, holds: Holds, *, unanswered: bool | None = False) -> Test:
    def test(part: Part, context: Context) -> bool:
        answer = field.answer(part)
        if answer is False or (answer is not None and field.is_given(part)):
            return holds(answer, context)
        return holds((), context) if unanswered is None else unanswered

    return test


def _of_parts(field: Field, how: str, inner: Test) -> Test:
    def holds(held: Part, context: Context) -> bool:
        return inner(held, replace(context, stage=held) if isinstance(held, Stage) else context)

    def test(part: Part, context: Context) -> bool:
        found = (holds(held, context) for held in field.answer(part) if isinstance(held, Part))
        if how == "every":
            return all(found)
        return any(found) is (how == "some")

    return test


def _around(key: str, context: Context) -> Part:
    around = context.journey if key == "in_journey" else context.stage
    if around is None:
        raise LookupError(f"nothing is around for `{key}`")
    return around


def _nothing(_: Part, __: Context) -> bool:
    return False
