"""Recomputing when a fact changes: asked for in the fact's own transaction, answered after it.

The request is a row, so that neither a stopped process nor a lost broker loses it. It is answered
at once, in the process that saved the fact (one person takes some milliseconds), and the page the
clerk is sent to shows the new dates. What a feed records is answered by the workers, all of a
person's at once. What could not be answered then waits for the periodic task.
"""

import logging
from datetime import timedelta
from functools import partial

from django.db import Error, models, transaction
from django.utils import timezone

from offenders.models import (
    Charge,
    ChargeParticulars,
    CreditAward,
    CustodyPeriod,
    Demographics,
    Disposition,
    Forfeiture,
    JudgmentOfSentence,
    Misconduct,
    ParoleRelease,
    ParoleViolation,
    Restoration,
    SealOrder,
    Sentence,
    SentenceTerms,
    TimeOrder,
)
from ots.access.models import User
from ots.access.viewer import Viewer, system_viewer
from ots.audit.events import Event
from ots.audit.services import Happening, subscribe
from timecomp.models import ClerkDecision, RecomputationRequest
from timecomp.services.computing import ComputedMeanwhileError, compute_person
from timecomp.services.gathering import is_gathering, open_window

# The rows of the record from which a case is built.
WHAT_DATES_HANG_ON: frozenset[type[models.Model]] = frozenset(
    {
        Charge,
        ChargeParticulars,
        ClerkDecision,
        CreditAward,
        CustodyPeriod,
        Demographics,
        Disposition,
        Forfeiture,
        JudgmentOfSentence,
        Misconduct,
        ParoleRelease,
        ParoleViolation,
        Restoration,
        SealOrder,
        Sentence,
        SentenceTerms,
        TimeOrder,
    }
)
# The process that saved the fact is given this long to answer before the periodic task does.
GRACE = timedelta(seconds=10)

logger = logging.getLogger(__name__)


def listen_to_the_record() -> None:
    """Ask for a computation whenever an event touches what dates hang on."""
    for event in Event:
        subscribe(event, request_recomputation)


def request_recomputation(happening: Happening) -> None:
    """Write the request beside the fact and answer it once both are committed."""
    if happening.person_id is None or type(happening.target) not in WHAT_DATES_HANG_ON:
        return
    actor = happening.actor if isinstance(happening.actor, User) else None
    told = {"prompted_by": happening.event.name, "actor": actor}
    # The history of dates is read by those who must not learn that anything was sealed.
    if isinstance(happening.target, SealOrder):
        told = {}
    RecomputationRequest.objects.create(person_id=happening.person_id, **told)
    answer = open_window if is_gathering() else _answer_at_once
    transaction.on_commit(partial(answer, happening.person_id), robust=True)


def answer_requests(person_id: int) -> bool:
    """Compute the person if anything asked for it, once for all requests; True if something did.

    Requests and computation are one transaction: if it fails, the requests still stand.
    """
    with transaction.atomic():
        waiting = list(
            RecomputationRequest.objects.select_for_update(of=("self",))
            .filter(person_id=person_id)
            .select_related("actor")
        )
        if not waiting:
            return False
        compute_person(_on_behalf_of(waiting), person_id, event=waiting[-1].prompted_by)
        RecomputationRequest.objects.filter(pk__in=[each.pk for each in waiting]).delete()
    return True


def people_waiting() -> list[int]:
    """List whose requests were not answered at once, the fewest attempts first."""
    waiting = RecomputationRequest.objects.filter(requested_at__lt=timezone.now() - GRACE)
    by_person = waiting.order_by().values_list("person_id").annotate(most=models.Max("attempts"))
    return [person_id for person_id, _ in by_person.order_by("most", "person_id")]


def _answer_at_once(person_id: int) -> None:
    try:
        answer_requests(person_id)
    except (Error, ComputedMeanwhileError):
        logger.exception("Person %s could not be computed at once; the request waits.", person_id)
        RecomputationRequest.objects.filter(person_id=person_id).update(
            attempts=models.F("attempts") + 1
        )


def _on_behalf_of(waiting: list[RecomputationRequest]) -> Viewer:
    """The program computes; the computation names the person whose entry prompted it."""
    program = system_viewer("time computation")
    return Viewer(user=waiting[-1].actor, codenames=program.codenames, name=program.name)
