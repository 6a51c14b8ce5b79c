"""What a clerk decides of messages: whose one is, that it is refused, that ours go out again."""

from django.db import transaction
from django.utils import timezone

from interstate.models import CompactCase
from offenders.models import Person
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event as Trail
from ots.audit.services import record
from ots.exchange.compact.cases import Chosen
from ots.exchange.compact.receiving import receive_again, tell
from ots.exchange.models import CompactIntake, CompactMessage, Reception


class NotSettledError(Exception):
    """The decision can't be carried out, and nothing was changed; the message says why."""


def is_clerk(viewer: Viewer) -> bool:
    """Say whether the viewer settles messages: with the right, and in no other state's office."""
    return viewer.may(Permission.MESSAGE_SETTLE) and not viewer.posts


def require_clerk(viewer: Viewer) -> None:
    """Raise ``NotAllowedError`` unless the viewer settles messages."""
    if not is_clerk(viewer):
        raise NotAllowedError(f"[{viewer}] does not settle messages of our own state.")


@transaction.atomic
def take_into_case(viewer: Viewer, intake_id: int, chosen: Chosen) -> CompactIntake:
    """Take a message into its case as the clerk says, whole; else ``NotSettledError``."""
    require_clerk(viewer)
    _refuse_out_of_reach(viewer, chosen)
    intake, was_there = receive_again(viewer, intake_id, chosen)
    if was_there:
        raise NotSettledError("Somebody has taken the message in meanwhile.")
    if intake.outcome != Reception.TAKEN:
        # Raised out of the transaction: the message waits as it did.
        raise NotSettledError(intake.reason)
    return intake


@transaction.atomic
def refuse(viewer: Viewer, intake_id: int, reason: str) -> CompactIntake:
    """Refuse a message for good, with the clerk's reason."""
    require_clerk(viewer)
    intake = CompactIntake.objects.select_for_update(of=("self",)).defer("raw").get(pk=intake_id)
    if intake.outcome == Reception.TAKEN:
        raise NotSettledError("Somebody has taken the message in meanwhile.")
    if not reason.strip():
        raise NotSettledError("Say why: the other state will ask.")
    intake.outcome, intake.reason, intake.rule = Reception.REFUSED, reason.strip(), ""
    intake.settled_at, intake.settled_by = timezone.now(), viewer.user
    intake.save(update_fields=["outcome", "reason", "rule", "settled_at", "settled_by"])
    tell(viewer, intake)
    return intake


@transaction.atomic
def send_again(viewer: Viewer, message_id: int) -> CompactMessage:
    """Have a message go out with the next round that was refused or did not get through."""
    require_clerk(viewer)
    rows = in_scope(viewer, CompactMessage.objects.all(), person="case__person")
    message = rows.select_for_update(of=("self",)).filter(pk=message_id).first()
    if message is None or message.delivered_at is not None:
        raise NotSettledError("The message has gone meanwhile.")
    message.refused_at, message.trouble = None, ""
    message.save(update_fields=["refused_at", "trouble"])
    record(
        Trail.COMPACT_MESSAGE_SENT_AGAIN,
        actor=viewer.user,
        target=message,
        person_id=message.case.person_id,
    )
    return message


def _refuse_out_of_reach(viewer: Viewer, chosen: Chosen) -> None:
    if chosen.person_id is not None:
        people = in_scope(viewer, Person.objects.filter(pk=chosen.person_id))
        if not people.exists():
            raise NotSettledError(f"There is no record {chosen.person_id}: give the number of one.")
    if chosen.case_id is not None:
        cases = CompactCase.objects.filter(pk=chosen.case_id)
        if not in_scope(viewer, cases, person="person").exists():
            raise NotSettledError("There is no such case.")
