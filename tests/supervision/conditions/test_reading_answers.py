"""What officers type for parameters is read freely, told back, and stored as one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.conditions.parameters import (
    TemplateTextError,
    parameters_in,
    problems_with,
    read,
)
from supervision.rules.conditions.reading import (
    DAYS,
    UNITS,
    ParameterKind,
    UnreadableError,
    is_answer,
    read_answer,
    told,
    typed,
)

OFTEN = st.fixed_dictionaries(
    {
        "times": st.integers(1, 99),
        "per": st.integers(1, 99),
        "unit": st.sampled_from(UNITS),
    }
)
ANSWERS = st.one_of(
    st.tuples(st.just(ParameterKind.OFTEN), OFTEN),
    st.tuples(st.just(ParameterKind.MONEY), st.integers(0, 10**9)),
    st.tuples(st.just(ParameterKind.WHOLE), st.integers(0, 999_999_999)),
    st.tuples(st.just(ParameterKind.DAY), st.dates().map(lambda day: day.isoformat())),
    st.tuples(st.just(ParameterKind.TIME), st.times().map(lambda at: f"{at:%H:%M}")),
    st.tuples(st.just(ParameterKind.YES_NO), st.booleans()),
    st.tuples(
        st.just(ParameterKind.DAYS),
        st.lists(st.sampled_from(DAYS), min_size=1, unique=True),
    ),
)


@given(answer=ANSWERS)
def test_an_answer_as_it_would_be_typed_is_read_as_itself(answer):
    kind, value = answer
    assert read_answer(kind, typed(kind, value)) == value


@given(answer=ANSWERS)
def test_what_was_read_is_of_its_kind(answer):
    kind, value = answer
    assert is_answer(kind, value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2 a week", "twice a week"),
        ("twice a week", "twice a week"),
        ("2x/week", "twice a week"),
        ("every 2 weeks", "every 2 weeks"),
        ("monthly", "once a month"),
        ("Every Day", "once a day"),
        ("3 times every 2 weeks", "3 times every 2 weeks"),
        ("once a month", "once a month"),
    ],
)
def test_how_often_is_read_as_people_say_it(text, shown):
    assert told(ParameterKind.OFTEN, read_answer(ParameterKind.OFTEN, text)) == shown


@pytest.mark.parametrize(
    ("text", "stored"),
    [("9 pm", "21:00"), ("9:30PM", "21:30"), ("21:00", "21:00"), ("6 a.m.", "06:00")],
)
def test_a_time_is_read_as_people_type_it(text, stored):
    assert read_answer(ParameterKind.TIME, text) == stored


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (ParameterKind.MONEY, "thirty"),
        (ParameterKind.MONEY, "30.505"),
        (ParameterKind.MONEY, "-1"),
        (ParameterKind.WHOLE, "1.5"),
        (ParameterKind.DAY, "2/30/2026"),
        (ParameterKind.TIME, "25:00"),
        (ParameterKind.OFTEN, "often"),
        (ParameterKind.OFTEN, "0 a week"),
        (ParameterKind.DAYS, "Someday"),
        (ParameterKind.YES_NO, "maybe"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_type(kind, text):
    with pytest.raises(UnreadableError, match="type|count|choose"):
        read_answer(kind, text)


ASKED = parameters_in(
    "monthly: money, Monthly payment\nmonths?: whole 1-60, For how many months\n"
    "mode: choices phone|mail, How\nwho!?: text, Protected person"
)


def test_a_template_names_its_parameters_one_a_line():
    assert [(each.name, each.is_required, each.names_victim) for each in ASKED] == [
        ("monthly", True, False),
        ("months", False, False),
        ("mode", True, False),
        ("who", False, True),
    ]


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        ({"mode": ["phone"]}, "monthly"),
        ({"monthly": "30", "mode": ["phone"]}, "monthly"),
        ({"monthly": 3000, "mode": ["pigeon"]}, "mode"),
        ({"monthly": 3000, "mode": ["phone"], "months": 61}, "months"),
        ({"monthly": 3000, "mode": ["phone"], "months": 0}, "months"),
        ({"monthly": True, "mode": ["phone"]}, "monthly"),
        ({"monthly": 3000, "mode": ["phone"], "color": "red"}, "color"),
        ({"monthly": 3000, "mode": []}, "mode"),
    ],
)
def test_a_problem_names_the_parameter(answers, named):
    assert [each.name for each in problems_with(ASKED, answers)] == [named]


def test_answers_that_fit_have_no_problem():
    assert problems_with(ASKED, {"monthly": 3000, "mode": ["phone"], "months": 60}) == ()


def test_a_number_out_of_range_is_refused_while_typing():
    with pytest.raises(UnreadableError, match="60 at most"):
        read(ASKED[1], "61")


@pytest.mark.parametrize(
    "line", ["monthly", "monthly: gold, Each month", "m: choice, One", "m: whole few, One"]
)
def test_a_line_that_names_no_parameter_says_how_one_looks(line):
    with pytest.raises(TemplateTextError):
        parameters_in(line)


def test_a_name_stands_once_in_a_template():
    with pytest.raises(TemplateTextError, match="twice"):
        parameters_in("a: text, One\na: text, Two")
