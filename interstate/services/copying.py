"""Copying a transfer request for another state: a case of its own, and a draft to finish."""

from dataclasses import dataclass

from django.db import transaction

from interstate.models import Activity, Attachment, CompactCase, CompactOffice
from interstate.rules.content import ContentField, form_of
from interstate.rules.vocabulary import EventType, Side
from interstate.selectors.activity_page import OWN
from interstate.selectors.court_cases import may_be_named, named_in
from interstate.selectors.posts import desks_at, seats_of
from interstate.services.cases import CaseEntry, CaseRefusedError, open_case
from interstate.services.drafts import check_reach, start_activity
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """For which state a request is copied; why, where other cases or people alike stand beside."""

    to: CompactOffice
    people_alike: int = 0
    opened_despite: str = ""


def left_out(request: Activity) -> tuple[ContentField, ...]:
    """Return what the request says or brings and a copy does not: it has to be fresh."""
    brought = set(request.attachments.values_list("label", flat=True))
    given = {name for name, value in request.content.items() if value not in (None, "")}
    fields = form_of(EventType(request.kind)).fields
    return tuple(each for each in fields if each.anew and each.name in brought | given)


@transaction.atomic
def copy_request(viewer: Viewer, request: Activity, copy: Copy) -> Activity:
    """Open a case of the same person for another state, with the request as a draft in it.

    Documents are not stored twice: a copy leads to what the first contains. What has to be fresh
    is left out. Raises ``CaseRefusedError`` as the opening of any case does.
    """
    viewer.require(Permission.COMPACT_ACT)
    case = request.case
    check_reach(viewer, case)
    if request.kind != EventType.TRANSFER_REQUEST or request.side != Side.SENDING:
        raise CaseRefusedError("Only a transfer request is copied for another state.")
    if not OWN & desks_at(seats_of(viewer), request, case):
        raise NotAllowedError("Only who works on the case copies its request.")
    made = open_case(viewer, case.person_id, _entry(viewer, case, copy))
    form = form_of(EventType.TRANSFER_REQUEST)
    kept = {each.name for each in form.fields if not each.anew}
    draft = start_activity(
        viewer,
        made.pk,
        EventType.TRANSFER_REQUEST,
        content={name: value for name, value in request.content.items() if name in kept},
    )
    with occasion(Trail.COMPACT_ACTIVITY_BEGUN.name, person_id=case.person_id):
        for each in request.attachments.filter(label__in=kept).defer("content"):
            _carry_over(viewer, draft, each)
    return draft


def _entry(viewer: Viewer, case: CompactCase, copy: Copy) -> CaseEntry:
    return CaseEntry(
        supervision=case.supervision,
        sending_office=case.sending_office,
        receiving_office=copy.to,
        supervision_ends_on=case.supervision_ends_on,
        is_indefinite=case.is_indefinite,
        is_sex_offender=case.is_sex_offender,
        has_victims=case.has_victims,
        searched_duplicates=True,
        copied_from_id=case.pk,
        people_alike=copy.people_alike,
        opened_despite=copy.opened_despite,
        court_cases=_known_to(viewer, case),
    )


def _known_to(viewer: Viewer, case: CompactCase) -> tuple[int, ...]:
    """Those of the court cases behind it that the viewer may name anew."""
    open_to = {each.key for each in may_be_named(viewer, case.person_id)}
    return tuple(each.key for each in named_in(case) if each.key in open_to)


def _carry_over(viewer: Viewer, draft: Activity, document: Attachment) -> None:
    Attachment.objects.create(
        activity=draft,
        label=document.label,
        name=document.name,
        content_type=document.content_type,
        digest=document.digest,
        same_as_id=document.same_as_id or document.pk,
        added_by=viewer.user,
    )
