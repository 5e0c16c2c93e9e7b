"""Make the invented answers and events of this example: `python make.py` writes both files anew.

Nobody's data are in them: customers are numbers. The same run always gives the same bytes.
"""

from datetime import date, timedelta
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
    write("first-payrolls.csv", "at,customer,event", events(dice))
