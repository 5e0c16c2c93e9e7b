"""Make the invented answers and events of this example: `python make.py` writes both files anew.

Nobody's data are in them: customers are numbers. The same run always gives the same bytes.
"""

from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

HERE = Path(__file__).parent

# Month; then by channel how many answered, and how many of them gave a 4 or a 5.
ANSWERS = (
    (date(2026, 7, 1), (("phone", 188, 171), ("chat", 101, 98), ("email", 63, 55))),
    (date(2026, 8, 1), (("phone", 199, 178), ("chat", 105, 101), ("email", 61, 53))),
    (date(2026, 9, 1), (("phone", 223, 201), ("chat", 121, 118), ("email", 64, 56))),
)
# Month of the first payday; how many customers, and the days it took the quickest, the 20th or so,
# the middle one, the 35th or so and the slowest.
FIRST_PAYROLLS = (
    (date(2026, 7, 1), 46, (19, 33, 38, 44, 71)),
    (date(2026, 8, 1), 48, (18, 32, 37, 42, 66)),
    (date(2026, 9, 1), 54, (17, 33, 36, 42, 69)),
)
MARKS = (0.0, 0.35, 0.5, 0.65, 1.0)  # where among all customers those five stand

# What comes, after what, to how many, and the business days it took, of which dice choose one.
JOINING = (
    ("welcome-letter", "contract-signed", 1.0, (0, 1, 1, 1, 1, 1, 1, 1, 2)),
    ("portal-invitation", "contract-signed", 0.93, (0, 0, 0, 0, 0, 0, 0, 1)),
    ("kick-off-call", "contract-signed", 0.93, (2, 3, 3, 4, 4, 5, 6)),
    ("document-checklist", "kick-off-call", 0.9, (0, 0, 1, 1, 1, 2)),
    ("cra-authorization", "document-checklist", 0.8, (1, 2, 3, 4, 5, 8)),
    ("agency-confirmed", "cra-authorization", 0.97, (3, 5, 6, 8, 9, 12)),
    ("data-template", "kick-off-call", 0.97, (0, 1, 1, 2, 2, 2, 3)),
    ("employee-import", "data-template", 0.95, (5, 8, 10, 12, 14, 17)),
    ("import-failed", "data-template", 0.3, (4, 6, 7)),
    ("import-error", "import-failed", 0.9, (0, 0, 0, 0, 1)),
    ("employee-invitation", "employee-import", 0.96, (0, 1, 1, 1, 2)),
    ("bank-authorization", "first-payday", 0.97, (-16, -14, -12, -11, -10, -8)),
    ("training", "first-payday", 0.92, (-9, -7, -6, -5, -5, -4)),
    ("parallel-run", "first-payday", 0.85, (-6, -5, -4, -3, -3)),
    ("call-on-the-day-after", "first-payday", 0.97, (1, 1, 1, 1, 1, 1, 1, 2)),
    ("handover", "first-payday", 0.8, (10, 14, 18)),
    ("ninety-day-review", "first-payday", 0.7, (60, 62, 64)),
)
GONE = (date(2026, 6, 1), 60, 52)  # who signed from then on, over so many days, and stopped
UNDER_WAY = (date(2026, 9, 21), 22, 24)  # who signed lately, and has not come to the end yet
CONTACTS = (date(2026, 7, 1), 92, 640, 260)  # from when, days, how many, by how many customers
HELPING = (
    ("specialist", "phone-line", 0.85, (0, 1, 1, 1, 1, 2, 3)),
    ("fix-note", "specialist", 0.75, (0, 0, 0, 0, 0, 1)),
)
TODAY = datetime(2026, 10, 15)  # noqa: DTZ001 (a day of the office's own)


def answers(dice: Random) -> list[str]:
    """One line an answer: when, who, where, what size of company, and the score."""
    lines = []
    for month, channels in ANSWERS:
        for channel, many, satisfied in channels:
            for number in range(many):
                score = 5 if dice.random() < 0.7 else 4
                if number >= satisfied:
                    score = 1 + int(dice.random() * 3)
                day = month + timedelta(days=int(dice.random() * 30))
                time = f"{6 + int(dice.random() * 15):02}:{int(dice.random() * 60):02}"
                size = "growing" if dice.random() < 0.4 else "small"
                lines.append(f"{day} {time},{_customer(dice)},{channel},{size},{score}")
    return sorted(lines)


def events(dice: Random) -> list[str]:
    """Two lines a customer: the contract, and the first payday."""
    lines = []
    customer = 4000
    for month, many, days in FIRST_PAYROLLS:
        for number in range(many):
            customer += 1
            payday = month + timedelta(days=int(dice.random() * 28))
            signed = payday - timedelta(days=_days(number / (many - 1), days))
            lines.append(f"{signed} 09:00,{customer},contract-signed")
            lines.append(f"{payday} 09:00,{customer},first-payday")
    return sorted(lines)


def joining(dice: Random, paid: list[str]) -> list[str]:
    """What else happened to those who were paid, and to others who have not come so far."""
    known = {}
    for line in paid:
        time, customer, event = line.split(",")
        known.setdefault(customer, {})[event] = datetime.fromisoformat(time)
    lines = [line for customer in known for line in _follow(dice, customer, known[customer], 99)]
    customer = 5000
    for first, days, many in (GONE, UNDER_WAY):
        for _ in range(many):
            customer += 1
            signed = datetime.fromisoformat(f"{_monday_to_friday(first, dice, days)} 09:00")
            steps = 3 + int(dice.random() * 8) if first == GONE[0] else 11
            lines.append(f"{signed:%Y-%m-%d %H:%M},{customer},contract-signed")
            lines += _follow(dice, str(customer), {"contract-signed": signed}, steps)
    return lines


def helping(dice: Random) -> list[str]:
    """Contacts with the service, what came of them, and the call after the third in a month."""
    first, days, many, customers = CONTACTS
    lines = []
    asked = {}
    for _ in range(many):
        customer = 1000 + int(dice.random() ** 2 * customers)
        day = _monday_to_friday(first, dice, days)
        time = datetime.fromisoformat(f"{day} {8 + int(dice.random() * 8):02}:00")
        asked.setdefault(customer, []).append(time)
        way = "phone-line" if dice.random() < 0.6 else "question-by-email"
        lines += [f"{time:%Y-%m-%d %H:%M},{customer},{what}" for what in ("service-contact", way)]
        lines += _follow(dice, str(customer), {way: time}, 99, HELPING)
    for customer, times in sorted(asked.items()):
        times.sort()
        third = next((c for a, c in zip(times, times[2:], strict=False) if (c - a).days < 31), None)
        if third is not None and dice.random() < 0.65:
            called = _later(dice, third, 2 if dice.random() < 0.15 else int(dice.random() * 2))
            lines.append(f"{called:%Y-%m-%d %H:%M},{customer},third-contact")
    return lines


def _follow(
    dice: Random, customer: str, known: dict[str, datetime], steps: int, table: tuple = JOINING
) -> list[str]:
    """The lines of what follows from what a customer has met, so many steps of it."""
    lines = []
    end = known.get("first-payday")
    for what, after, likely, took in table[:steps]:
        chance, days = dice.random(), took[int(dice.random() * len(took))]
        if after not in known or chance >= likely:
            continue
        time = _later(dice, known[after], days)
        early = end is None or after == "first-payday" or time < end
        if early and time < TODAY:
            known[what] = time
            lines.append(f"{time:%Y-%m-%d %H:%M},{customer},{what}")
    return lines


def _later(dice: Random, time: datetime, days: int) -> datetime:
    """So many business days later, or earlier; on the same day within two hours."""
    if not days:
        return time + timedelta(minutes=5 + int(dice.random() * 100))
    step = timedelta(days=1 if days > 0 else -1)
    while days:
        time += step
        if time.weekday() < 5:
            days -= 1 if days > 0 else -1
    return time.replace(hour=9 + int(dice.random() * 7), minute=int(dice.random() * 60))


def _monday_to_friday(first: date, dice: Random, days: int) -> date:
    day = first + timedelta(days=int(dice.random() * days))
    return day - timedelta(days=max(0, day.weekday() - 4))


def _days(share: float, days: tuple[int, ...]) -> int:
    """How long it took the customer who stands at a share of all, by a line through the marks."""
    for left, right, low, high in zip(MARKS, MARKS[1:], days, days[1:], strict=False):
        if share <= right:
            return round(low + (high - low) * (share - left) / (right - left))
    return days[-1]


def _customer(dice: Random) -> int:
    return 1000 + int(dice.random() * 3400)


def write(name: str, head: str, lines: list[str]) -> None:
    """Write one file, with the line ends that git keeps."""
    text = "\n".join([head, *lines, ""])
    (HERE / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    dice = Random(2026)  # noqa: S311 (invented answers are no secret)
    write("after-contact.csv", "answered_at,customer,where,size,score", answers(dice))
    paid = events(dice)
    dice = Random(1015)  # noqa: S311
    happened = sorted([*paid, *joining(dice, paid), *helping(dice)])
    write("customer-events.csv", "at,customer,event", happened)
