"""The draw is a pure function: same frame and seed, same sample; the size is exact."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ots.quality.sampling import (
    Unit,
    allocate,
    digest,
    draw,
    read_twice,
    register_lines,
    sample_size,
)

units = st.builds(Unit, st.integers(1, 10_000), st.integers(1, 4), st.sampled_from(["a", "b", "c"]))
frames = st.lists(units, max_size=80, unique_by=lambda unit: unit.key)
seeds = st.integers(0, 2**53)


@pytest.mark.parametrize(("rate", "errors", "size"), [(0.05, 0, 59), (0.01, 0, 299), (0.05, 1, 93)])
def test_the_size_is_the_published_one(rate, errors, size):
    assert sample_size(confidence=0.95, error_rate=rate, errors_allowed=errors) == size


def chance(errors, number, rate):
    return sum(comb(number, k) * rate**k * (1 - rate) ** (number - k) for k in range(errors + 1))


@given(st.floats(0.5, 0.99), st.floats(0.02, 0.3), st.integers(0, 3))
def test_the_size_is_the_least_that_makes_so_sure(confidence, rate, errors):
    size = sample_size(confidence=confidence, error_rate=rate, errors_allowed=errors)
    assert chance(errors, size, rate) <= 1 - confidence + 1e-9
    assert chance(errors, size - 1, rate) > 1 - confidence - 1e-9


def test_a_wish_that_nothing_can_fulfil_is_refused():
    with pytest.raises(ValueError, match="between 0 and 1"):
        sample_size(confidence=1.0, error_rate=0.05)


@given(frames, st.integers(1, 30), seeds, st.randoms())
def test_the_order_in_which_the_frame_is_read_changes_nothing(frame, size, seed, random):
    shuffled = random.sample(frame, len(frame))
    assert draw(shuffled, per_county=size, seed=seed) == draw(frame, per_county=size, seed=seed)
    assert digest(shuffled) == digest(frame)


@given(frames, st.integers(1, 30), seeds)
def test_each_county_gives_its_number_or_all_it_has(frame, size, seed):
    drawn = draw(frame, per_county=size, seed=seed)
    for county in {unit.county for unit in frame}:
        there = sum(unit.county == county for unit in frame)
        assert sum(unit.county == county for unit in drawn) == min(size, there)


@given(frames, st.integers(1, 30), seeds)
def test_nothing_is_drawn_twice_or_from_outside_the_frame(frame, size, seed):
    drawn = draw(frame, per_county=size, seed=seed)
    assert len(set(drawn)) == len(drawn)
    assert set(drawn) <= set(frame)


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 500), min_size=1), st.integers(6, 90)
)
def test_every_stratum_has_one_at_least_and_none_more_than_it_holds(counts, size):
    shares = allocate(counts, size)
    assert sum(shares.values()) == min(size, sum(counts.values()))
    assert all(1 <= shares[name] <= counts[name] for name in counts)


def test_another_seed_draws_another_sample():
    frame = [Unit(key, 1, "a") for key in range(1000)]
    assert draw(frame, per_county=20, seed=1) != draw(frame, per_county=20, seed=2)


@given(st.sets(st.integers(1, 10_000), max_size=100), seeds)
def test_a_tenth_rounded_up_is_read_twice(keys, seed):
    assert len(read_twice(keys, seed=seed)) == -(-len(keys) // 10)


@given(st.integers(1, 200), st.integers(1, 50), seeds)
def test_lines_of_a_register_are_drawn_once_each(lines, size, seed):
    drawn = register_lines(lines=lines, size=size, seed=seed)
    assert len(set(drawn)) == min(lines, size)
    assert all(1 <= line <= lines for line in drawn)
