"""Maps for the tests of pages."""

PLAIN = """\
journey: onboarding
title: Becoming a customer
customers: [{id: buyer, name: First-time buyer, goals: [Be live by Friday]}]
stages:
  - name: I sign up
    goal: Know what happens next
    touchpoints:
      - {what: Welcome letter, who: marketing, how: email, when: {after: contract-signed, within: 1 day},
         measures: csat-welcome, emotion: 1, moment_of_truth: true, expectation: I hear from a person}
      - {what: Kick-off call, who: sales, how: phone, emotion: -1, pains: [Told it all again]}
  - name: I set it up
    touchpoints:
      - {what: Data import, how: app, emotion: -2, importance: 5, met: missed, expectation: No retyping}
      - {what: Waiting, who: customer, emotion: -1}
"""

LIBRARY = """\
teams:
  - {id: marketing, name: Marketing}
  - {id: sales, name: Sales}
metrics:
  - id: csat-welcome
    name: Happy with the welcome
    kind: csat
    question: How was your welcome?
    target: 85
    owners: marketing
    readings:
      - {period: 2026-08, value: 70, n: 120, low: 61, high: 77}
      - {period: 2026-09, value: 74.5, n: 118, low: 66, high: 81.5}
actions:
  - {id: letter, title: A better letter, touchpoints: onboarding/welcome-letter, owner: marketing,
     raised: 2026-09-01, verify: csat-welcome}
"""

SETTINGS = "cxmap: 1\norganization: Pennywhistle\n"

SMALL = {"onboarding.yaml": PLAIN, "library.yaml": LIBRARY, "cxmap.yaml": SETTINGS}
"""A small workspace with something of everything."""

KEPT = """\
actual:
  - journey: onboarding
    data: log
    as_of: 2026-10-01
    from: 2026-04
    to: 2026-09
    customers: 200
    stages:
      - {stage: "onboarding#i-sign-up", reached: 200, left: 40, under_way: 20}
      - {stage: "onboarding#i-set-it-up", reached: 140}
    touchpoints:
      - {touchpoint: onboarding/welcome-letter, met: 200}
      - {touchpoint: onboarding/kick-off-call}
    steps:
      - {from: onboarding/welcome-letter, to: onboarding/kick-off-call, both: 180, turned: 18,
         median: 2 days, nine_tenths: 5 days}
    promises:
      - {touchpoint: onboarding/welcome-letter, since: contract-signed, within: 1 day, cases: 200,
         kept: 120, median: 1 day, nine_tenths: 4 days}
    moments:
      - {touchpoint: onboarding/data-import, reached: 50, got: 30, cases: 48, in_time: 20}
    ways: [{from: onboarding/kick-off-call, to: onboarding/welcome-letter, customers: 18}]
    unmapped: [{event: court-case, customers: 33}]
    unsaid: [{touchpoint: onboarding/waiting, why: no event in the data is `waiting`}]
"""
"""How customers really went on the small map."""


def map_of(stages: list[int], **more: str) -> str:
    """A map with so many touchpoints in each stage."""
    lines = ["journey: big", "stages:"]
    for s, count in enumerate(stages, 1):
        lines += [f"  - name: Stage {s}", "    touchpoints:" if count else "    touchpoints: []"]
        for t in range(1, count + 1):
            extra = "".join(f", {key}: {value}" for key, value in more.items())
            lines.append(
                f"      - {{id: t-{s}-{t}, what: What happens {s}.{t}, who: team-{t % 10}"
                f", how: email, when: within 2 days, emotion: {(s * t) % 5 - 2}{extra}}}"
            )
    return "\n".join(lines) + "\n"
