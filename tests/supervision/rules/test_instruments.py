"""Every instrument: worked examples, bounds, missing and impossible answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.instruments.catalogue import INSTRUMENTS
from supervision.rules.instruments.form import Instrument, Item, ItemType, Value
from supervision.rules.instruments.scoring import AnswerError, score

PSA_PLAIN: dict[str, Value] = {
    "age_at_arrest": 40,
    "current_violent": False,
    "pending_charge": False,
    "prior_misdemeanor": False,
    "prior_felony": False,
    "prior_violent": 0,
    "fta_past_2_years": 0,
    "fta_older": False,
    "prior_incarceration": False,
}
HIGHEST = {
    "psa": {"fta": 7, "nca": 13, "nvca": 7},
    "vprai_r": {"risk": 14},
    "salient_factor": {"salient": 10},
}


@pytest.mark.parametrize(
    ("changes", "scores", "scaled", "flag"),
    [
        ({}, (0, 0, 0), (1, 1), False),
        # The published example: 27, a charge pending, a misdemeanor, one recent failure.
        (
            {
                "age_at_arrest": 27,
                "pending_charge": True,
                "prior_misdemeanor": True,
                "fta_past_2_years": 1,
            },
            (4, 5, 2),
            (4, 4),
            False,
        ),
        ({"age_at_arrest": 22}, (0, 2, 0), (1, 2), False),
        ({"age_at_arrest": 23}, (0, 0, 0), (1, 1), False),
        ({"age_at_arrest": 20, "current_violent": True}, (0, 2, 3), (1, 2), False),
        ({"age_at_arrest": 21, "current_violent": True}, (0, 2, 2), (1, 2), False),
        (
            {"current_violent": True, "pending_charge": True, "prior_felony": True},
            (2, 4, 4),
            (3, 3),
            True,
        ),
        (
            {
                "age_at_arrest": 19,
                "current_violent": True,
                "pending_charge": True,
                "prior_misdemeanor": True,
                "prior_felony": True,
                "prior_violent": 3,
                "fta_past_2_years": 2,
                "fta_older": True,
                "prior_incarceration": True,
            },
            (7, 13, 7),
            (6, 6),
            True,
        ),
    ],
)
def test_the_public_safety_assessment_gives_its_published_points(
    changes: dict[str, Value],
    scores: tuple[int, int, int],
    scaled: tuple[int, int],
    flag: bool,
) -> None:
    found = score(INSTRUMENTS["psa"], {**PSA_PLAIN, **changes})
    assert (found.scores["fta"], found.scores["nca"], found.scores["nvca"]) == scores
    assert (found.scaled["fta"], found.scaled["nca"]) == scaled
    assert found.flags == {"nvca": flag}


@pytest.mark.parametrize(
    ("points", "sex", "level"),
    [
        (14, "male", "low"),
        (15, "male", "moderate"),
        (23, "male", "moderate"),
        (24, "male", "high"),
        (14, "female", "low"),
        (15, "female", "moderate"),
        (28, "female", "moderate"),
        (29, "female", "high"),
    ],
)
def test_the_ohio_tools_levels_differ_by_sex_at_their_bounds(
    points: int, sex: str, level: str
) -> None:
    instrument = INSTRUMENTS["oras_cst"]
    answers = _with_points(instrument, points)
    found = score(instrument, {**answers, "sex": sex})
    assert found.scores["total"] == points
    assert found.level == level


@pytest.mark.parametrize(
    ("key", "answers", "scores", "level"),
    [
        ("vprai_r", {"criminal_history": True}, {"risk": 2}, "1"),
        ("vprai_r", {"felony_drug_theft_fraud": True}, {"risk": 3}, "2"),
        ("vprai_r", {"failures_to_appear": 1, "violent_convictions": 2}, {"risk": 1}, "1"),
        ("salient_factor", {}, {"salient": 9}, "very_good"),
        (
            "salient_factor",
            {"prior_convictions": 4, "prior_commitments": 3, "age_at_offense": 19},
            {"salient": 2},
            "poor",
        ),
        ("pcra", {"arrests": 8, "age": 25}, {"total": 5}, "low"),
        (
            "pcra",
            {"arrests": 8, "age": 25, "unemployed": True},
            {"total": 6},
            "low_moderate",
        ),
        ("wisconsin", {"assaultive_5_years": True}, {"risk": 15, "needs": 0}, "maximum"),
        ("wisconsin", {"emotional": "considerable_need"}, {"risk": 0, "needs": 7}, "low"),
        ("wisconsin", {"emotional": "strength"}, {"risk": 0, "needs": -2}, "low"),
        ("michigan_parole_guidelines", {"prior_record": 3}, {"total": 3}, "high"),
        ("michigan_parole_guidelines", {"prior_record": 2}, {"total": 2}, "average"),
        ("michigan_parole_guidelines", {"prior_record": -12}, {"total": -12}, "average"),
        ("michigan_parole_guidelines", {"prior_record": -13}, {"total": -13}, "low"),
    ],
)
def test_worked_examples_of_the_other_instruments(
    key: str, answers: dict[str, Value], scores: dict[str, int], level: str
) -> None:
    instrument = INSTRUMENTS[key]
    found = score(instrument, {**_harmless(instrument), **answers})
    assert {name: found.scores[name] for name in scores} == scores
    assert found.level == level


@pytest.mark.parametrize("key", HIGHEST)
def test_the_highest_score_is_the_published_one(key: str) -> None:
    assert score(INSTRUMENTS[key], {}).highest == HIGHEST[key]


def test_the_ohio_tools_sections_have_their_published_maxima() -> None:
    highest = score(INSTRUMENTS["oras_cst"], {}).highest
    assert tuple(highest.values()) == (8, 6, 5, 3, 6, 8, 13, 49)


@pytest.mark.parametrize("instrument", INSTRUMENTS.values(), ids=INSTRUMENTS)
def test_a_missing_answer_is_named_and_gives_a_range(instrument: Instrument) -> None:
    for item in instrument.items:
        answers = _harmless(instrument)
        del answers[item.name]
        found = score(instrument, answers)
        assert found.missing == (item.name,)
        assert found.is_provisional
        assert all(found.lowest[scale] <= found.highest[scale] for scale in found.scores)


def test_a_level_that_no_answer_could_change_is_given_all_the_same() -> None:
    instrument = INSTRUMENTS["wisconsin"]
    answers = {**_harmless(instrument), "assaultive_5_years": True}
    del answers["address_changes"]
    assert score(instrument, answers).level == "maximum"
    del answers["assaultive_5_years"]
    assert score(instrument, answers).level is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("age_at_arrest", 9),
        ("age_at_arrest", "27"),
        ("age_at_arrest", True),
        ("prior_violent", -1),
        ("pending_charge", 1),
        ("shoe_size", 44),
    ],
)
def test_an_impossible_answer_is_an_error_that_names_item_and_value(
    name: str, value: object
) -> None:
    with pytest.raises(AnswerError) as raised:
        score(INSTRUMENTS["psa"], {name: value})
    assert name in str(raised.value)
    assert str(value) in str(raised.value)


@given(data=st.data(), instrument=st.sampled_from(list(INSTRUMENTS.values())))
def test_every_score_is_the_sum_of_its_parts_and_lies_in_the_range_told_before(
    data: st.DataObject, instrument: Instrument
) -> None:
    answers = {item.name: data.draw(_values(item), label=item.name) for item in instrument.items}
    known = {name: value for name, value in answers.items() if data.draw(st.booleans(), label=name)}
    whole, part = score(instrument, answers), score(instrument, known)
    for scale, total in whole.scores.items():
        assert total == sum(each.points for each in whole.parts if each.scale == scale)
        assert part.lowest[scale] <= total <= part.highest[scale]
    if part.level is not None:
        assert part.level == whole.level
    assert score(instrument, answers) == whole


@pytest.mark.parametrize("instrument", INSTRUMENTS.values(), ids=INSTRUMENTS)
def test_what_was_not_read_in_its_source_says_what_it_awaits(instrument: Instrument) -> None:
    assert instrument.source
    assert instrument.standing.awaits_counsel == bool(instrument.awaits)


def _values(item: Item) -> st.SearchStrategy[Value]:
    return st.sampled_from(item.every_value())


def _harmless(instrument: Instrument) -> dict[str, Value]:
    """Answers in the middle of nothing: no, none, an age of forty, fully employed, a nil score."""
    return {item.name: _harmless_answer(item) for item in instrument.items}


def _harmless_answer(item: Item) -> Value:
    if item.type is ItemType.YES_NO:
        return False
    if item.type is ItemType.CHOICE:
        return "no_need" if "no_need" in item.choices else item.choices[0]
    if "age" in item.name.split("_"):
        return 45 if item.type is ItemType.COUNT else 0
    return 100 if item.name == "employed_percent" else 0


def _with_points(instrument: Instrument, points: int) -> dict[str, Value]:
    """Answers worth just so many points in all, item after item from the first."""
    answers = _harmless(instrument)
    for item in instrument.items[1:]:
        for value in item.every_value():
            more = {**answers, item.name: value}
            if score(instrument, more).scores["total"] <= points:
                answers = more
    return answers
