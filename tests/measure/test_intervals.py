"""Figures and intervals beside what was published, and beside brute force."""

from math import sqrt

import pytest

from cxmap import intervals
from cxmap.estimate import Estimate, Tally, change, mean, net_share


@pytest.mark.parametrize(
    ("good", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_what_newcombe_printed(good: int, n: int, low: float, high: float) -> None:
    assert intervals.wilson(good, n) == (
        pytest.approx(low, abs=5e-5),
        pytest.approx(high, abs=5e-5),
    )


def test_the_net_promoter_score_of_six_answers_is_a_third_with_its_standard_error() -> None:
    scores = [0, 7, 7, 9, 9, 9]
    net = [(score >= 9) - (score <= 6) for score in scores]
    variance = sum(x * x for x in net) / 6 - (sum(net) / 6) ** 2
    assert net_share(Tally(6, 3, 1)).value == pytest.approx(33.33, abs=0.005)
    assert 100 * sqrt(variance / 6) == pytest.approx(30.43, abs=0.005)


def test_the_adjusted_wald_interval_is_that_of_rocks() -> None:
    found = net_share(Tally(324, 162, 54))
    assert (found.low, found.high) == (
        pytest.approx(24.95, abs=0.005),
        pytest.approx(41.11, abs=0.005),
    )


def test_no_interval_of_a_net_promoter_score_leaves_the_scale() -> None:
    assert net_share(Tally(3, 3, 0)).high == 100
    assert net_share(Tally(3, 0, 3)).low == -100


@pytest.mark.parametrize(
    ("freedom", "quantile"),
    [
        (1, 12.7062),
        (2, 4.3027),
        (5, 2.5706),
        (10, 2.2281),
        (30, 2.0423),
        (120, 1.9799),
        (200, 1.9719),
        (201, 1.9718),
        (1000, 1.9623),
    ],
)
def test_quantiles_of_student_are_those_of_the_tables(freedom: int, quantile: float) -> None:
    assert intervals.student_quantile(freedom) == pytest.approx(quantile, abs=6e-5)


def test_a_mean_has_the_interval_of_student() -> None:
    answers = [1, 2, 3, 4, 5]
    found = mean(Tally(5, total=15_000, squares=sum(a * a for a in answers) * 1_000_000))
    half = 2.7764 * sqrt(2.5) / sqrt(5)
    assert (found.value, found.low, found.high) == (
        3,
        pytest.approx(3 - half, abs=1e-4),
        pytest.approx(3 + half, abs=1e-4),
    )


def test_one_answer_alone_has_no_interval() -> None:
    assert mean(Tally(1, total=4_000, squares=16_000_000)).interval is None


@pytest.mark.parametrize(("n", "low", "high"), [(6, 1, 6), (10, 2, 9), (20, 6, 15), (100, 40, 61)])
def test_ranks_of_a_median_are_those_of_the_tables(n: int, low: int, high: int) -> None:
    assert intervals.ranks(n, 0.5) == (low, high)


def test_five_answers_are_too_few_for_an_interval_of_their_median() -> None:
    assert intervals.ranks(5, 0.5) is None


def test_many_answers_have_nearly_the_ranks_of_exact_counting() -> None:
    exact, quick = intervals.ranks(1_000, 0.9), intervals.ranks(1_001, 0.9)
    assert exact and quick
    assert abs(exact[0] - quick[0]) <= 2 and abs(exact[1] - quick[1]) <= 2


@pytest.mark.parametrize(
    ("n", "share", "rank"), [(1, 0.5, 1), (2, 0.5, 1), (3, 0.5, 2), (10, 0.9, 9), (11, 0.9, 10)]
)
def test_a_percentile_is_the_smallest_answer_that_enough_do_not_exceed(
    n: int, share: float, rank: int
) -> None:
    assert intervals.rank(n, share) == rank


def test_a_difference_of_shares_has_the_interval_of_newcombe() -> None:
    new, old = intervals.wilson(56, 70), intervals.wilson(48, 80)  # his example (a)
    low, high = intervals.difference(56 / 70, new, 48 / 80, old)
    assert (low, high) == (pytest.approx(0.0524, abs=5e-5), pytest.approx(0.3339, abs=5e-5))


def test_a_change_is_clear_only_when_its_interval_says_so() -> None:
    assert change(Estimate(80, 75, 85), Estimate(60, 55, 65)).trend == "up"
    assert change(Estimate(60, 55, 65), Estimate(80, 75, 85)).trend == "down"
    assert change(Estimate(62, 55, 70), Estimate(60, 55, 65)).trend == "no clear change"
    assert change(Estimate(62), Estimate(60)).trend == ""
