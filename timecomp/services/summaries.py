"""The summary of a nightly run, sent once to whoever answers for computed dates."""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import timezone

from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from timecomp.choices import RunState
from timecomp.models import NightlyRun
from timecomp.selectors.run_summary import RunSummary, summary_of

# A summary that could not be sent is tried again for so long; after that it is stale.
STILL_NEWS = timedelta(hours=12)

logger = logging.getLogger(__name__)


def send_summary(viewer: Viewer, run_id: int) -> bool:
    """Send the summary of a finished run; False if it was sent already or could not be."""
    unsent = NightlyRun.objects.filter(
        pk=run_id, state=RunState.FINISHED, summary_sent_at__isnull=True
    )
    # Claimed first, so that two workers never send it both.
    if not unsent.update(summary_sent_at=timezone.now()):
        return False
    try:
        _send(summary_of(viewer, run_id))
    except (OSError, SMTPException):
        logger.exception("The summary of nightly run %s could not be sent; it waits.", run_id)
        NightlyRun.objects.filter(pk=run_id).update(summary_sent_at=None)
        return False
    return True


def send_summaries_waiting(viewer: Viewer) -> int:
    """Send what could not be sent when its run finished; returns how many went out."""
    waiting = NightlyRun.objects.filter(
        state=RunState.FINISHED,
        summary_sent_at__isnull=True,
        finished_at__gte=timezone.now() - STILL_NEWS,
    )
    return sum(send_summary(viewer, run_id) for run_id in waiting.values_list("pk", flat=True))


def _send(summary: RunSummary | None) -> None:
    to = recipients()
    if summary is None or not to:
        return
    run = summary.run
    subject = f"Nightly computation as of {run.as_of}: {run.changed:,} of {run.people:,} changed"
    if run.failed or run.unexplained:
        subject += f", {run.failed + run.unexplained:,} to look into"
    send_mail(
        subject,
        render_to_string("timecomp/nightly_summary.txt", {"summary": summary}),
        None,
        to,
    )


def recipients() -> list[str]:
    """Return the addresses of the setting, or of everybody who may start computations."""
    if settings.NIGHTLY_SUMMARY_TO:
        return list(settings.NIGHTLY_SUMMARY_TO)
    may_run = User.objects.filter(
        is_active=True, groups__permissions__codename=Permission.COMPUTATION_RUN.codename
    )
    return sorted(set(may_run.exclude(email="").values_list("email", flat=True)))
