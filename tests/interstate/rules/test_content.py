"""The forms of activities: every kind has one, and what is written on it is checked."""

import re
from datetime import date

import pytest

from interstate.rules.content import ContentError, check, event_data, form_of, gaps
from interstate.rules.form_words import words_of
from interstate.rules.limits import LIMITS, Limit, Unit
from interstate.rules.vocabulary import EventType, Key
from ots.access.categories import Category
from timecomp.engine.parameters import Value, amended
from timecomp.engine.standing import Standing

KINDS = pytest.mark.parametrize("kind", EventType)


@KINDS
def test_every_field_is_in_a_category_and_named_once(kind):
    fields = form_of(kind).fields
    assert {each.category for each in fields} <= set(Category.values)
    assert len({each.name for each in fields}) == len(fields)


@KINDS
def test_a_choice_has_options_and_a_condition_names_a_field_of_the_form(kind):
    form = form_of(kind)
    for each in form.fields:
        assert bool(each.options) == (each.type == "choice")
        name, _, wanted = each.only_if.partition("=")
        if name and not name.startswith("case."):
            other = form.field(name)
            assert other is not None
            assert set(wanted.split("|")) <= set(other.options) | {""}


def test_every_kind_has_a_form_of_its_own():
    titles = [form_of(kind).title for kind in EventType]
    assert len(set(titles)) == len(titles)


def test_a_sex_offender_s_request_asks_for_more():
    plain = gaps(EventType.TRANSFER_REQUEST, {}, (), {})
    more = gaps(EventType.TRANSFER_REQUEST, {}, (), {"is_sex_offender": True})
    names = {each.name for each in more.missing} - {each.name for each in plain.missing}
    assert names == {"registration", "treatment_plan", "victim", "assessments"}


def test_a_rejection_needs_its_reason_and_an_acceptance_the_day_to_report():
    told = {
        decision: {
            each.name
            for each in gaps(EventType.TRANSFER_REPLY, {"decision": decision}, (), {}).missing
        }
        for decision in ("accept", "reject")
    }
    assert told == {"accept": {"report_on", "report_to"}, "reject": {"reason", "explanation"}}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"intended_departure_on": "31.02.2026"}, "write a day"),
        ({"reason": "likes it there"}, "choose one of"),
        ({"complete": "yes"}, "answer yes or no"),
        ({"months_supervised": -1}, "whole number"),
        ({"photograph": "me.png"}, "as a file"),
        ({"colour": "red"}, "no field"),
    ],
)
def test_what_does_not_suit_is_refused_by_name(content, words):
    with pytest.raises(ContentError, match=words):
        check(EventType.TRANSFER_REQUEST, content)


def test_the_clock_reads_no_words_that_somebody_wrote():
    said = {"reason": "resident", "complete": True, "victim": "Jane Doe", "address": "1 Main St"}
    assert event_data(EventType.TRANSFER_REQUEST, said) == {"reason": "resident", "complete": True}


@KINDS
def test_what_a_form_says_names_no_number_of_days_of_its_own(kind):
    """A limit stands there by its key, so that a new rule set changes the sentence."""
    assert not re.search(r"[0-9]+ (business |calendar )?days", form_of(kind).says)
    assert "{" not in words_of(form_of(kind), date(2026, 11, 22))


def test_a_form_says_the_limit_of_the_day():
    form, fresh = form_of(EventType.CASE_CLOSURE_NOTICE), Limit(12, Unit.BUSINESS_DAYS)
    limit = LIMITS[Key.CCN_REPLY]
    later = Value(date(2027, 4, 1), fresh, "4.112(d)", Standing.PROPOSED)
    with amended({limit.id: [*limit.values, later]}):
        assert "due in 10 business days." in words_of(form, date(2027, 3, 31))
        told = words_of(form, date(2027, 4, 1))
    assert "due in 12 business days (proposed, to be confirmed)." in told


def test_a_closure_asks_for_the_last_known_address_in_any_words():
    known = {"reason": "death", "closes_on": "2026-05-04"}
    told = {**known, "address": "None since 1 May; before, a shelter in Toledo"}
    closing = EventType.CASE_CLOSURE_NOTICE
    assert [each.name for each in gaps(closing, known, (), {}).missing] == ["address"]
    assert not gaps(closing, told, (), {}).missing
