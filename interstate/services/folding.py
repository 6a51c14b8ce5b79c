"""Folding a case into its twin, and undoing it: two facts, nothing moved and nothing deleted."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from interstate.choices import Post
from interstate.models import CompactCase
from interstate.rules.vocabulary import EventType
from interstate.selectors.folding import may_take_in
from interstate.selectors.posts import seats_of
from interstate.services.cases import CaseRefusedError
from interstate.services.drafts import check_reach
from interstate.services.events import lock_case
from interstate.services.recording import Happened, record_event
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """Into which case a twin is folded, and why."""

    into: int
    reason: str


@transaction.atomic
def fold_case(viewer: Viewer, case_id: int, fold: Fold) -> CompactCase:
    """Fold the case into another of the same person between the same states, which goes on.

    What was recorded stays in it; the other state is told. Raises ``CaseRefusedError``, or
    ``RefusedByRuleError`` where something is under way in the case.
    """
    for key in sorted({case_id, fold.into}):
        # In one order: of two who fold each into the other one waits and is refused.
        lock_case(key)
    case = _own(viewer, case_id)
    lead = may_take_in(case).filter(pk=fold.into).first()
    if lead is None:
        raise CaseRefusedError(
            "A case is folded into one that goes on, of the same person between the same states."
        )
    told: dict[str, object] = {"into": lead.quoted_number, "reason": fold.reason}
    _record(viewer, case, EventType.CASE_FOLDED, told)
    return lead


@transaction.atomic
def unfold_case(viewer: Viewer, case_id: int, reason: str) -> CompactCase:
    """Let a case that was folded go on from where it stood.

    Raises ``RefusedByRuleError`` where it is not folded.
    """
    lock_case(case_id)
    case = _own(viewer, case_id)
    _record(viewer, case, EventType.CASE_UNFOLDED, {"reason": reason})
    return case


def _own(viewer: Viewer, case_id: int) -> CompactCase:
    viewer.require(Permission.COMPACT_RECORD)
    case = CompactCase.objects.select_related("sending", "receiving").get(pk=case_id)
    check_reach(viewer, case)
    offices = {seat.office_id for seat in seats_of(viewer) if seat.post is Post.OFFICE}
    if not offices & {case.sending_office_id, case.receiving_office_id}:
        raise NotAllowedError("Only a compact office of the case folds it into another.")
    return case


def _record(viewer: Viewer, case: CompactCase, kind: EventType, told: dict[str, object]) -> None:
    if not str(told["reason"]).strip():
        raise CaseRefusedError("Say why: it is kept, and the other state is told.")
    record_event(viewer, case.pk, Happened(type=kind, at=timezone.now(), content=told))
