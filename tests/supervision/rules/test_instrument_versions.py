"""What stands in a published version stays; what single answers would change; words of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.instruments.catalogue import (
    DISABLED,
    EARLIER,
    INSTRUMENTS,
    UnknownInstrumentError,
    instrument_of,
)
from supervision.rules.instruments.definition import definition_digest
from supervision.rules.instruments.form import Instrument, Value
from supervision.rules.instruments.michigan_parole_guidelines import with_bounds
from supervision.rules.instruments.moves import moves, outcome_of
from supervision.rules.instruments.scoring import score
from supervision.rules.instruments.words import groups_of

# A change of points, bounds or items is a new version beside the old one, never another digest.
PUBLISHED = {
    ("psa", "2018"): "be61c1484db5ad0a",
    ("oras_cst", "2010"): "01abf3abd07652af",
    ("vprai_r", "4.3"): "63075611409561cf",
    ("pcra", "1.0"): "21844960145b3860",
    ("wisconsin", "DOC-502"): "942bf8586906e784",
    ("salient_factor", "SFS-81"): "f26d98683fde7e17",
    ("michigan_parole_guidelines", "R 791.7716"): "f203639977c24a7f",
}


def answers_of(instrument: Instrument) -> st.SearchStrategy[dict[str, Value]]:
    return st.fixed_dictionaries(
        {each.name: st.sampled_from(each.every_value()) for each in instrument.items}
    )


@pytest.mark.parametrize("instrument", [*INSTRUMENTS.values(), *EARLIER], ids=lambda each: each.key)
def test_a_published_version_never_changes(instrument: Instrument) -> None:
    published = PUBLISHED[instrument.key, instrument.version]
    assert definition_digest(instrument) == published


def test_a_version_that_is_not_known_is_named() -> None:
    with pytest.raises(UnknownInstrumentError, match=r"\[psa\].*\[1999\]"):
        instrument_of("psa", "1999")


def test_what_is_disabled_is_in_no_list_of_what_may_be_scored() -> None:
    assert DISABLED.keys() == {"pattern"}
    assert not DISABLED.keys() & INSTRUMENTS.keys()


@pytest.mark.parametrize(("total", "level"), [(-13, "low"), (-12, "average"), (3, "average")])
def test_the_bounds_of_the_guidelines_are_data(total: int, level: str) -> None:
    guidelines = with_bounds(low_at_most=-13, high_at_least=4)
    answers = {each.name: 0 for each in guidelines.items} | {"active_sentence": total}
    assert score(guidelines, answers).level == level


@pytest.mark.parametrize("key", sorted(INSTRUMENTS))
def test_every_item_is_asked_in_one_group(key: str) -> None:
    asked = [item for group in groups_of(INSTRUMENTS[key]) for item in group.items]
    assert sorted(asked, key=str) == sorted(INSTRUMENTS[key].items, key=str)


@given(st.data(), st.sampled_from(["vprai_r", "oras_cst", "salient_factor"]))
def test_every_move_moves_and_one_answer_suffices(data: st.DataObject, key: str) -> None:
    instrument = INSTRUMENTS[key]
    answers = data.draw(answers_of(instrument))
    now = outcome_of(score(instrument, answers))
    for move in moves(instrument, answers):
        moved = score(instrument, {**answers, move.item: move.instead})
        assert outcome_of(moved) != now
        assert moved.level == move.level


@given(st.data(), st.sampled_from(sorted(INSTRUMENTS)))
def test_parts_add_up_to_the_score(data: st.DataObject, key: str) -> None:
    instrument = INSTRUMENTS[key]
    scored = score(instrument, data.draw(answers_of(instrument)))
    for scale in instrument.scales:
        given = sum(part.points for part in scored.parts if part.scale == scale)
        assert given == scored.scores[scale]


@given(st.data(), st.sampled_from(sorted(INSTRUMENTS)))
def test_a_missing_item_never_leads_outside_the_range(data: st.DataObject, key: str) -> None:
    instrument = INSTRUMENTS[key]
    answers = data.draw(answers_of(instrument))
    left_out = data.draw(st.sets(st.sampled_from(sorted(answers))))
    some = score(instrument, {name: each for name, each in answers.items() if name not in left_out})
    full = score(instrument, answers)
    for scale in instrument.scales:
        assert some.lowest[scale] <= full.scores[scale] <= some.highest[scale]
