"""Programs: referred, attended, completed; treatment is told by consent alone."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from offenders.models import TreatmentConsent
from offenders.services.refusals import RefusedError
from supervision.models import Program, ProgramSession, ReferralStep
from supervision.services.obligations import open_obligation
from supervision.services.programs import (
    ReferralEntry,
    SessionEntry,
    StepEntry,
    record_session,
    refer,
    take_step,
)
from tests.factories.person import RECORDER


def day(ago=0):
    return timezone.localdate() - timedelta(days=ago)


def begin(person, kind="cognitive"):
    program = Program.objects.get(kind=kind)
    return refer(RECORDER, person.pk, entry=ReferralEntry(program.pk, "referred", day(30)))


def enroll(person, kind="cognitive"):
    referral = begin(person, kind)
    for state in ("accepted", "enrolled"):
        take_step(RECORDER, person.pk, referral.pk, entry=StepEntry(state, day(20)))
    return referral


def attend(person, referral, *, ago=7, outcome="attended", minutes=90):
    entry = SessionEntry(day(ago), outcome, minutes)
    return record_session(RECORDER, person.pk, referral.pk, entry=entry)


def states(referral):
    return list(referral.steps.order_by("position").values_list("state", flat=True))


def test_who_comes_for_the_first_time_attends(dana):
    referral = enroll(dana)
    attend(dana, referral)
    assert states(referral) == ["referred", "accepted", "enrolled", "attending"]


def test_who_stays_away_does_not_begin(dana):
    referral = enroll(dana)
    attend(dana, referral, outcome="unexcused", minutes=0)
    assert states(referral)[-1] == "enrolled"


def test_an_end_without_a_reason_is_refused(dana):
    referral = begin(dana)
    with pytest.raises(RefusedError, match="Say why"):
        take_step(RECORDER, dana.pk, referral.pk, entry=StepEntry("declined", day()))


def test_no_session_before_enrolment(dana):
    referral = begin(dana)
    with pytest.raises(RefusedError, match="enroll first"):
        attend(dana, referral)


def test_a_day_entered_again_counts_once(dana):
    referral = enroll(dana)
    attend(dana, referral, minutes=90)
    attend(dana, referral, minutes=60)
    standing = ProgramSession.objects.filter(superseded_at=None)
    assert [each.minutes for each in standing] == [60]


def test_a_session_meets_what_was_due(dana):
    referral = enroll(dana)
    due = open_obligation(
        person_id=dana.pk,
        kind="session",
        due_on=day(7),
        window_opens_on=day(9),
        source=referral,
    )
    attend(dana, referral, ago=8)
    due.refresh_from_db()
    assert due.done_on == day(8)


def test_an_absence_does_not_meet_it(dana):
    referral = enroll(dana)
    due = open_obligation(
        person_id=dana.pk,
        kind="session",
        due_on=day(7),
        window_opens_on=day(9),
        source=referral,
    )
    attend(dana, referral, ago=8, outcome="excused", minutes=0)
    due.refresh_from_db()
    assert due.done_on is None


def test_postgresql_refuses_a_step_that_may_not_follow(dana):
    referral = begin(dana)
    with pytest.raises(DatabaseError, match="step_may_follow"), transaction.atomic():
        ReferralStep.objects.create(
            person=dana,
            referral=referral,
            position=2,
            before="referred",
            state="completed",
            on=day(),
        )


def test_postgresql_refuses_a_step_that_takes_up_elsewhere(dana):
    referral = begin(dana)
    with pytest.raises(DatabaseError, match="takes up where"), transaction.atomic():
        ReferralStep.objects.create(
            person=dana,
            referral=referral,
            position=2,
            before="accepted",
            state="enrolled",
            on=day(),
        )


def test_the_page_tells_hours_and_attendance(sign_in, olivia, dana):
    referral = enroll(dana)
    attend(dana, referral, ago=9)
    attend(dana, referral, ago=2, outcome="unexcused", minutes=0)
    shown = sign_in(olivia).get(reverse("supervision:person-programs", args=[dana.pk]))
    assert "came 1 of 2 times" in shown.content.decode()


def test_who_sees_nothing_of_supervision_learns_of_no_program(sign_in, vic, dana):
    referral = enroll(dana)
    attend(dana, referral)
    browser = sign_in(vic)
    shown = browser.get(reverse("supervision:person-programs", args=[dana.pk]))
    assert shown.context["lines"] == []
    url = reverse("supervision:person-program", args=[dana.pk, referral.pk])
    assert browser.get(url).status_code == 404


def test_one_list_records_a_session_for_all(sign_in, olivia, dana):
    referral = enroll(dana)
    url = reverse("supervision:session-list")
    entry = {"held_on": day(3).isoformat(), "minutes": "90", "came": [str(referral.pk)]}
    sign_in(olivia).post(f"{url}?program={referral.program_id}", entry)
    assert ProgramSession.objects.get().minutes == 90


def test_who_is_not_ticked_is_absent(sign_in, olivia, dana):
    referral = enroll(dana)
    url = reverse("supervision:session-list")
    entry = {"held_on": day(3).isoformat(), "minutes": "90", "rest": "on"}
    sign_in(olivia).post(f"{url}?program={referral.program_id}", entry)
    assert ProgramSession.objects.get().outcome == "unexcused"


def test_treatment_is_not_told_without_consent(sign_in, olivia, dana):
    referral = enroll(dana, "substance_use")
    browser = sign_in(olivia)
    shown = browser.get(reverse("supervision:person-programs", args=[dana.pk]))
    assert referral.program.provider not in shown.content.decode()


def test_nor_is_its_page_found(sign_in, olivia, dana):
    referral = enroll(dana, "substance_use")
    url = reverse("supervision:person-program", args=[dana.pk, referral.pk])
    assert sign_in(olivia).get(url).status_code == 404


def test_nor_does_the_timeline_tell(sign_in, olivia, dana):
    referral = enroll(dana, "substance_use")
    shown = sign_in(olivia).get(reverse("offenders:person-timeline", args=[dana.pk]))
    assert referral.program.provider not in shown.content.decode()


def test_a_consent_opens_it(sign_in, olivia, dana):
    referral = enroll(dana, "substance_use")
    TreatmentConsent.objects.create(
        person=dana,
        recipient=olivia.agency,
        purpose="supervision",
        signed_on=day(5),
        expires_on=day(-300),
    )
    shown = sign_in(olivia).get(reverse("supervision:person-programs", args=[dana.pk]))
    assert referral.program.provider in shown.content.decode()


def test_the_programs_hours_are_the_target_unless_told(dana):
    assert begin(dana).target_hours == Decimal("40.00")
