"""Orders on a person's time are recorded, and the law takes them."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from offenders.models import ParoleRelease, ParoleViolation, Sentence, TimeOrder
from offenders.services.conduct import record_parole_violation
from offenders.services.refusals import RefusedError
from offenders.services.time_orders import TimeOrderEntry, record_time_order
from ots.access.models import User
from ots.access.viewer import NotAllowedError, Viewer, viewer_for
from ots.audit.models import AuditEntry


@pytest.fixture
def clerk(tim: User) -> Viewer:
    return viewer_for(tim)


def commutation(sentence: Sentence, **changes: object) -> TimeOrderEntry:
    given = {
        "kind": "commutation",
        "made_on": date(2023, 5, 1),
        "sentence_id": sentence.pk,
        "effective_on": date(2023, 8, 1),
    }
    return TimeOrderEntry(**{**given, **changes})


def test_an_order_is_recorded_with_its_event(clerk: Viewer, danas_sentence: Sentence) -> None:
    person = danas_sentence.person_id
    made = record_time_order(clerk, person, entry=commutation(danas_sentence))
    assert TimeOrder.objects.get() == made
    assert AuditEntry.objects.filter(event="TIME_ORDER_RECORDED", person_id=person).exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"made_on": timezone.localdate() + timedelta(days=2)}, "made_on"),
        ({"sentence_id": None}, "sentence"),
        ({"sentence_id": 0}, "sentence"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    changes: dict[str, object], field: str, clerk: Viewer, danas_sentence: Sentence
) -> None:
    with pytest.raises(RefusedError) as refused:
        record_time_order(
            clerk, danas_sentence.person_id, entry=commutation(danas_sentence, **changes)
        )
    assert [each.field for each in refused.value.objections] == [field]


def test_one_who_may_not_know_of_health_records_no_medical_parole(
    clerk: Viewer, danas_sentence: Sentence
) -> None:
    entry = commutation(danas_sentence, kind="medical_parole")
    with pytest.raises(NotAllowedError):
        record_time_order(clerk, danas_sentence.person_id, entry=entry)


def test_an_agent_may_not_record_any(olivia: User, danas_sentence: Sentence) -> None:
    with pytest.raises(NotAllowedError):
        record_time_order(
            viewer_for(olivia), danas_sentence.person_id, entry=commutation(danas_sentence)
        )


def test_the_database_keeps_it(clerk: Viewer, danas_sentence: Sentence) -> None:
    record_time_order(clerk, danas_sentence.person_id, entry=commutation(danas_sentence))
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE offenders_timeorder SET days = 5")


def test_an_agent_records_the_day_of_the_parole_detainer(olivia: User, dana) -> None:
    parole = ParoleRelease.objects.create(person=dana, released_on=date(2024, 1, 2), term_months=24)
    record_parole_violation(
        viewer_for(olivia),
        parole.pk,
        kind="technical",
        declared_on=date(2024, 5, 1),
        detainer_on=date(2024, 5, 9),
    )
    assert ParoleViolation.objects.get().detainer_on == date(2024, 5, 9)
