"""The law book dates prison sentences as a second reckoning without it does."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.prison_reckoning.draws import draw_case
from tests.law.prison_reckoning.reckon import reckon
from timecomp.law.case_json import result_to_json
from timecomp.law.case_text import cases_of
from timecomp.law.computation import compute

ENDS = ("minimum", "maximum")
DATES = [f"{way}_{end}" for way in ("calendar", "net", "projected") for end in ENDS]
SPECIAL = {"good_time": "special_good_time", "disciplinary_credit": "special_disciplinary_credit"}


def answer_of_the_book(case):
    [facts] = cases_of(json.dumps(case).encode())
    return result_to_json(compute(facts))


def compared(case):
    """The two answers, in one form."""
    book, second = answer_of_the_book(case), reckon(case)
    by_id = {each["id"]: each for each in book["sentences"]}
    told = {"": {key: book["offender"][key] for key in second["offender"]}}
    reckoned = {"": second["offender"]}
    for name, made in second["sentences"].items():
        given_by_book = by_id[name]
        told[name] = {key: given_by_book[key] for key in DATES}
        reckoned[name] = {key: made[key] for key in DATES}
        if made["regime"] is not None:
            told[name]["regime"], reckoned[name]["regime"] = given_by_book["regime"], made["regime"]
        for end, (credit, regular, special) in made["credits"].items():
            key = "regular_good_time" if credit == "good_time" else credit
            credits = given_by_book["credits"]
            told[name][f"{end} credits"] = (credits[key][end], credits[SPECIAL[credit]][end])
            reckoned[name][f"{end} credits"] = (regular, special)
    return told, json_dates(reckoned)


def json_dates(reckoned):
    return {
        name: {
            key: each.isoformat() if hasattr(each, "isoformat") else each
            for key, each in answers.items()
        }
        for name, answers in reckoned.items()
    }


@pytest.mark.parametrize("first", range(0, 240, 40))
def test_a_fixed_set_of_cases_is_dated_alike(first):
    for seed in range(first, first + 40):
        case = draw_case(seed)
        told, reckoned = compared(case)
        assert told == reckoned, json.dumps(case)


@given(st.integers(1_000, 2**40))
def test_any_case_is_dated_alike(seed):
    case = draw_case(seed)
    told, reckoned = compared(case)
    assert told == reckoned, json.dumps(case)


def sentenced(code, crime, imposed, minimum, maximum, credit=0, **more):
    offense = {"code": code, "date": crime}
    return {
        "id": "A",
        "offense": offense,
        "sentenced_on": imposed,
        "kind": "indeterminate",
        "minimum": minimum,
        "maximum": maximum,
        "jail_credit_days": credit,
        **more,
    }


def ends_of(*sentences, **more):
    made = reckon({"id": "published", "sentences": list(sentences), **more})
    return tuple(day.isoformat() for day in made["offender"].values())


def test_the_second_reckoning_gives_the_dates_of_holbrook():
    # Wayne County Prosecutor v Department of Corrections, Court of Appeals 186106 (1997)
    murder = sentenced(
        "750.317", "1981-12-04", "1988-02-17", {"years": 20}, {"years": 30}, credit=2236
    )
    award = {
        "sentence": "A",
        "kind": "special_good_time",
        "days": 2028,
        "awarded_on": "1994-01-01",
        "applies_to": "maximum",
    }
    made = reckon({"id": "holbrook", "sentences": [murder], "credit_awards": [award]})
    [only] = made["sentences"].values()
    assert only["credits"]["maximum"] == ("good_time", 4056, 2028)
    assert only["calendar_minimum"].isoformat() == "2002-01-03"
    assert only["calendar_maximum"].isoformat() == "2012-01-03"
    assert only["net_maximum"].isoformat() == "1995-05-08"


def test_the_second_reckoning_gives_the_dates_of_hayes():
    # Hayes v Parole Board, 312 Mich App 774 (2015): two years, then twenty to thirty
    firearm = {
        "id": "F",
        "offense": {"code": "750.227b", "date": "1995-07-01"},
        "sentenced_on": "1995-07-05",
        "kind": "flat",
        "maximum": {"years": 2},
    }
    robbery = sentenced(
        "750.529",
        "1995-07-01",
        "1995-07-05",
        {"years": 20},
        {"years": 30},
        consecutive_to=["F"],
        habitual=4,
    )
    made = reckon({"id": "hayes", "sentences": [firearm, robbery]})["sentences"]["A"]
    assert made["calendar_minimum"].isoformat() == "2017-07-05"
    assert made["projected_minimum"].isoformat() == "2013-10-02"


def test_the_second_reckoning_adds_the_terms_of_mitchell():
    # Mitchell v Warden, Court of Appeals 328049 (2016): two years, then five to ten
    firearm = {
        "id": "F",
        "offense": {"code": "750.227b", "date": "2001-06-20"},
        "sentenced_on": "2001-11-20",
        "kind": "flat",
        "maximum": {"years": 2},
        "jail_credit_days": 150,
    }
    carjacking = sentenced(
        "750.529", "2001-06-20", "2001-11-20", {"years": 5}, {"years": 10}, consecutive_to=["F"]
    )
    assert ends_of(firearm, carjacking) == ("2008-06-23", "2013-06-23")


def test_the_months_are_added_in_one_step():
    theft = sentenced(
        "750.360", "2020-01-10", "2020-03-31", {"years": 1, "months": 6}, {"years": 4}, credit=31
    )
    assert ends_of(theft) == ("2021-08-29", "2024-02-29")
