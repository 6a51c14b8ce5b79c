"""The demonstration's compact: who works where, and three cases on their way to Ohio."""

from datetime import timedelta
from typing import Final

from django.utils import timezone

from interstate.choices import Post, SupervisionKind
from interstate.models import CompactCase, CompactOffice, Delegate
from interstate.rules.routing import Move
from interstate.rules.vocabulary import EventType
from interstate.services.activities import Asked, move_activity
from interstate.services.cases import CaseEntry, open_case
from interstate.services.drafts import start_activity
from offenders.choices import Status
from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for

POSTS: Final = (
    ("olivia", "MI", Post.AGENT),
    ("priya", "MI", Post.AGENT),
    ("carlos", "MI", Post.OFFICE),
    ("otto", "OH", Post.OFFICE),
    ("oprah", "OH", Post.AGENT),
)
CASES: Final = 3
REQUEST: Final = {
    "reason": "expedited",
    "explanation": "The landlord ends the lease; the mother in Toledo takes the person in.",
    "address": "1840 Maumee Ave, Toledo, OH 43609; mother and a sister",
    "offense": "Breaking and entering a building with intent, one count, by plea.",
}
GRANT: Final = {"decision": "approve", "report_to": "Toledo office, 9 am, duty officer"}


def send_people_to_ohio() -> int:
    """Give the posts and open the cases that are missing; returns how many were opened."""
    for username, code, kind in POSTS:
        user = User.objects.get(username=username)
        office = CompactOffice.objects.filter(member=code).order_by("kind").first()
        Delegate.objects.get_or_create(user=user, defaults={"office": office, "post": kind})
    missing = CASES - CompactCase.objects.count()
    people = Person.objects.filter(
        agent__username="olivia", status=Status.PAROLE, compact_cases=None
    ).order_by("pk")
    chosen = list(people[: max(missing, 0)])
    for number, person in enumerate(chosen):
        _send(person, how_far=number)
    return len(chosen)


def _send(person: Person, *, how_far: int) -> None:
    olivia, carlos, otto = (
        viewer_for(User.objects.get(username=name)) for name in ("olivia", "carlos", "otto")
    )
    today = timezone.localdate()
    case = open_case(olivia, person.pk, _entry())
    if not how_far:
        start_activity(olivia, case.pk, EventType.TRANSFER_REQUEST, content={"reason": "resident"})
        return
    leaves = (today + timedelta(days=7)).isoformat()
    asked = start_activity(
        olivia,
        case.pk,
        EventType.REPORTING_INSTRUCTIONS_REQUEST,
        content={**REQUEST, "intended_departure_on": leaves},
    )
    move_activity(olivia, asked.pk, Asked(move=Move.SUBMIT))
    move_activity(carlos, asked.pk, Asked(move=Move.TRANSMIT))
    if how_far > 1:
        reply = start_activity(
            otto,
            case.pk,
            EventType.REPORTING_INSTRUCTIONS_REPLY,
            content={**GRANT, "report_on": leaves},
            answers=asked,
        )
        move_activity(otto, reply.pk, Asked(move=Move.SUBMIT))
        move_activity(otto, reply.pk, Asked(move=Move.TRANSMIT))


def _entry() -> CaseEntry:
    offices = {
        code: CompactOffice.objects.filter(member=code).order_by("kind")[0] for code in ("MI", "OH")
    }
    return CaseEntry(
        supervision=SupervisionKind.PAROLE,
        sending_office=offices["MI"],
        receiving_office=offices["OH"],
        supervision_ends_on=timezone.localdate() + timedelta(days=700),
        searched_duplicates=True,
    )
