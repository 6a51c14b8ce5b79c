"""The draw: decided by the seed alone, and never against the gap."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.selection import Candidate, Terms, draw_days, draw_people

FIRST, LAST = date(2026, 2, 1), date(2026, 2, 28)
SEEDS = st.text(alphabet="0123456789abcdef", min_size=64, max_size=64)
FRAMES = st.lists(
    st.builds(
        Candidate,
        person_id=st.integers(min_value=1, max_value=10_000),
        free_from=st.dates(min_value=FIRST, max_value=LAST + timedelta(days=5)),
    ),
    max_size=20,
    unique_by=lambda each: each.person_id,
)
TERMS = st.builds(
    Terms,
    first_day=st.just(FIRST),
    last_day=st.just(LAST),
    times=st.integers(min_value=1, max_value=6),
    minimum_gap_days=st.integers(min_value=1, max_value=10),
)


@given(SEEDS, FRAMES, TERMS)
def test_the_same_seed_draws_the_same(seed, frame, terms):
    assert draw_people(seed, frame, terms) == draw_people(seed, frame[::-1], terms)


@given(SEEDS, FRAMES, TERMS)
def test_as_many_are_drawn_as_asked_or_as_are_free(seed, frame, terms):
    free = [each for each in frame if each.free_from <= LAST]
    assert len(draw_people(seed, frame, terms)) == min(terms.times, len(free))


@given(SEEDS, FRAMES, TERMS)
def test_nobody_is_drawn_before_the_gap_is_over(seed, frame, terms):
    free = {each.person_id: each.free_from for each in frame}
    for drawn in (*draw_people(seed, frame, terms), *draw_days(seed, frame, terms)):
        assert drawn.on >= free[drawn.person_id]


@given(SEEDS, TERMS)
def test_days_on_which_all_are_called_keep_the_gap(seed, terms):
    drawn = draw_days(seed, [Candidate(1, FIRST)], terms)
    days = [each.on for each in drawn]
    gaps = [(later - earlier).days for earlier, later in zip(days, days[1:], strict=False)]
    assert all(gap >= terms.minimum_gap_days for gap in gaps)


@given(FRAMES)
def test_a_candidate_reads_back_as_it_was_kept(frame):
    assert [Candidate.from_text(each.as_text()) for each in frame] == frame


def test_over_many_seeds_everybody_is_drawn_about_as_often():
    frame = [Candidate(number, FIRST) for number in range(10)]
    terms = Terms(FIRST, LAST, 1, 1)
    times = [0] * 10
    for seed in range(2000):
        times[draw_people(str(seed), frame, terms)[0].person_id] += 1
    assert min(times) > 140
    assert max(times) < 260
