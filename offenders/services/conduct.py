"""What moves dates while a sentence runs: misconduct, credits, forfeitures, parole."""

from datetime import date
from uuid import UUID

from django.db import transaction

from offenders.models import (
    CreditAward,
    Forfeiture,
    Misconduct,
    ParoleRelease,
    ParoleViolation,
    Restoration,
    Sentence,
)
from offenders.services.facts import add_fact, write_fact
from offenders.services.refusals import Objection, RefusedError, refused_by
from offenders.services.status import refresh_status
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record

GUILT_BEFORE_DEED = {
    "guilt_is_found_after_the_deed": Objection(
        "found_guilty_on", "Nobody is found guilty before the deed: check the days."
    )
}
BACK_TOO_EARLY = {
    "available_after_declaration": Objection(
        "available_on", "The person is not back before the violation is declared."
    )
}


def record_misconduct(  # noqa: PLR0913  one keyword a column
    viewer: Viewer,
    person_id: int,
    *,
    violated_on: date,
    found_guilty_on: date,
    misconduct_class: str,
    description: str = "",
    disciplinary_time_days: int = 0,
    token: UUID | None = None,
) -> Misconduct:
    """Record that the person was found guilty on a misconduct ticket."""
    viewer.require(Permission.CUSTODY_RECORD)
    event = Event.MISCONDUCT_RECORDED

    def write() -> Misconduct:
        with refused_by(GUILT_BEFORE_DEED):
            return add_fact(
                viewer,
                Misconduct,
                person_id=person_id,
                event=event,
                violated_on=violated_on,
                found_guilty_on=found_guilty_on,
                misconduct_class=misconduct_class,
                description=description,
                disciplinary_time_days=disciplinary_time_days,
            )

    return once(token, event, Misconduct, write)


def award_credit(  # noqa: PLR0913  one keyword a column
    viewer: Viewer,
    sentence_id: int,
    *,
    kind: str,
    days: int,
    awarded_on: date,
    applies_to: str,
) -> CreditAward:
    """Record special credit that the warden awarded on a sentence."""
    sentence = _sentence(viewer, sentence_id)
    return add_fact(
        viewer,
        CreditAward,
        person_id=sentence.person_id,
        event=Event.CREDIT_AWARDED,
        sentence=sentence,
        kind=kind,
        days=days,
        awarded_on=awarded_on,
        applies_to=applies_to,
    )


def forfeit_credit(
    viewer: Viewer, sentence_id: int, *, days: int, ordered_on: date, authority: str
) -> Forfeiture:
    """Record that credit on a sentence was taken away."""
    sentence = _sentence(viewer, sentence_id)
    return add_fact(
        viewer,
        Forfeiture,
        person_id=sentence.person_id,
        event=Event.CREDIT_FORFEITED,
        sentence=sentence,
        days=days,
        ordered_on=ordered_on,
        authority=authority,
    )


def restore_credit(viewer: Viewer, sentence_id: int, *, days: int, ordered_on: date) -> Restoration:
    """Record that forfeited credit was given back; refused beyond what was forfeited."""
    sentence = _sentence(viewer, sentence_id)
    lost = sum(sentence.forfeitures.filter(superseded_at=None).values_list("days", flat=True))
    back = sum(sentence.restorations.filter(superseded_at=None).values_list("days", flat=True))
    if days > lost - back:
        raise RefusedError(
            Objection("days", f"Only {lost - back} days are forfeited and not given back.")
        )
    return add_fact(
        viewer,
        Restoration,
        person_id=sentence.person_id,
        event=Event.CREDIT_RESTORED,
        sentence=sentence,
        days=days,
        ordered_on=ordered_on,
    )


@transaction.atomic
def release_on_parole(
    viewer: Viewer, person_id: int, *, released_on: date, term_months: int
) -> ParoleRelease:
    """Record a release on parole with the length of the order, and set the person's status."""
    viewer.require(Permission.CUSTODY_RECORD)
    event = Event.PAROLE_GRANTED
    release = write_fact(
        viewer,
        ParoleRelease,
        person_id=person_id,
        event=event,
        released_on=released_on,
        term_months=term_months,
    )
    refresh_status(person_id)
    record(event, actor=viewer.user, target=release, person_id=person_id)
    return release


def record_parole_violation(
    viewer: Viewer,
    parole_id: int,
    *,
    kind: str,
    declared_on: date,
    available_on: date | None = None,
    detainer_on: date | None = None,
) -> ParoleViolation:
    """Record a declared violation; the time until the person is available is dead."""
    viewer.require(Permission.CUSTODY_RECORD)
    parole = ParoleRelease.objects.get(pk=parole_id)
    if declared_on < parole.released_on:
        raise RefusedError(Objection("declared_on", "That day is before the release on parole."))
    with refused_by(BACK_TOO_EARLY):
        return add_fact(
            viewer,
            ParoleViolation,
            person_id=parole.person_id,
            event=Event.PAROLE_VIOLATED,
            parole=parole,
            kind=kind,
            declared_on=declared_on,
            available_on=available_on,
            # Named only if told: who may not change warrants records violations all the same.
            **({} if detainer_on is None else {"detainer_on": detainer_on}),
        )


def _sentence(viewer: Viewer, sentence_id: int) -> Sentence:
    viewer.require(Permission.CUSTODY_RECORD)
    return Sentence.objects.get(pk=sentence_id)
