"""A parole violation entered here moves the person's dates at once, and the page says so."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from offenders.models import Person, Sentence
from offenders.services.conduct import release_on_parole
from ots.access.models import User
from ots.access.viewer import viewer_for
from supervision.models import Proceeding
from supervision.rules.proceeding import Move
from supervision.services.hearings import Decision, record_disposition, record_finding
from supervision.services.proceeding_effects import StepDetails
from supervision.services.proceedings import take_step
from tests import factories
from tests.factories.signing_in import signed_in_client
from tests.factories.supervision_violation import (
    RECORDER,
    incident,
    morning,
    proceeding,
    supervised,
)
from timecomp.models import Computation
from timecomp.services.computing import compute_person

pytestmark = pytest.mark.django_db
DAYS_AT_LARGE = 30


def heard(olivia: User, sam: User, specialist: User, opened: Proceeding) -> None:
    """Take the proceeding up to its hearing; thirty days lie between warrant and arrest."""
    way: list[tuple[User, Move, int, StepDetails]] = [
        (olivia, Move.SUBMIT, 1, StepDetails()),
        (sam, Move.APPROVE, 2, StepDetails()),
        (specialist, Move.SPECIALIST_PROCEED, 3, StepDetails(decision="return")),
        (olivia, Move.REQUEST_WARRANT, 4, StepDetails()),
        (specialist, Move.ISSUE_WARRANT, 5, StepDetails(warrant_number="W-30")),
        (olivia, Move.ARREST, 5 + DAYS_AT_LARGE, StepDetails()),
        (specialist, Move.FIND_CAUSE, 38, StepDetails()),
        (specialist, Move.SET_HEARING, 39, StepDetails(hearing_at=timezone.now())),
    ]
    for user, move, day, details in way:
        at = morning(45 - day)
        take_step(viewer_for(user), opened, move=move, at=at, details=details)
    for each in opened.reports.get(superseded_at=None).incidents.all():
        record_finding(
            viewer_for(specialist), opened, each, outcome="proved", on=timezone.localdate()
        )
    take_step(viewer_for(specialist), opened, move=Move.HEAR)


def test_the_dates_move_by_the_time_at_large_and_the_page_shows_it(
    olivia: User,
    sam: User,
    dana: Person,
    danas_sentence: Sentence,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    specialist = factories.user("Paul", role="Parole violation specialist")
    supervised(dana)
    released = timezone.localdate() - timedelta(days=400)
    release_on_parole(RECORDER, dana.pk, released_on=released, term_months=24)
    compute_person(RECORDER, dana.pk, event="tests")
    before = Computation.objects.get(person=dana, superseded_at=None)
    opened = proceeding(olivia, dana, incident(olivia, dana, "V309", days_ago=50), route="warrant")
    heard(olivia, sam, specialist, opened)
    with django_capture_on_commit_callbacks(execute=True):
        record_disposition(
            viewer_for(specialist),
            opened,
            Decision(
                outcome="return_prison",
                body="parole_board",
                decided_on=timezone.localdate(),
            ),
        )
    after = Computation.objects.get(person=dana, superseded_at=None)
    shifts = {
        each["date"]: (date.fromisoformat(each["to"]) - date.fromisoformat(each["from"])).days
        for each in after.moved
        if each["from"] and each["to"]
    }
    assert after.pk != before.pk
    assert after.prompted_by == "PAROLE_VIOLATED"
    assert DAYS_AT_LARGE in shifts.values(), shifts
    address = f"/people/{dana.pk}/supervision/violations/proceedings/{opened.pk}/"
    page = signed_in_client(olivia).get(address).content.decode()
    assert "Dates moved because of this" in page
