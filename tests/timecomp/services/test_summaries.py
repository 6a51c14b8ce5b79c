"""The summary of a run reaches those who answer for dates, once."""

from datetime import date
from smtplib import SMTPServerDisconnected

import pytest
from django.conf import LazySettings
from django.core import mail
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from offenders.models import Sentence
from ots.access.models import User
from ots.access.viewer import system_viewer
from timecomp.choices import Cause, RunState
from timecomp.models import NightlyRun
from timecomp.services.nightly import compute_next_chunk, finish_if_done, start_run
from timecomp.services.summaries import send_summaries_waiting, send_summary

pytestmark = pytest.mark.django_db
PROGRAM = system_viewer("tests")


@pytest.fixture
def finished(db: None) -> NightlyRun:
    """A run that has just finished, of which nobody was told."""
    return NightlyRun.objects.create(
        as_of=date(2026, 11, 21),
        law_version="x",
        state=RunState.FINISHED,
        started_at=timezone.now(),
        finished_at=timezone.now(),
        people=1000,
        recomputed=1000,
        changed=12,
    )


def test_the_end_of_the_run_sends_it(
    danas_sentence: Sentence,
    tim: User,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    run = start_run(PROGRAM, as_of=date(2026, 11, 21))
    compute_next_chunk(run.pk)
    with django_capture_on_commit_callbacks(execute=True):
        finish_if_done(PROGRAM, run.pk)
    [message] = mail.outbox
    assert message.to == [tim.email]
    assert "1 of 1 changed" in message.subject


def test_it_is_sent_once(finished: NightlyRun, tim: User) -> None:
    assert send_summary(PROGRAM, finished.pk)
    assert not send_summary(PROGRAM, finished.pk)
    assert len(mail.outbox) == 1


def test_it_compares_with_the_run_before(finished: NightlyRun, tim: User) -> None:
    later = NightlyRun.objects.create(
        as_of=date(2026, 11, 22),
        law_version="x",
        state=RunState.FINISHED,
        started_at=timezone.now(),
        finished_at=timezone.now(),
        changed=30,
    )
    send_summary(PROGRAM, later.pk)
    assert "Stored anew: 30 (before: 12)" in mail.outbox[0].body


def test_it_goes_to_whom_the_setting_names(
    finished: NightlyRun, tim: User, settings: LazySettings
) -> None:
    settings.NIGHTLY_SUMMARY_TO = ["time@example.gov"]
    send_summary(PROGRAM, finished.pk)
    assert mail.outbox[0].to == ["time@example.gov"]


def test_an_unexplained_difference_stands_in_the_subject(finished: NightlyRun, tim: User) -> None:
    finished.causes = {Cause.UNEXPLAINED.value: 2}
    finished.save()
    send_summary(PROGRAM, finished.pk)
    assert mail.outbox[0].subject.endswith("2 to look into")


def test_what_the_mail_server_refuses_is_sent_later(
    finished: NightlyRun, tim: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise SMTPServerDisconnected("try again")

    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMultiAlternatives.send", refuse)
        patch.setattr("django.core.mail.message.EmailMessage.send", refuse)
        assert not send_summary(PROGRAM, finished.pk)
    assert send_summaries_waiting(PROGRAM) == 1
    assert len(mail.outbox) == 1
