"""Levels: one a day, overrides approved, and what the scores name."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from offenders.selectors.reading import Reading
from offenders.services.refusals import RefusedError
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from supervision.choices.level import LevelBasis
from supervision.choices.period import CLOSEST_FIRST, SupervisionLevel
from supervision.models import LevelPeriod, LevelRule, RiskAssessment
from supervision.selectors.levels import level_history, level_on, levels_on, named_level
from supervision.services.cases import begin_supervision
from supervision.services.levels import LevelEntry, end_level, set_level

TODAY = date(2026, 3, 2)


def entry(**values):
    given_ = {"level": "medium", "basis": "assessment", "began_on": date(2026, 1, 5)}
    return LevelEntry(**{**given_, **values})


def scored(person, violent="Low", general="Low", on=date(2026, 1, 2)):
    for scale, band in (("Risk of violence", violent), ("Risk of recidivism", general)):
        RiskAssessment.objects.create(
            person=person, instrument="COMPAS", scale=scale, assessed_on=on, score=5, band=band
        )


def test_a_level_ends_the_one_before(olivia, dana):
    set_level(viewer_for(olivia), dana.pk, entry())
    set_level(viewer_for(olivia), dana.pk, entry(level="minimum", began_on=date(2026, 2, 1)))
    standing = LevelPeriod.objects.filter(superseded_at=None).order_by("began_on")
    assert list(standing.values_list("level", "ended_on")) == [
        ("medium", date(2026, 2, 1)),
        ("minimum", None),
    ]


def test_an_agent_overrides_no_level(olivia, dana):
    override = entry(basis=LevelBasis.OVERRIDE_UP, level="high", reason="New charge")
    with pytest.raises(NotAllowedError):
        set_level(viewer_for(olivia), dana.pk, override)


def test_a_supervisor_s_override_names_who_approved_it(sam, dana):
    override = entry(basis=LevelBasis.OVERRIDE_UP, level="high", reason="New charge")
    assert set_level(viewer_for(sam), dana.pk, override).approved_by == sam


def test_an_override_says_why(sam, dana):
    with pytest.raises(RefusedError, match="Say why"):
        set_level(viewer_for(sam), dana.pk, entry(basis=LevelBasis.OVERRIDE_DOWN, level="minimum"))


def test_the_database_refuses_an_override_nobody_approved(dana):
    with pytest.raises(IntegrityError, match="approved"), transaction.atomic():
        LevelPeriod.objects.create(
            person=dana, level="high", basis=LevelBasis.OVERRIDE_UP, began_on=TODAY
        )


def test_a_level_cannot_begin_before_the_one_that_runs(olivia, dana):
    set_level(viewer_for(olivia), dana.pk, entry())
    with pytest.raises(RefusedError) as refusal:
        set_level(viewer_for(olivia), dana.pk, entry(level="high", began_on=date(2025, 1, 1)))
    assert refusal.value.objections[0].field == "began_on"


def test_the_same_level_is_not_set_twice(olivia, dana):
    set_level(viewer_for(olivia), dana.pk, entry())
    with pytest.raises(RefusedError, match="already"):
        set_level(viewer_for(olivia), dana.pk, entry(began_on=date(2026, 2, 1)))


def test_supervision_begins_with_its_level(dana):
    begin_supervision(
        system_viewer("tests"),
        dana.pk,
        supervision_type="parole",
        began_on=date(2026, 1, 5),
        level=SupervisionLevel.MAXIMUM,
    )
    assert level_on(dana.pk, TODAY) == "maximum"


def test_a_term_without_a_level_leaves_none(dana):
    begin_supervision(
        system_viewer("tests"), dana.pk, supervision_type="parole", began_on=date(2026, 1, 5)
    )
    assert level_on(dana.pk, TODAY) == SupervisionLevel.UNASSIGNED


def test_an_ended_level_holds_to_its_last_day(olivia, dana):
    set_level(viewer_for(olivia), dana.pk, entry())
    end_level(viewer_for(olivia), dana.pk, ended_on=TODAY, reason="Discharged")
    days = (TODAY - timedelta(days=1), TODAY)
    assert [level_on(dana.pk, day) for day in days] == ["medium", "unassigned"]


STRETCHES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 40), st.sampled_from(CLOSEST_FIRST)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stretches=STRETCHES)
def test_whatever_is_written_no_day_has_two_levels(dana, stretches):
    first = date(2026, 1, 1)
    with transaction.atomic():
        for began, length, level in stretches:
            began_on = first + timedelta(days=began)
            try:
                with transaction.atomic():
                    LevelPeriod.objects.create(
                        person=dana,
                        level=level,
                        began_on=began_on,
                        ended_on=began_on + timedelta(days=length),
                    )
            except IntegrityError as error:
                assert "person_has_one_level" in str(error)  # noqa: PT017  the refusal is expected
        rows = list(LevelPeriod.objects.filter(person=dana))
        for day in (first + timedelta(days=number) for number in range(101)):
            assert sum(row.began_on <= day < row.ended_on for row in rows) <= 1
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("violent", "general", "named", "closest"),
    [
        ("Low", "Low", "Minimum", "minimum"),
        ("Low", "Medium", "Medium", "medium"),
        ("Medium", "Low", "Medium", "medium"),
        ("Medium", "Medium", "Medium", "medium"),
        ("High", "Low", "Medium-High", "maximum"),
        ("High", "Medium", "Medium-High", "maximum"),
        ("Low", "High", "Medium-High", "maximum"),
        ("Medium", "High", "Medium-High", "maximum"),
        ("High", "High", "Maximum", "maximum"),
    ],
)
def test_a_pair_of_bands_names_its_level(olivia, dana, violent, general, named, closest):
    scored(dana, violent, general)
    found = named_level(Reading(viewer_for(olivia)), dana.pk, today=TODAY)
    assert (found.rule.named, found.rule.level) == (named, closest)


def test_without_scores_medium_is_assumed_and_said_so(olivia, dana):
    found = named_level(Reading(viewer_for(olivia)), dana.pk, today=TODAY)
    assert (found.rule.named, found.is_assumed) == ("Medium", True)


def test_half_a_pair_counts_as_no_assessment(olivia, dana):
    RiskAssessment.objects.create(
        person=dana,
        instrument="COMPAS",
        scale="Risk of violence",
        assessed_on=TODAY,
        score=9,
        band="High",
    )
    found = named_level(Reading(viewer_for(olivia)), dana.pk, today=TODAY)
    assert (found.violent, found.is_assumed) == ("Medium", True)


def test_a_pair_whose_rule_is_over_names_no_level(olivia, dana):
    scored(dana, "High", "High")
    LevelRule.objects.filter(violent="High", general="High").update(until=date(2026, 2, 1))
    assert named_level(Reading(viewer_for(olivia)), dana.pk, today=TODAY) is None


def test_a_level_closer_than_the_scores_name_is_told(sam, dana):
    scored(dana)
    set_level(viewer_for(sam), dana.pk, entry(level="maximum", basis="policy"))
    assert level_history(Reading(viewer_for(sam)), dana.pk, today=TODAY).is_above_named


def test_a_level_as_the_scores_name_is_not_told(sam, dana):
    scored(dana)
    set_level(viewer_for(sam), dana.pk, entry(level="minimum"))
    assert not level_history(Reading(viewer_for(sam)), dana.pk, today=TODAY).is_above_named


def test_the_police_see_the_level_but_not_what_scores_name(sam, paula, dana):
    scored(dana)
    set_level(viewer_for(sam), dana.pk, entry(level="maximum", basis="policy"))
    found = level_history(Reading(viewer_for(paula)), dana.pk, today=TODAY)
    assert (found.running.level, found.named) == ("maximum", None)


def test_levels_of_many_are_read_in_one_query(olivia, dana, django_assert_num_queries):
    set_level(viewer_for(olivia), dana.pk, entry())
    with django_assert_num_queries(1):
        assert levels_on([dana.pk, dana.pk + 1], TODAY) == {dana.pk: "medium"}
