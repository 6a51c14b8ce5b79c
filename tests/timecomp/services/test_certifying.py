"""Computed dates become official when clerks certify them; some need two, never the same one."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from offenders.models import Sentence
from offenders.services.facts import correct_fact
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, Viewer, system_viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from timecomp.choices import SecondClerkReason
from timecomp.models import Certification, Computation
from timecomp.selectors.certified import official_certification
from timecomp.selectors.second_clerk import (
    DAYS_EARLIER,
    DAYS_TO_RELEASE,
    second_clerk_needed_for,
)
from timecomp.services.certifying import certify_dates, confirm_dates, send_back_dates
from timecomp.services.computing import compute_person
from timecomp.services.decisions import OverrideEntry, override_date

PROGRAM = system_viewer("tests")
TODAY = timezone.localdate()
LAST_YEAR = TODAY.year - 1


@pytest.fixture
def tim_may(tim: User) -> Viewer:
    return viewer_for(tim)


@pytest.fixture
def tess_may(db: None) -> Viewer:
    """The second clerk."""
    return viewer_for(factories.user("Tess", role="Records and time-computation clerk"))


@pytest.fixture
def sentence(danas_case) -> Sentence:
    """Ten to twenty years from last year on: release is far."""
    return factories.add_sentence(
        factories.add_charge(danas_case), sentenced_on=date(LAST_YEAR, 1, 15), minimum_years=10
    )


@pytest.fixture
def computed(sentence: Sentence) -> Computation:
    return again(sentence.person_id)


def again(person_id: int) -> Computation:
    compute_person(PROGRAM, person_id)
    return Computation.objects.get(person_id=person_id, superseded_at=None)


def change_minimum(sentence: Sentence, years: int) -> Computation:
    terms = sentence.terms.get(superseded_at=None)
    correct_fact(
        PROGRAM, terms, person_id=sentence.person_id, reason="amended", minimum_years=years
    )
    return again(sentence.person_id)


def certify(viewer: Viewer, computation: Computation) -> Certification:
    return certify_dates(viewer, computation.person_id, computation_id=computation.pk)


def test_one_clerk_makes_a_date_official_that_is_far_off(tim_may: Viewer, computed) -> None:
    made = certify(tim_may, computed)
    assert made.makes_official
    assert official_certification(computed.person_id) == made


def test_it_is_in_the_trail(tim_may: Viewer, computed) -> None:
    certify(tim_may, computed)
    assert AuditEntry.objects.filter(event="DATES_CERTIFIED", person_id=computed.person_id).exists()


def test_a_date_that_moves_earlier_awaits_a_second_clerk(
    tim_may: Viewer, computed, sentence: Sentence
) -> None:
    first = certify(tim_may, computed)
    made = certify(tim_may, change_minimum(sentence, 9))
    assert made.second_needed_for == [SecondClerkReason.EARLIER]
    assert official_certification(computed.person_id) == first


def test_a_date_that_moves_later_does_not(tim_may: Viewer, computed, sentence: Sentence) -> None:
    certify(tim_may, computed)
    assert certify(tim_may, change_minimum(sentence, 11)).makes_official


def test_an_overridden_date_awaits_a_second_clerk(tim_may: Viewer, computed) -> None:
    later = computed.earliest_release_date + timedelta(days=40)
    entry = OverrideEntry(
        date_name="earliest_release_date", value=later, authority="Order", reason="Ordered"
    )
    override_date(tim_may, computed.person_id, entry=entry)
    made = certify(tim_may, again(computed.person_id))
    assert made.second_needed_for == [SecondClerkReason.OVERRIDDEN]


@pytest.fixture
def awaiting(tim_may: Viewer, computed, sentence: Sentence) -> Certification:
    """Tim certified a date that moved earlier."""
    certify(tim_may, computed)
    return certify(tim_may, change_minimum(sentence, 9))


def test_the_second_clerk_makes_it_official(tess_may: Viewer, awaiting: Certification) -> None:
    made = confirm_dates(tess_may, awaiting.person_id, certification_id=awaiting.pk)
    assert official_certification(awaiting.person_id) == made


def test_nobody_confirms_his_own(tim_may: Viewer, awaiting: Certification) -> None:
    with pytest.raises(RefusedError, match="yourself"):
        confirm_dates(tim_may, awaiting.person_id, certification_id=awaiting.pk)


def answer(awaiting: Certification, **values: object) -> Certification:
    given = {
        "person_id": awaiting.person_id,
        "computation_id": awaiting.computation_id,
        "answers": awaiting,
        "act": "confirmed",
        "makes_official": True,
    }
    return Certification(**{**given, **values})


def test_the_database_lets_nobody_confirm_his_own(awaiting: Certification, tim: User) -> None:
    own = answer(awaiting, clerk=tim, first_clerk=tim)
    with pytest.raises(IntegrityError, match="second_clerk_is_another"), transaction.atomic():
        own.save()


def test_the_database_knows_who_was_first(
    awaiting: Certification, tim: User, adam: User, django_db_blocker
) -> None:
    under_another_name = answer(awaiting, clerk=tim, first_clerk=adam)
    with pytest.raises(IntegrityError, match="answer_is_to_its"), transaction.atomic():
        under_another_name.save()


def test_dates_that_need_a_second_clerk_are_never_official_by_one(
    awaiting: Certification, tim: User
) -> None:
    alone = Certification(
        person_id=awaiting.person_id,
        computation_id=awaiting.computation_id,
        act="certified",
        clerk=tim,
        second_needed_for=["near"],
        makes_official=True,
    )
    with pytest.raises(IntegrityError, match="official_when_all"), transaction.atomic():
        alone.save()


def test_what_is_sent_back_says_why_and_changes_nothing(
    tess_may: Viewer, awaiting: Certification
) -> None:
    before = official_certification(awaiting.person_id)
    send_back_dates(
        tess_may, awaiting.person_id, certification_id=awaiting.pk, note="Check the credit"
    )
    assert official_certification(awaiting.person_id) == before
    with pytest.raises(RefusedError, match="Nothing|answered"):
        confirm_dates(tess_may, awaiting.person_id, certification_id=awaiting.pk)


def test_it_is_not_sent_back_without_a_reason(tess_may: Viewer, awaiting: Certification) -> None:
    with pytest.raises(RefusedError, match="Say why"):
        send_back_dates(tess_may, awaiting.person_id, certification_id=awaiting.pk, note=" ")


def test_of_two_who_certify_at_once_the_second_is_told(
    tess_may: Viewer, awaiting: Certification
) -> None:
    with pytest.raises(RefusedError, match="certified already"):
        certify(tess_may, awaiting.computation)


def test_dates_computed_since_are_looked_at_once_more(
    tess_may: Viewer, awaiting: Certification, sentence: Sentence
) -> None:
    change_minimum(sentence, 8)
    with pytest.raises(RefusedError, match="computed again"):
        confirm_dates(tess_may, awaiting.person_id, certification_id=awaiting.pk)


def test_an_agent_may_not_certify(olivia: User, computed) -> None:
    with pytest.raises(NotAllowedError):
        certify(viewer_for(olivia), computed)


def test_the_program_may_not_certify(computed) -> None:
    with pytest.raises(NotAllowedError):
        certify(PROGRAM, computed)


def test_the_database_keeps_what_was_certified(awaiting: Certification) -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM timecomp_certification WHERE id = %s", [awaiting.pk])


far = st.integers(min_value=DAYS_TO_RELEASE.on(TODAY).amount + 1, max_value=9000)


def dated(days: int | None, **more: object) -> Computation:
    day = None if days is None else TODAY + timedelta(days=days)
    return Computation(earliest_release_date=day, results=more.pop("results", {}), **more)


@given(far, st.integers(min_value=-9000, max_value=9000))
def test_a_far_date_needs_two_when_it_moves_earlier_by_more_than_allowed(
    before: int, shift: int
) -> None:
    now = before + shift
    if now <= DAYS_TO_RELEASE.on(TODAY).amount:
        return
    needed = second_clerk_needed_for(dated(now), dated(before), today=TODAY)
    assert bool(needed) == (-shift > DAYS_EARLIER.on(TODAY).amount)


@given(st.integers(min_value=0, max_value=400))
def test_a_release_within_the_days_set_always_needs_two(days: int) -> None:
    needed = second_clerk_needed_for(dated(days), dated(days), today=TODAY)
    assert (SecondClerkReason.NEAR in needed) == (days <= DAYS_TO_RELEASE.on(TODAY).amount)


def test_a_day_that_has_come_needs_two_until_it_is_official() -> None:
    assert second_clerk_needed_for(dated(-10), None, today=TODAY) == [SecondClerkReason.NEAR]
    assert second_clerk_needed_for(dated(-10), dated(-10), today=TODAY) == []
