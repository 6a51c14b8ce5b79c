"""A violation goes its way a step at a time; what is decided reaches the record and the dates."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from offenders.choices import WarrantStatus
from offenders.models import ParoleViolation, Person, Warrant
from offenders.services.conduct import release_on_parole
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, viewer_for
from supervision.forms.proceeding import DispositionForm, FindingForm
from supervision.models import Allegation, Proceeding, ProceedingStep
from supervision.rules.proceeding import Move, State
from supervision.selectors.standing_proceeding import read_standing
from supervision.services.hearings import Decision, record_disposition, record_finding
from supervision.services.proceeding_effects import StepDetails
from supervision.services.proceedings import ReportText, take_step, write_report
from tests import factories
from tests.factories.supervision_violation import RECORDER, incident, proceeding, step, supervised

pytestmark = pytest.mark.django_db


@pytest.fixture
def paul(lansing: object) -> User:
    """Parole violation specialist."""
    return factories.user("Paul", role="Parole violation specialist")


@pytest.fixture
def on_parole(dana: Person) -> Person:
    return supervised(dana)


@pytest.fixture
def opened(olivia: User, on_parole: Person) -> Proceeding:
    return proceeding(olivia, on_parole, incident(olivia, on_parole, "V309"), route="warrant")


def test_a_report_is_a_draft_until_it_is_submitted(olivia: User, opened: Proceeding) -> None:
    write_report(
        viewer_for(olivia),
        opened,
        incidents=list(opened.reports.get().incidents.all()),
        text=ReportText(route="warrant", what_led="Lost the job in October"),
    )
    assert opened.reports.filter(superseded_at=None).get().what_led == "Lost the job in October"


def test_a_submitted_report_is_not_written_any_more(olivia: User, opened: Proceeding) -> None:
    step(olivia, opened, Move.SUBMIT)
    with pytest.raises(RefusedError, match="return it first"):
        write_report(
            viewer_for(olivia),
            opened,
            incidents=list(opened.reports.get().incidents.all()),
            text=ReportText(route="warrant"),
        )


def test_a_step_that_may_not_follow_leaves_everything_as_it_was(
    olivia: User, opened: Proceeding
) -> None:
    with pytest.raises(RefusedError, match="cannot follow"):
        take_step(viewer_for(olivia), opened, move=Move.ARREST)
    assert not ProceedingStep.objects.filter(proceeding=opened).exists()


def test_the_agent_does_not_decide_the_own_report(olivia: User, opened: Proceeding) -> None:
    step(olivia, opened, Move.SUBMIT)
    with pytest.raises(NotAllowedError):
        take_step(viewer_for(olivia), opened, move=Move.APPROVE)


def test_parole_goes_to_the_violation_specialist(
    olivia: User, sam: User, opened: Proceeding
) -> None:
    step(olivia, opened, Move.SUBMIT)
    step(sam, opened, Move.APPROVE)
    assert read_standing(opened).state is State.WITH_SPECIALIST


def test_a_technical_violation_of_probation_brings_a_summons_before_a_warrant(
    olivia: User, dana: Person
) -> None:
    supervised(dana, "probation")
    opened = proceeding(olivia, dana, incident(olivia, dana, "V309"), route="warrant")
    with pytest.raises(RefusedError, match="a summons comes first"):
        take_step(viewer_for(olivia), opened, move=Move.SUBMIT)


def test_revocation_for_a_technical_violation_waits_for_three_sanctions(
    olivia: User, dana: Person
) -> None:
    supervised(dana, "probation")
    opened = proceeding(olivia, dana, incident(olivia, dana, "V309"), route="summons")
    write_report(
        viewer_for(olivia),
        opened,
        incidents=list(opened.reports.get().incidents.all()),
        text=ReportText(route="summons", asks_revocation=True),
    )
    with pytest.raises(RefusedError, match="before 3 were sanctioned"):
        take_step(viewer_for(olivia), opened, move=Move.SUBMIT)


def decided(olivia: User, sam: User, paul: User, opened: Proceeding) -> None:
    step(olivia, opened, Move.SUBMIT)
    step(sam, opened, Move.APPROVE)
    take_step(
        viewer_for(paul),
        opened,
        move=Move.SPECIALIST_PROCEED,
        details=StepDetails(decision="return"),
    )


def arrested(olivia: User, sam: User, paul: User, opened: Proceeding) -> None:
    decided(olivia, sam, paul, opened)
    step(olivia, opened, Move.REQUEST_WARRANT)
    take_step(
        viewer_for(paul),
        opened,
        move=Move.ISSUE_WARRANT,
        details=StepDetails(warrant_number="W-17"),
    )
    step(olivia, opened, Move.ARREST)


def heard(olivia: User, sam: User, paul: User, opened: Proceeding, outcome: str) -> None:
    arrested(olivia, sam, paul, opened)
    step(paul, opened, Move.FIND_CAUSE)
    take_step(
        viewer_for(paul),
        opened,
        move=Move.SET_HEARING,
        details=StepDetails(hearing_at=timezone.now() + timedelta(days=5)),
    )
    for each in opened.reports.get(superseded_at=None).incidents.all():
        record_finding(viewer_for(paul), opened, each, outcome=outcome, on=timezone.localdate())
    step(paul, opened, Move.HEAR)


def dispose(paul: User, opened: Proceeding, outcome: str = "return_prison") -> None:
    decision = Decision(outcome=outcome, body="parole_board", decided_on=timezone.localdate())
    record_disposition(viewer_for(paul), opened, decision)


def test_a_warrant_issued_here_is_on_the_record_and_served_by_the_arrest(
    olivia: User, sam: User, paul: User, opened: Proceeding
) -> None:
    arrested(olivia, sam, paul, opened)
    assert Warrant.objects.get(superseded_at=None).status == WarrantStatus.SERVED


def test_a_hearing_is_not_held_before_every_violation_has_a_finding(
    olivia: User, sam: User, paul: User, opened: Proceeding
) -> None:
    arrested(olivia, sam, paul, opened)
    take_step(
        viewer_for(paul),
        opened,
        move=Move.SET_HEARING,
        details=StepDetails(hearing_at=timezone.now()),
    )
    with pytest.raises(RefusedError, match="finding for every violation"):
        take_step(viewer_for(paul), opened, move=Move.HEAR)


def test_a_finding_says_how_far_the_violation_is_shown(
    olivia: User, sam: User, paul: User, opened: Proceeding
) -> None:
    heard(olivia, sam, paul, opened, "proved")
    assert Allegation.objects.get(superseded_at=None).state == "proved"


def test_what_was_not_proved_puts_nothing_on_the_record(
    olivia: User, sam: User, paul: User, opened: Proceeding, on_parole: Person
) -> None:
    heard(olivia, sam, paul, opened, "not_proved")
    dispose(paul, opened, "continue")
    assert not ParoleViolation.objects.filter(person=on_parole).exists()


def test_what_was_decided_is_recorded_once(
    olivia: User, sam: User, paul: User, opened: Proceeding
) -> None:
    heard(olivia, sam, paul, opened, "proved")
    dispose(paul, opened)
    with pytest.raises(RefusedError, match="hearing was held first"):
        dispose(paul, opened)


def test_the_way_of_a_proceeding_ends_closed(
    olivia: User, sam: User, paul: User, opened: Proceeding
) -> None:
    heard(olivia, sam, paul, opened, "proved")
    dispose(paul, opened)
    step(olivia, opened, Move.CLOSE)
    assert read_standing(opened).state is State.CLOSED


def test_a_step_in_the_time_to_come_is_refused(olivia: User, opened: Proceeding) -> None:
    with pytest.raises(RefusedError, match="time to come"):
        take_step(
            viewer_for(olivia),
            opened,
            move=Move.SUBMIT,
            at=timezone.now() + timedelta(hours=1),
        )


def test_the_parole_violation_on_record_is_dated_by_warrant_and_arrest(
    olivia: User, sam: User, paul: User, opened: Proceeding, on_parole: Person
) -> None:
    release_on_parole(RECORDER, on_parole.pk, released_on=date(2025, 1, 6), term_months=24)
    heard(olivia, sam, paul, opened, "proved")
    dispose(paul, opened)
    today = timezone.localdate()
    row = ParoleViolation.objects.get(person=on_parole)
    assert (row.kind, row.declared_on, row.available_on) == ("technical", today, today)


def test_what_was_found_and_decided_is_chosen_never_taken_from_the_first_of_the_list() -> None:
    asked = (
        FindingForm.base_fields["outcome"],
        DispositionForm.base_fields["outcome"],
        DispositionForm.base_fields["body"],
    )
    assert [(field.required, field.choices[0][0]) for field in asked] == [(True, "")] * 3
