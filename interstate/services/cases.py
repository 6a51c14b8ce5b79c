"""Opening a case, and who has it."""

from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from interstate.choices import OfficeKind
from interstate.models import CompactCase, CompactOffice
from interstate.rules.vocabulary import Side
from interstate.selectors.duplicates import cases_beside
from interstate.selectors.posts import seats_of
from interstate.services.court_cases import name_in
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.scopes import in_scope, reaches
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail
from ots.audit.services import record


class CaseRefusedError(ValueError):
    """The case can't be opened so; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEntry:
    """What a new case is made of."""

    supervision: str
    sending_office: CompactOffice
    receiving_office: CompactOffice
    supervision_ends_on: date | None = None
    is_indefinite: bool = False
    is_sex_offender: bool = False
    has_victims: bool = False
    has_pending_charge: bool = False
    searched_duplicates: bool = False
    copied_from_id: int | None = None
    # How many people alike were shown before, and why the case is opened all the same.
    people_alike: int = 0
    opened_despite: str = ""
    # The person's court cases that the transfer is for.
    court_cases: tuple[int, ...] = ()


@transaction.atomic
def open_case(viewer: Viewer, person_id: int, entry: CaseEntry) -> CompactCase:
    """Open a case of the viewer's state for the person; its number is the next of the year.

    Raises ``CaseRefusedError`` without the search for duplicates, or if an open case between the
    two offices stands already.
    """
    viewer.require(Permission.COMPACT_ACT)
    if not reaches(viewer, person_id):
        raise NotAllowedError("The person is not in your reach.")
    _check(viewer, person_id, entry)
    with occasion(Trail.COMPACT_CASE_OPENED.name, person_id=person_id):
        case = CompactCase.objects.create(
            person_id=person_id,
            number=_next_number(),
            supervision=entry.supervision,
            sending=entry.sending_office.member,
            receiving=entry.receiving_office.member,
            sending_office=entry.sending_office,
            receiving_office=entry.receiving_office,
            supervision_ends_on=entry.supervision_ends_on,
            is_indefinite=entry.is_indefinite,
            is_sex_offender=entry.is_sex_offender,
            has_victims=entry.has_victims,
            has_pending_charge=entry.has_pending_charge,
            copied_from_id=entry.copied_from_id,
            opened_despite=entry.opened_despite.strip(),
            opened_at=timezone.now(),
            opened_by=viewer.user,
            sending_user=viewer.user,
        )
    name_in(viewer, case, entry.court_cases)
    record(
        Trail.COMPACT_CASE_OPENED,
        actor=viewer.user,
        target=case,
        person_id=person_id,
        details={"people_alike": entry.people_alike, "despite": bool(case.opened_despite)},
    )
    return case


@transaction.atomic
def give_case(viewer: Viewer, case_id: int, side: Side, to: User) -> CompactCase:
    """Give one side of the case to a user with a post in its office."""
    viewer.require(Permission.COMPACT_ROUTE)
    case = CompactCase.objects.select_for_update(of=("self",)).get(pk=case_id)
    if not reaches(viewer, case.person_id):
        raise NotAllowedError("The person is not in your reach.")
    office = case.sending_office_id if side is Side.SENDING else case.receiving_office_id
    if office not in {seat.office_id for seat in seats_of(viewer)}:
        raise NotAllowedError("Only the own state's side of a case is given to somebody.")
    post = to.delegate if hasattr(to, "delegate") else None
    if post is None or post.office_id != office or not post.is_active:
        raise CaseRefusedError(f"[{to}] holds no open post in this compact office.")
    column = "sending_user" if side is Side.SENDING else "receiving_user"
    with occasion(Trail.COMPACT_CASE_GIVEN.name, person_id=case.person_id):
        setattr(case, column, to)
        case.save(update_fields=[column])
    record(Trail.COMPACT_CASE_GIVEN, actor=viewer.user, target=case, person_id=case.person_id)
    return case


@transaction.atomic
def give_cases(viewer: Viewer, case_ids: list[int], to: User) -> int:
    """Give the own side of each case to a user of the own office: all of them or none."""
    viewer.require(Permission.COMPACT_ROUTE)
    mine = {seat.office_id for seat in seats_of(viewer)}
    rows = in_scope(viewer, CompactCase.objects.filter(pk__in=case_ids), person="person")
    for case in rows:
        side = Side.SENDING if case.sending_office_id in mine else Side.RECEIVING
        give_case(viewer, case.pk, side, to)
    return len(rows)


def _check(viewer: Viewer, person_id: int, entry: CaseEntry) -> None:
    if entry.sending_office.pk not in {seat.office_id for seat in seats_of(viewer)}:
        raise CaseRefusedError(
            "Only the sending state opens a case: choose an office in which you hold a post."
        )
    if entry.sending_office.member_id == entry.receiving_office.member_id:
        raise CaseRefusedError("A transfer is between two states: choose another state.")
    if not (entry.sending_office.member.is_ours or entry.receiving_office.member.is_ours):
        raise CaseRefusedError(
            "Cases of which the state that keeps this record is no side are not opened here."
        )
    for office in (entry.sending_office, entry.receiving_office):
        if office.kind not in {OfficeKind.BOTH, entry.supervision}:
            raise CaseRefusedError(
                f"[{office}] takes no {entry.supervision}: choose the member's other office."
            )
    if not entry.searched_duplicates:
        raise CaseRefusedError("Look for cases of the same person first, and confirm that you did.")
    standing = CompactCase.objects.filter(
        person_id=person_id,
        sending_office=entry.sending_office,
        receiving_office=entry.receiving_office,
    ).exclude(state__in=("CLOSED", "WITHDRAWN"))
    if open_one := standing.first():
        raise CaseRefusedError(
            f"Case [{open_one.number}] between the two states is open: go on with that one."
        )
    _check_despite(viewer, person_id, entry)


def _check_despite(viewer: Viewer, person_id: int, entry: CaseEntry) -> None:
    if entry.opened_despite.strip():
        return
    cases = cases_beside(person_id, entry.receiving_office.member_id)
    beside = in_scope(viewer, cases, person="person")
    numbers = [each.number for each in beside if each.pk != entry.copied_from_id]
    if numbers or entry.people_alike:
        what = f"cases [{', '.join(numbers)}]" if numbers else "people alike"
        raise CaseRefusedError(
            f"There are {what} on record: look at them, and say why another case is opened."
        )


def _next_number() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('interstate_case_number')")
        (number,) = cursor.fetchone()
    return f"IC-{timezone.localdate():%Y}-{number:06d}"
