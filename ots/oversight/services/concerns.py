"""Telling what is wrong on a page, and answering it step by step."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from offenders.services.submissions import once
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from ots.oversight.desks import desk_for
from ots.oversight.models import Concern, ConcernStep
from ots.oversight.models.concern import ENDED, NEXT, OF_A_RECORD, ConcernKind, ConcernState
from ots.oversight.selectors.concerns import concern_read
from ots.oversight.selectors.told_page import ToldPage, has_office

MOST_AN_HOUR: Final = 20
HOUR: Final = timedelta(hours=1)


class ConcernRefusedError(Exception):
    """It is not taken; the message says why."""


def kinds_for(viewer: Viewer, page: ToldPage) -> tuple[ConcernKind, ...]:
    """Return what can be told of the page: facts and dates of a record, users of other states
    of the compact's pages alone."""
    if viewer.posts and not page.is_of_the_compact:
        return ()
    is_record = page.person_id is not None
    return tuple(kind for kind in ConcernKind if is_record or kind not in OF_A_RECORD)


def tell_concern(
    viewer: Viewer, page: ToldPage, *, kind: str, words: str, token: UUID | None = None
) -> Concern:
    """Take down what is wrong on a page; sent twice it is one."""
    viewer.require(Permission.HOME_VIEW)
    if kind not in kinds_for(viewer, page):
        raise ConcernRefusedError("This cannot be told of the page you came from.")
    return once(token, Event.CONCERN_TOLD, Concern, lambda: _tell(viewer, page, kind, words))


@transaction.atomic
def move_concern(viewer: Viewer, number: int, *, state: str, words: str) -> ConcernStep:
    """Say that it was looked at, or answer it; who told it reads the words."""
    answerer = _named(viewer)
    # Who comes second waits here, and then reads what the first has done.
    Concern.objects.select_for_update().filter(pk=number).first()
    read = concern_read(viewer, number)
    if read is None:
        raise NotAllowedError(f"[{viewer}] does not answer [concern {number}].")
    if state not in NEXT[read.state]:
        raise ConcernRefusedError("Choose one of the steps offered: somebody was faster.")
    if state in ENDED and not words.strip():
        raise ConcernRefusedError("Say what was done, or why not: who told it reads this.")
    step = ConcernStep.objects.create(
        concern=read.concern,
        state=ConcernState(state),
        words=words.strip(),
        taken_by=answerer,
        taken_at=timezone.now(),
    )
    _record(Event.CONCERN_MOVED, answerer, read.concern, state=state)
    return step


def _tell(viewer: Viewer, page: ToldPage, kind: str, words: str) -> Concern:
    teller, now = _named(viewer), timezone.now()
    if Concern.objects.filter(told_by=teller, told_at__gt=now - HOUR).count() >= MOST_AN_HOUR:
        raise ConcernRefusedError(
            f"You have told {MOST_AN_HOUR} things within an hour. Call the help desk,"
            " or send this later."
        )
    concern = Concern.objects.create(
        kind=kind,
        desk=desk_for(kind, page=page.name, has_office=has_office(page.person_id)),
        page=page.name,
        address=page.address,
        person_id=page.person_id,
        words=words.strip(),
        told_by=teller,
        told_at=now,
    )
    _record(Event.CONCERN_TOLD, teller, concern, kind=kind)
    return concern


def _record(event: Event, actor: User, concern: Concern, **said: str) -> None:
    # The words stay out of the trail: they may hold any fact of the record.
    details = {**said, "desk": str(concern.desk), "page": concern.page}
    record(event, actor=actor, target=concern, person_id=concern.person_id, details=details)


def _named(viewer: Viewer) -> User:
    if viewer.user is None:
        raise NotAllowedError("What is told or answered has the name of the one who did it.")
    return viewer.user
