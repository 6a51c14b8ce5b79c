"""What a recommendation does once it is granted."""

from datetime import date

from django.utils import timezone

from offenders.services.facts import correct_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.status import refresh_status
from ots.access.viewer import Viewer
from supervision.choices.level import LevelBasis
from supervision.choices.recommendation import RecommendationKind
from supervision.models import Recommendation, SupervisionPeriod
from supervision.rules.eligibility.parameters import EXTENSION_YEARS
from supervision.services.levels import LevelEntry, end_level, set_level
from timecomp.engine.dates import Rounding, add_years

REASON = "Recommendation {} carried out"
ENDED = {
    RecommendationKind.EARLY_DISCHARGE: "Early discharge",
    RecommendationKind.DISCHARGE: "Discharged at the end of the term",
}
LONGEST_REASON = 80


def carry_out(viewer: Viewer, row: Recommendation) -> None:
    """End the term, lower the level or move the end, as the recommendation says.

    Custody and changed conditions are entered where custody and conditions are kept.
    """
    kind = RecommendationKind(row.kind)
    if kind in ENDED:
        _end_term(viewer, row, ENDED[kind])
    elif kind is RecommendationKind.DOWNGRADE:
        entry = LevelEntry(
            level=row.level,
            basis=LevelBasis.POLICY,
            began_on=timezone.localdate(),
            reason=REASON.format(row.pk),
        )
        set_level(viewer, row.person_id, entry)
    elif kind is RecommendationKind.EXTENSION:
        refuse_long_extension(row.ends_before, row.ends_after)
        term = _running_term(row)
        reason = REASON.format(row.pk)
        correct_fact(
            viewer, term, person_id=row.person_id, reason=reason, expected_end_on=row.ends_after
        )


def refuse_long_extension(before: date | None, after: date | None) -> None:
    """Raise ``RefusedError`` unless the new end is later, by no more than the law allows."""
    if before is None:
        raise RefusedError(Objection("ends_after", "The term has no end on record: enter it."))
    if after is None or after <= before:
        raise RefusedError(Objection("ends_after", f"Give a day after [{before}]."))
    years = EXTENSION_YEARS.on(timezone.localdate())
    limit = add_years(before, years.amount, rounding=Rounding.LAST_DAY_OF_MONTH)
    if after > limit:
        message = f"[{limit}] is the latest day: one extension is {years.amount} year at most "
        raise RefusedError(Objection("ends_after", f"{message}({years.citation})."))


def _end_term(viewer: Viewer, row: Recommendation, why: str) -> None:
    term, today = _running_term(row), timezone.localdate()
    correct_fact(
        viewer,
        term,
        person_id=row.person_id,
        reason=REASON.format(row.pk),
        ended_on=today,
        termination_reason=why[:LONGEST_REASON],
    )
    others = SupervisionPeriod.objects.filter(
        person=row.person_id, ended_on=None, superseded_at=None
    )
    if not others.exists():
        end_level(viewer, row.person_id, ended_on=today, reason=REASON.format(row.pk))
    refresh_status(row.person_id)


def _running_term(row: Recommendation) -> SupervisionPeriod:
    term = SupervisionPeriod.objects.filter(
        person=row.person_id,
        supervision_type=row.supervision_type,
        ended_on=None,
        superseded_at=None,
    ).first()
    if term is None:
        raise RefusedError(Objection("step", "This term of supervision no longer runs: withdraw."))
    return term
