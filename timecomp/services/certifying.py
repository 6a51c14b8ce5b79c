"""Certifying dates: the act by which what was computed becomes official."""

from django.db import transaction
from django.utils import timezone

from offenders.services.refusals import Objection, RefusedError
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.scopes import reaches
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from timecomp.choices import CertificationAct
from timecomp.models import Certification, Computation
from timecomp.selectors.certified import newest_act, official_certification
from timecomp.selectors.record_reading import CURRENT
from timecomp.selectors.second_clerk import second_clerk_needed_for

COMPUTED_SINCE = "The dates were computed again since you opened them. Look at them once more."


@transaction.atomic
def certify_dates(
    viewer: Viewer, person_id: int, *, computation_id: int, note: str = ""
) -> Certification:
    """Certify the dates that stand; official at once, or once a second clerk confirms them."""
    clerk = _clerk(viewer, person_id)
    computation = _standing(person_id, computation_id)
    newest = newest_act(computation)
    if (
        newest is not None
        and newest.act == CertificationAct.CERTIFIED
        and not newest.makes_official
    ):
        raise _refused("These dates are certified already and await a second clerk.")
    if newest is not None and newest.makes_official:
        raise _refused("These dates are official already.")
    official = official_certification(person_id)
    needed = second_clerk_needed_for(
        computation, official.computation if official else None, today=timezone.localdate()
    )
    return _act(
        clerk,
        Certification(
            person_id=person_id,
            computation=computation,
            act=CertificationAct.CERTIFIED,
            second_needed_for=needed,
            makes_official=not needed,
            note=note.strip(),
        ),
        Event.DATES_CERTIFIED,
    )


def confirm_dates(
    viewer: Viewer, person_id: int, *, certification_id: int, note: str = ""
) -> Certification:
    """Confirm as the second clerk what another certified; the dates are official."""
    act, event = CertificationAct.CONFIRMED, Event.DATES_CONFIRMED
    return _answer(viewer, person_id, certification_id, act=act, event=event, note=note)


def send_back_dates(
    viewer: Viewer, person_id: int, *, certification_id: int, note: str
) -> Certification:
    """Send back what another certified, with the reason; the official dates stay as they were."""
    if not note.strip():
        raise RefusedError(Objection("note", "Say why, so that your colleague can mend it."))
    act, event = CertificationAct.SENT_BACK, Event.DATES_SENT_BACK
    return _answer(viewer, person_id, certification_id, act=act, event=event, note=note)


@transaction.atomic
def _answer(  # noqa: PLR0913  the parts of one act
    viewer: Viewer,
    person_id: int,
    certification_id: int,
    *,
    act: CertificationAct,
    event: Event,
    note: str,
) -> Certification:
    clerk = _clerk(viewer, person_id)
    first = Certification.objects.filter(pk=certification_id, person_id=person_id).first()
    if first is None or first.act != CertificationAct.CERTIFIED or first.makes_official:
        raise _refused("Nothing here awaits a second clerk.")
    computation = _standing(person_id, first.computation_id)
    if newest_act(computation) != first:
        raise _refused("Another clerk answered meanwhile.")
    if first.clerk_id == clerk.pk:
        raise _refused("You certified these dates yourself: another clerk must look at them.")
    answer = Certification(
        person_id=person_id,
        computation=computation,
        act=act,
        answers=first,
        first_clerk_id=first.clerk_id,
        makes_official=act is CertificationAct.CONFIRMED,
        note=note.strip(),
    )
    return _act(clerk, answer, event)


def _act(clerk: User, certification: Certification, event: Event) -> Certification:
    certification.clerk = clerk
    certification.save(force_insert=True)
    record(
        event,
        actor=clerk,
        target=certification,
        person_id=certification.person_id,
        details={"second clerk": ", ".join(certification.second_needed_for)},
    )
    return certification


def _clerk(viewer: Viewer, person_id: int) -> User:
    viewer.require(Permission.COMPUTATION_CERTIFY)
    if viewer.user is None:
        raise NotAllowedError(f"[{viewer}] is nobody who could sign: a clerk certifies by name.")
    if not reaches(viewer, person_id):
        raise NotAllowedError(f"Person [{person_id}] is not in the reach of [{viewer}].")
    return viewer.user


def _standing(person_id: int, computation_id: int) -> Computation:
    """The computation that stands, locked, so that two clerks certify one after the other."""
    standing = Computation.objects.select_for_update(of=("self",)).filter(
        CURRENT, person_id=person_id, pk=computation_id
    )
    found = standing.first()
    if found is None:
        raise _refused(COMPUTED_SINCE)
    return found


def _refused(message: str) -> RefusedError:
    return RefusedError(Objection("", message))
