"""What the case files cannot show of the law: refusals of its own mistakes, and words."""

from datetime import date

import pytest

from tests.law.case_files import PARAMETERS
from timecomp.engine.dates import DaySpan
from timecomp.engine.parameters import Value, amended
from timecomp.law.case_json import case_to_json, parse_cases
from timecomp.law.computation import compute
from timecomp.law.mcl_800.s33_good_time import monthly_good_time
from timecomp.law.topics import Topic
from timecomp.law.worksheet import in_words, worksheet

MURDER = {
    "id": "no-parole",
    "sentences": [
        {
            "id": "A",
            "offense": {"code": "750.316", "date": "2001-05-01"},
            "sentenced_on": "2001-10-01",
            "kind": "life",
            "maximum": "life",
        }
    ],
}


def test_a_table_of_good_time_whose_last_row_is_closed_is_refused() -> None:
    (enacted,) = PARAMETERS["rgt_table"].values
    closed = Value(None, enacted.amount[:-1], "A table that was cut short")
    with (
        amended({"rgt_table": [closed]}),
        pytest.raises(ValueError, match=r"\[20\] is in no row of the table"),
    ):
        monthly_good_time(year_of_sentence=20, offense_date=date(1985, 1, 1))


def test_what_is_no_case_is_not_written_as_one() -> None:
    with pytest.raises(TypeError, match=r"\[None\] is no case"):
        case_to_json(None)


def test_a_stay_is_told_from_its_first_day_to_the_day_after() -> None:
    stay = DaySpan(date(2012, 2, 25), date(2012, 3, 3))
    assert in_words(stay) == "February 25, 2012 to March 3, 2012"


def test_a_worksheet_without_deadlines_has_no_heading_for_them() -> None:
    sections = worksheet(compute(parse_cases(MURDER)[0])).person
    assert Topic.DEADLINE not in {each.topic for each in sections}
