"""Who has a question in hand: taking it, giving it to a colleague, giving it back."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from timecomp.models import ComputationException
from timecomp.selectors.exceptions import exceptions_to_settle
from timecomp.selectors.queue import clerks_who_settle


@dataclass(frozen=True, slots=True)
class Moved:
    """How many questions changed hands, and how many did not because others have them."""

    moved: int
    left: int


def take_questions(viewer: Viewer, question_ids: Iterable[int]) -> Moved:
    """Take questions that nobody has in hand; one already taken stays where it is."""
    return _move(viewer, question_ids, held=Q(assigned_to=None), to=_self(viewer), verb="took")


def give_questions(viewer: Viewer, question_ids: Iterable[int], *, clerk_id: int) -> Moved:
    """Give questions to a colleague who may settle them; those of others are left alone."""
    clerk = clerks_who_settle().filter(pk=clerk_id).first()
    if clerk is None:
        raise NotAllowedError(f"User [{clerk_id}] may not settle questions.")
    held = Q(assigned_to=None) | Q(assigned_to=_self(viewer))
    return _move(viewer, question_ids, held=held, to=clerk, verb="gave")


def give_back_questions(viewer: Viewer, question_ids: Iterable[int]) -> Moved:
    """Put own questions back for anybody to take."""
    return _move(viewer, question_ids, held=Q(assigned_to=_self(viewer)), to=None, verb="gave back")


@transaction.atomic
def _move(
    viewer: Viewer, question_ids: Iterable[int], *, held: Q, to: User | None, verb: str
) -> Moved:
    viewer.require(Permission.COMPUTATION_SETTLE)
    asked = exceptions_to_settle(viewer).order_by("pk").filter(pk__in=list(question_ids))
    wanted = dict(_locked(asked).values_list("pk", "person_id"))
    free = list(_locked(asked).filter(held).values_list("pk", flat=True))
    ComputationException.objects.filter(pk__in=free).update(
        assigned_to=to, assigned_at=timezone.now() if to else None
    )
    if free:
        record(
            Event.QUESTIONS_ASSIGNED,
            actor=viewer.user,
            people=sorted({wanted[key] for key in free}),
            details={
                "verb": verb,
                "questions": ", ".join(map(str, free)),
                "clerk": to.pk if to else None,
            },
        )
    return Moved(len(free), len(wanted) - len(free))


def _locked(asked: QuerySet[ComputationException]) -> QuerySet[ComputationException]:
    """Two clerks who take one question meet here: the second waits, and finds it taken."""
    return asked.select_related(None).select_for_update(of=("self",))


def _self(viewer: Viewer) -> User:
    if viewer.user is None:
        raise NotAllowedError(f"[{viewer}] is nobody who could have a question in hand.")
    return viewer.user
