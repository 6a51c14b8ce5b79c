"""Answering for a difference: its cause, and how it ended.

The record itself is corrected on the ordinary pages; a finding only looks again.
"""

from django.db import transaction
from django.utils import timezone

from ots.access.permissions import Permission
from ots.access.scopes import reaches
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from ots.quality.choices import Closing, FieldKey, Outcome, RootCause
from ots.quality.comparing import Held, charge_of, compare, held_values
from ots.quality.models import Finding, Item
from ots.quality.services.register import find_charge


class FindingRefusedError(Exception):
    """The finding stays as it is; the message says why."""


@transaction.atomic
def name_cause(viewer: Viewer, finding: Finding, cause: RootCause) -> None:
    """Say why the record differed."""
    _check(viewer, finding, Permission.QUALITY_VIEW)
    finding.root_cause, finding.caused_by = cause, viewer.user
    finding.save(update_fields=["root_cause", "caused_by"])
    _record(viewer, finding, Event.FINDING_CAUSED)


@transaction.atomic
def look_again(viewer: Viewer, finding: Finding) -> None:
    """Compare the document with the record as it is now; a match closes the finding."""
    _check(viewer, finding, Permission.QUALITY_VIEW)
    _needs_cause(finding)
    if not _now_matches(viewer, finding):
        raise FindingRefusedError("The record still differs: correct it first, then look again.")
    _close(viewer, finding, Closing.MATCHES, "")


@transaction.atomic
def explain(viewer: Viewer, finding: Finding, reason: str) -> None:
    """Close a finding although the record stays as it is, with the reviewer's reason."""
    _check(viewer, finding, Permission.QUALITY_REVIEW)
    _needs_cause(finding)
    if not reason.strip():
        raise FindingRefusedError("Say why the record stays as it is.")
    _close(viewer, finding, Closing.EXPLAINED, reason.strip())


def _now_matches(viewer: Viewer, finding: Finding) -> bool:
    compared, item = finding.comparison, finding.comparison.item
    if compared.field == FieldKey.RECORD:
        return find_charge(viewer, item.court, item.docket_number, item.count_number) is not None
    charge = charge_of(item)
    key = FieldKey(compared.field)
    held = held_values(charge).get(key, Held("")).value
    # A value that no document states is right once the record no longer states it either.
    return compare(key, compared.said, held) in (Outcome.MATCH, Outcome.NOT_COMPARABLE)


def _check(viewer: Viewer, finding: Finding, permission: Permission) -> None:
    viewer.require(permission)
    item: Item = finding.comparison.item
    if item.person_id is not None and not reaches(viewer, item.person_id):
        raise NotAllowedError(f"[{finding}] is not in the reach of [{viewer}].")
    if finding.closed_at is not None:
        raise FindingRefusedError("The finding is closed.")


def _needs_cause(finding: Finding) -> None:
    if not finding.root_cause:
        raise FindingRefusedError("Name the cause first.")


def _close(viewer: Viewer, finding: Finding, closing: Closing, reason: str) -> None:
    finding.closing, finding.closing_reason = closing, reason
    finding.closed_at, finding.closed_by = timezone.now(), viewer.user
    finding.save(update_fields=["closing", "closing_reason", "closed_at", "closed_by"])
    _record(viewer, finding, Event.FINDING_CLOSED)


def _record(viewer: Viewer, finding: Finding, event: Event) -> None:
    record(
        event,
        actor=viewer.user,
        target=finding,
        person_id=finding.comparison.item.person_id,
        reason=finding.closing_reason,
        details={"field": finding.comparison.field, "cause": finding.root_cause},
    )
