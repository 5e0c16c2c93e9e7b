"""95% intervals of shares, means, percentiles and differences, with the standard library alone.

What a figure of all customers may be, when only some were asked. Arguments are checked nowhere:
callers have counted, and know that there is something to count.
"""

from math import atan, ceil, comb, cos, floor, pi, sin, sqrt
from statistics import NormalDist

Interval = tuple[float, float]

Z = NormalDist().inv_cdf(0.975)
_TAIL = 0.025
_FEWEST = 6  # with fewer, no two answers hold a median with 95%: 2 · ½⁵ is over 5%
_EXACT = 1_000
_SERIES = 200


def wilson(good: int, n: int) -> Interval:
    """The interval of a share, both between 0 and 1.

    Source: Wilson, E. B., Probable inference, the law of succession, and statistical inference,
    JASA 22, 1927; recommended in Newcombe, R. G., Statistics in Medicine 17, 1998.
    """
    return wilson_of_share(good / n, n)


def wilson_of_share(share: float, n: int) -> Interval:
    """The same interval where the share is known, which may be a rounded one, and not the count."""
    square = Z * Z
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = Z * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    low = 0.0 if share == 0 else centre - half
    high = 1.0 if share == 1 else centre + half
    return max(0.0, low), min(1.0, high)


def adjusted_wald(good: int, bad: int, n: int) -> Interval:
    """The interval of a difference of two shares of the same answers, between −1 and 1.

    ¾ of a promoter, 1½ passives and ¾ of a detractor are added.
    Source: Rocks, B., Interval estimation for the “Net Promoter Score”, The American Statistician
    70, 2016.
    """
    many = n + 3
    up, down = (good + 0.75) / many, (bad + 0.75) / many
    half = Z * sqrt((up + down - (up - down) ** 2) / many)
    return max(-1.0, up - down - half), min(1.0, up - down + half)


def student(mean: float, deviation: float, n: int) -> Interval | None:
    """The interval of a mean; None for one answer alone.

    Args:
        mean: of the answers.
        deviation: their standard deviation, with n − 1.
        n: how many there are.

    Source: Student (W. S. Gosset), The probable error of a mean, Biometrika 6, 1908.
    """
    if n < 2:
        return None
    half = student_quantile(n - 1) * deviation / sqrt(n)
    return mean - half, mean + half


def student_quantile(freedom: int) -> float:
    """How many standard errors hold 95% of Student's distribution.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 to 26.7.5.
    """
    if freedom > _SERIES:
        return _expansion(freedom)
    low, high = Z, 13.0  # with one degree of freedom it is 12.7
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < 1 - 2 * _TAIL else (low, middle)
    return (low + high) / 2


def ranks(n: int, share: float) -> tuple[int, int] | None:
    """Between which answers, by size and counted from 1, a percentile lies with 95%.

    None where there are too few answers to say, fewer than 6 for a median.

    Args:
        n: how many answers.
        share: the percentile between 0 and 1: 0.5 for the median.

    Source: Conover, W. J., Practical Nonparametric Statistics, 3rd edition, 1999, 3.2.
    """
    if n < _FEWEST:
        return None
    if n > _EXACT:
        half = Z * sqrt(n * share * (1 - share))
        low, high = floor(n * share - half), ceil(n * share + half) + 1
    else:
        low, high = _exact_ranks(n, share)
    return (low, high) if low >= 1 and high <= n else None


def rank(n: int, share: float) -> int:
    """Which answer, by size and counted from 1, is the percentile: the ⌈n·p⌉-th.

    It is the smallest answer that at least that share does not exceed: Hyndman, R. J., Fan, Y.,
    Sample quantiles in statistical packages, The American Statistician 50, 1996, definition 1.
    """
    return max(1, ceil(round(n * share, 9)))


def difference(new: float, of_new: Interval, old: float, of_old: Interval) -> Interval:
    """The interval of new − old, from their own intervals.

    Source: the method of variance estimates recovery, Zou, G. Y., Donner, A., Statistics in
    Medicine 27, 2008; for shares Newcombe's method 10, Statistics in Medicine 17, 1998.
    """
    change = new - old
    low = change - sqrt((new - of_new[0]) ** 2 + (of_old[1] - old) ** 2)
    high = change + sqrt((of_new[1] - new) ** 2 + (old - of_old[0]) ** 2)
    return low, high


def _within(t: float, freedom: int) -> float:
    """The chance that Student's variable lies between −t and t."""
    angle = atan(t / sqrt(freedom))
    step = cos(angle) ** 2
    if freedom % 2 == 0:
        term, total = 1.0, 1.0
        for number in range(2, freedom, 2):
            term *= step * (number - 1) / number
            total += term
        return sin(angle) * total
    if freedom == 1:
        return 2 * angle / pi
    term, total = cos(angle), cos(angle)
    for number in range(3, freedom, 2):
        term *= step * (number - 1) / number
        total += term
    return 2 / pi * (angle + sin(angle) * total)


def _expansion(freedom: int) -> float:
    z = Z
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / freedom + second / freedom**2 + third / freedom**3


def _exact_ranks(n: int, share: float) -> tuple[int, int]:
    below, low, high = 0.0, 0, 0
    for number in range(n + 1):
        below += comb(n, number) * share**number * (1 - share) ** (n - number)
        if below <= _TAIL:
            low = number + 1
        if below >= 1 - _TAIL:
            high = number + 1
            break
    return low, high
