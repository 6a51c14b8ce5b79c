"""The legal record of a person: cases, counts, how they ended, and the sentences."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from offenders import choices
from offenders.models import (
    Charge,
    ChargeParticulars,
    Court,
    CourtCase,
    Disposition,
    Hearing,
    Sentence,
)
from offenders.selectors.reading import Reading
from offenders.selectors.sentences import SentenceRecord, record_of, with_history
from ots.access.fields import Masked, may_access
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class CountRecord:
    """A count: what it alleges now, what it alleged before, how it ended, what it cost."""

    charge: Masked
    now: Masked | None
    earlier: tuple[Masked, ...]
    disposition: Masked | None
    sentence: SentenceRecord | None


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """A case with its counts and court dates."""

    case: Masked
    court: str
    counts: tuple[CountRecord, ...]
    hearings: tuple[Masked, ...]


@dataclass(frozen=True, slots=True)
class LegalRecord:
    """The cases; ``open`` is false where the role excludes the legal record."""

    open: bool = False
    cases: tuple[CaseRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class CountChoice:
    """A count that may be sentenced, as a choice of a form."""

    charge_id: int
    case_id: int
    text: str


def legal_record(reading: Reading, person_id: int) -> LegalRecord:
    """Return a person's legal record in a constant number of queries."""
    if not reading.sees(CourtCase, "docket_number"):
        return LegalRecord()
    cases = in_scope(reading.viewer, CourtCase.objects.all(), person="person")
    cases = cases.filter(person_id=person_id).select_related("court")
    cases = cases.prefetch_related(
        Prefetch("charges", _charges()),
        Prefetch("hearings", Hearing.objects.filter(superseded_at=None)),
    )
    sentences = {
        one.charge_id: record_of(reading, one)
        for one in with_history(Sentence.objects.filter(person_id=person_id))
    }
    return LegalRecord(open=True, cases=tuple(_case(reading, case, sentences) for case in cases))


def court_choices() -> list[tuple[int, str]]:
    """Return the courts by name, as choices of a form."""
    return [(court.pk, court.name) for court in Court.objects.all()]


def case_choices(viewer: Viewer, person_id: int) -> list[tuple[int, str]]:
    """Return a person's cases, as choices of a form; none where the role excludes them."""
    if not may_access(viewer, CourtCase, "docket_number"):
        return []
    cases = CourtCase.objects.filter(person_id=person_id).select_related("court")
    return [(case.pk, f"{case.docket_number}, {case.court}") for case in cases]


def unsentenced_counts(viewer: Viewer, person_id: int) -> list[CountChoice]:
    """Return the counts of a person that no sentence stands on, as choices of a form.

    Those that ended without a conviction are left out.
    """
    if not may_access(viewer, ChargeParticulars, "description"):
        return []
    ended_otherwise = Disposition.objects.filter(superseded_at=None).exclude(
        kind__in=(
            choices.DispositionKind.CONVICTED_PLEA,
            choices.DispositionKind.CONVICTED_TRIAL,
            choices.DispositionKind.DEFERRED,
        )
    )
    particulars = (
        ChargeParticulars.objects.filter(
            charge__case__person_id=person_id, charge__sentence=None, superseded_at=None
        )
        .exclude(charge__in=ended_otherwise.values("charge"))
        .select_related("charge__case")
        .order_by("charge__case_id", "charge__count_number")
    )
    return [
        CountChoice(
            charge_id=row.charge_id,
            case_id=row.charge.case_id,
            text=f"{row.charge.case.docket_number}, count {row.charge.count_number}:"
            f" {row.description}",
        )
        for row in particulars
    ]


def _charges() -> QuerySet[Charge]:
    return Charge.objects.prefetch_related(
        Prefetch(
            "particulars",
            ChargeParticulars.objects.select_related(
                "statute", "recorded_by", *_REPLACED_BY
            ).order_by("-recorded_at"),
        ),
        Prefetch("dispositions", Disposition.objects.filter(superseded_at=None)),
    )


_REPLACED_BY: tuple[str, ...] = ("superseded_by__recorded_by",)


def _case(reading: Reading, case: CourtCase, sentences: dict[int, SentenceRecord]) -> CaseRecord:
    return CaseRecord(
        case=reading.masked(case),
        court=str(case.court),
        counts=tuple(_count(reading, charge, sentences) for charge in case.charges.all()),
        hearings=tuple(reading.masked(hearing) for hearing in case.hearings.all()),
    )


def _count(reading: Reading, charge: Charge, sentences: dict[int, SentenceRecord]) -> CountRecord:
    rows = list(charge.particulars.all())
    now = next((row for row in rows if row.superseded_at is None), None)
    disposition = next(iter(charge.dispositions.all()), None)
    return CountRecord(
        charge=reading.masked(charge),
        now=reading.masked(now) if now else None,
        earlier=tuple(reading.masked(row) for row in rows if row.superseded_at is not None),
        disposition=reading.masked(disposition) if disposition else None,
        sentence=sentences.get(charge.pk),
    )
