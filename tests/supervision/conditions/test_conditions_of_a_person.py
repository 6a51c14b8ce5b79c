"""Conditions as orders make them: imposed, due, named and counted."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from offenders.selectors.reading import Reading
from offenders.services.refusals import RefusedError
from ots.access.viewer import NotAllowedError, viewer_for
from supervision.models import (
    Condition,
    ConditionTemplate,
    ConditionTerms,
    Obligation,
)
from supervision.selectors.condition_order import standard_list
from supervision.selectors.conditions import active_counts, condition_names, conditions_of
from supervision.services.catalogues import create_missing_templates
from supervision.services.conditions.due import open_what_falls_due
from supervision.services.conditions.ending import (
    Change,
    suspend_condition,
)
from supervision.services.conditions.imposing import amend_condition
from supervision.services.conditions.notice import Notice, record_notice
from supervision.services.conditions.standard import impose_standard_list
from tests.factories.supervision_conditions import ORDERED, entry, impose, template

WEEKLY = {"times": 1, "per": 1, "unit": "week"}
TESTS = {"how_often": WEEKLY, "scheme": "on fixed days"}
TODAY = date(2026, 2, 10)


def fields_of(refusal):
    return [each.field for each in refusal.value.objections]


def test_the_catalogue_has_its_seventy_five_conditions(db):
    assert ConditionTemplate.objects.values("code").distinct().count() == 75


def test_every_template_of_the_catalogue_is_whole(db):
    for each in ConditionTemplate.objects.all():
        each.full_clean()


def test_loading_the_catalogue_again_changes_no_row(db):
    ConditionTemplate.objects.filter(code="STD-01").update(title="Own words")
    create_missing_templates()
    assert template("STD-01").title == "Own words"


def test_a_condition_of_a_court_binds_from_its_order(olivia, dana):
    assert impose(olivia, dana, "SUB-01").effective_on == ORDERED


def test_a_missing_answer_is_named_at_its_field(olivia, dana):
    with pytest.raises(RefusedError) as refusal:
        impose(olivia, dana, "SUB-03", answers={"how_often": WEEKLY})
    assert fields_of(refusal) == ["answer_scheme"]


def test_a_special_condition_says_why_this_person_needs_it(olivia, dana):
    with pytest.raises(RefusedError) as refusal:
        impose(olivia, dana, "SUB-01", why_this_person="  ")
    assert fields_of(refusal) == ["why_this_person"]


def test_a_condition_of_everybody_needs_no_reason(olivia, dana):
    assert impose(olivia, dana, "STD-01", why_this_person="").state == "active"


def test_a_condition_of_everybody_stands_once(olivia, dana):
    impose(olivia, dana, "STD-01")
    with pytest.raises(RefusedError, match="amend it"):
        impose(olivia, dana, "STD-01")


def test_an_order_of_a_court_names_its_case_or_number(olivia, dana):
    with pytest.raises(RefusedError) as refusal:
        impose(olivia, dana, "SUB-01", order_number="")
    assert fields_of(refusal) == ["order_number"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"ordered_on": date(2999, 1, 1), "ordered_for": date(2999, 1, 1)}, "ordered_on"),
        ({"ordered_for": date(2026, 1, 4)}, "ordered_for"),
        ({"expires_on": ORDERED}, "expires_on"),
        ({"review_on": ORDERED}, "review_on"),
    ],
)
def test_days_out_of_order_are_named(olivia, dana, values, field):
    with pytest.raises(RefusedError) as refusal:
        impose(olivia, dana, "SUB-01", **values)
    assert fields_of(refusal) == [field]


def test_an_agent_of_others_records_no_condition(oscar, dana):
    with pytest.raises(NotAllowedError):
        impose(oscar, dana, "SUB-01")


def test_a_clerk_records_no_condition(tim, dana):
    with pytest.raises(NotAllowedError):
        impose(tim, dana, "SUB-01")


def test_who_is_protected_stands_apart_from_the_other_answers(olivia, dana):
    terms = impose(olivia, dana, "NC-01", answers={"protected": "Robin", "ways": ["online"]})
    assert (terms.details, terms.victim_details) == ({"ways": ["online"]}, {"protected": "Robin"})


def test_the_police_read_of_the_protection_without_the_name(olivia, paula, dana):
    impose(olivia, dana, "NC-01", answers={"protected": "Robin", "ways": ["online"]})
    (shown,) = conditions_of(Reading(viewer_for(paula)), dana.pk, today=TODAY).active
    assert "the person named in the order" in shown.told
    assert "Robin" not in f"{shown.told} {shown.details}"


def test_a_condition_of_tests_is_kept_from_the_police(olivia, paula, dana):
    impose(olivia, dana, "SUB-03", answers=TESTS)
    assert not conditions_of(Reading(viewer_for(paula)), dana.pk, today=TODAY).any


def test_the_database_refuses_to_change_what_a_condition_said(olivia, dana):
    terms = impose(olivia, dana, "SUB-01")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        ConditionTerms.objects.filter(pk=terms.pk).update(why_this_person="Other")


# Amendments


def due_of(person):
    return Obligation.objects.filter(person=person, closed_on=None).order_by("due_on", "slot")


def test_tests_twice_a_week_are_two_things_due_this_week(olivia, dana):
    twice = {"times": 2, "per": 1, "unit": "week"}
    impose(olivia, dana, "SUB-03", answers={**TESTS, "how_often": twice})
    assert list(due_of(dana).values_list("kind", "slot")) == [("test", 1), ("test", 2)]


def test_what_is_due_once_is_due_on_the_day_of_the_order(olivia, dana):
    by = timezone.localdate() + timedelta(days=40)
    impose(olivia, dana, "TRT-01", answers={"by_date": by.isoformat()})
    assert list(due_of(dana).values_list("kind", "due_on")) == [("one_off", by)]


def test_a_suspended_condition_asks_for_nothing(olivia, dana):
    terms = impose(olivia, dana, "SUB-03", answers=TESTS)
    suspend_condition(
        viewer_for(olivia), terms.condition, Change(on=date(2026, 1, 20), reason="Hospital")
    )
    assert not due_of(dana).exists()


def test_the_night_opens_what_the_next_week_asks_for_once(olivia, dana):
    impose(olivia, dana, "SUB-03", answers=TESTS)
    later = timezone.localdate() + timedelta(days=7)
    open_what_falls_due(today=later)
    open_what_falls_due(today=later)
    assert due_of(dana).count() == 2


def test_an_amended_frequency_replaces_what_was_due(olivia, dana):
    terms = impose(olivia, dana, "SUB-03", answers=TESTS)
    daily = {**TESTS, "how_often": {"times": 1, "per": 1, "unit": "day"}}
    today = timezone.localdate()
    amend_condition(
        viewer_for(olivia),
        terms.condition,
        entry(answers=daily, ordered_on=today, ordered_for=today),
    )
    assert list(due_of(dana).values_list("due_on", flat=True)) == [today]


# Lists


def test_the_standard_list_is_entered_at_once(olivia, dana):
    wanted = standard_list(dana.pk, today=TODAY)
    impose_standard_list(viewer_for(olivia), dana.pk, wanted, entry(why_this_person=""))
    assert Condition.objects.filter(person=dana).count() == len(wanted) > 5


def test_the_standard_list_offers_only_what_is_missing(olivia, dana):
    impose(olivia, dana, "STD-01")
    assert "STD-01" not in [row.code for row in standard_list(dana.pk, today=TODAY)]


def test_notice_of_the_old_text_is_none_of_the_new(olivia, dana):
    terms = impose(olivia, dana, "SUB-01")
    viewer = viewer_for(olivia)
    record_notice(viewer, [terms.condition], Notice(given_on=date(2026, 1, 6), manner="signed"))
    later = date(2026, 2, 1)
    amend_condition(viewer, terms.condition, entry(ordered_on=later, ordered_for=later))
    found = conditions_of(Reading(viewer), dana.pk, today=TODAY)
    assert [each.code for each in found.untold] == ["SUB-01"]


def test_conditions_are_named_for_a_report(olivia, dana):
    impose(olivia, dana, "SUB-01")
    names = condition_names(Reading(viewer_for(olivia)), dana.pk, today=TODAY)
    assert names == ["SUB-01 No alcohol"]


def test_conditions_of_many_are_counted_in_one_query(olivia, dana, django_assert_num_queries):
    impose(olivia, dana, "SUB-01")
    impose(olivia, dana, "STD-01")
    with django_assert_num_queries(1):
        assert active_counts([dana.pk], today=TODAY) == {dana.pk: 2}


def test_more_conditions_take_no_more_queries(olivia, dana, django_assert_max_num_queries):
    for code in ("SUB-01", "STD-01", "STD-13", "STD-14", "STD-15"):
        impose(olivia, dana, code)
    reading = Reading(viewer_for(olivia))
    with django_assert_max_num_queries(4):
        conditions_of(reading, dana.pk, today=TODAY)
