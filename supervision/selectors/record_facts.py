"""The facts of a person's record that instruments ask about, read for one who assesses."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

from django.db import models
from django.db.models import Q

from offenders.choices import (
    AddressKind,
    CaseStatus,
    CustodyKind,
    DispositionKind,
    SentenceKind,
    WarrantKind,
)
from offenders.models import (
    Address,
    Arrest,
    Charge,
    ChargeParticulars,
    CustodyPeriod,
    Disposition,
    Employment,
    Hearing,
    Misconduct,
    Person,
    SentenceTerms,
    Warrant,
)
from offenders.selectors.reading import Reading
from supervision.models import SupervisionPeriod
from supervision.rules.prefill.record import (
    Confinement,
    Count,
    Kind,
    RecordFacts,
    Source,
    Span,
)

CONVICTED = frozenset({DispositionKind.CONVICTED_PLEA, DispositionKind.CONVICTED_TRIAL})
CONFINED = (
    SentenceKind.INDETERMINATE,
    SentenceKind.FLAT,
    SentenceKind.LIFE,
    SentenceKind.JAIL,
    SentenceKind.HYTA_PRISON,
)
MISSED = re.compile(r"fail\w* to appear|did not appear|no.?show|\bFTA\b", re.IGNORECASE)
DAYS_A_YEAR, DAYS_A_MONTH = 365, 30
# Kinds of facts, each with the field that a reader must be allowed to see.
ASKED: dict[Kind, tuple[type[models.Model], str]] = {
    Kind.ARREST: (Arrest, "arrested_on"),
    Kind.CHARGE: (ChargeParticulars, "description"),
    Kind.CONVICTION: (Disposition, "kind"),
    Kind.SENTENCE: (SentenceTerms, "kind"),
    Kind.HEARING: (Hearing, "outcome"),
    Kind.WARRANT: (Warrant, "kind"),
    Kind.SUPERVISION: (SupervisionPeriod, "supervision_type"),
    Kind.CUSTODY: (CustodyPeriod, "kind"),
    Kind.MISCONDUCT: (Misconduct, "misconduct_class"),
    Kind.EMPLOYMENT: (Employment, "employer"),
    Kind.ADDRESS: (Address, "street"),
}


def record_facts(reading: Reading, person_id: int, *, as_of: date) -> RecordFacts:
    """Return what the record holds on the day: twelve queries, however much it holds.

    What the reader may not see, and what is sealed or closed to him, is not among it; a kind that
    he may not see is named as unknown, so that nobody takes it for none.
    """
    person = Person.objects.get(pk=person_id)
    known = {kind for kind, (model, name) in ASKED.items() if reading.sees(model, name)}
    gathered = _Gathering(person_id, as_of, known)
    return RecordFacts(
        as_of=as_of,
        person=Source(Kind.PERSON, person_id, person.birth_date),
        birth_date=person.birth_date if reading.sees(Person, "birth_date") else None,
        sex=person.sex if reading.sees(Person, "sex") else "",
        arrests=gathered.days(Kind.ARREST, Arrest, "arrested_on"),
        counts=tuple(gathered.counts()),
        confinements=tuple(gathered.confinements()),
        missed_hearings=gathered.missed(),
        bench_warrants=gathered.days(Kind.WARRANT, Warrant, "issued_on", kind=WarrantKind.BENCH),
        supervision=gathered.terms(),
        custody=gathered.spans(
            Kind.CUSTODY, CustodyPeriod, kind__in=(CustodyKind.JAIL, CustodyKind.PRISON)
        ),
        misconduct=gathered.days(Kind.MISCONDUCT, Misconduct, "violated_on"),
        jobs=gathered.jobs(),
        homes=gathered.spans(Kind.ADDRESS, Address, kind=AddressKind.HOME),
        unknown=frozenset(set(ASKED) - known),
    )


class _Gathering:
    """Reads the tables of one person as of a day; a kind that may not be seen is not read."""

    def __init__(self, person_id: int, as_of: date, known: set[Kind]) -> None:
        self.person_id = person_id
        self.as_of = as_of
        self.known = known

    def _rows(
        self, of: Kind, model: type[models.Model], day: str, **only: object
    ) -> models.QuerySet[models.Model]:
        if of not in self.known:
            return model._default_manager.none()
        return model._default_manager.filter(
            **{"person_id": self.person_id, "superseded_at": None, f"{day}__lte": self.as_of},
            **only,
        ).order_by(f"-{day}", "-pk")

    def days(
        self, of: Kind, model: type[models.Model], day: str, **only: object
    ) -> tuple[Source, ...]:
        """Return rows that have one day, the newest first."""
        rows = self._rows(of, model, day, **only).values_list("pk", day)
        return tuple(Source(of, key, on) for key, on in rows)

    def spans(self, of: Kind, model: type[models.Model], **only: object) -> tuple[Span, ...]:
        """Return rows that last, the newest first."""
        rows = self._rows(of, model, "began_on", **only).values_list("pk", "began_on", "ended_on")
        return tuple(
            Span(Source(of, key, began), began, self._over(ended)) for key, began, ended in rows
        )

    def _over(self, ended: date | None) -> date | None:
        return ended if ended is not None and ended <= self.as_of else None

    def terms(self) -> tuple[Span, ...]:
        """Return terms of supervision with why they ended."""
        rows = self._rows(Kind.SUPERVISION, SupervisionPeriod, "began_on")
        columns = ("pk", "began_on", "ended_on", "termination_reason")
        return tuple(
            Span(Source(Kind.SUPERVISION, key, began), began, self._over(ended), why)
            for key, began, ended, why in rows.values_list(*columns)
        )

    def jobs(self) -> tuple[Span, ...]:
        """Return jobs with their hours."""
        rows = self._rows(Kind.EMPLOYMENT, Employment, "began_on")
        columns = ("pk", "began_on", "ended_on", "hours_a_week")
        return tuple(
            Span(
                Source(Kind.EMPLOYMENT, key, began),
                began,
                self._over(ended),
                hours_a_week=hours,
            )
            for key, began, ended, hours in rows.values_list(*columns)
        )

    def missed(self) -> tuple[Source, ...]:
        """Return court dates whose outcome says that the person did not come."""
        rows = self._rows(Kind.HEARING, Hearing, "scheduled_at__date")
        return tuple(
            Source(Kind.HEARING, key, at.date())
            for key, at, outcome in rows.values_list("pk", "scheduled_at", "outcome")
            if MISSED.search(outcome)
        )

    def counts(self) -> Iterator[Count]:
        """Yield convictions and charges that are open, with what the statute tells."""
        if Kind.CHARGE not in self.known or Kind.CONVICTION not in self.known:
            return
        disposed = self._disposed()
        sentenced = self._sentenced()
        rows = ChargeParticulars.objects.filter(
            charge__case__person_id=self.person_id,
            charge__in=Charge.objects.filter(case__person_id=self.person_id),
            superseded_at=None,
        )
        for row in rows.select_related("charge__case", "statute"):
            kind, on = disposed.get(row.charge_id, ("", None))
            convicted = on if kind in CONVICTED else sentenced.get(row.charge_id)
            if convicted is None and kind:
                continue
            yield self._count(row, convicted)

    def _count(self, row: ChargeParticulars, convicted_on: date | None) -> Count:
        statute = row.statute
        is_conviction = convicted_on is not None
        return Count(
            source=Source(
                Kind.CONVICTION if is_conviction else Kind.CHARGE,
                row.charge_id,
                convicted_on or row.offense_date,
            ),
            case=row.charge.case_id,
            offense_on=row.offense_date,
            convicted_on=convicted_on,
            is_pending=not is_conviction and row.charge.case.status == CaseStatus.OPEN,
            is_felony=None if statute is None else not statute.is_misdemeanor,
            is_violent=None if statute is None else statute.is_assaultive,
            group=statute.category if statute else "",
            mcl=row.offense_code or (statute.mcl if statute else ""),
        )

    def _disposed(self) -> dict[int, tuple[str, date | None]]:
        rows = Disposition.objects.filter(
            Q(disposed_on__isnull=True) | Q(disposed_on__lte=self.as_of),
            charge__case__person_id=self.person_id,
            superseded_at=None,
        )
        return {
            charge: (kind, on)
            for charge, kind, on in rows.values_list("charge_id", "kind", "disposed_on")
        }

    def _terms(self) -> models.QuerySet[SentenceTerms]:
        return SentenceTerms.objects.filter(
            sentence__person_id=self.person_id,
            superseded_at=None,
            vacated_on=None,
            sentenced_on__lte=self.as_of,
        )

    def _sentenced(self) -> dict[int, date]:
        """When each count was sentenced: it was convicted by then, whatever else is missing."""
        return dict(self._terms().values_list("sentence__charge_id", "sentenced_on"))

    def confinements(self) -> Iterator[Confinement]:
        """Yield sentences to jail or prison."""
        if Kind.SENTENCE not in self.known:
            return
        rows = self._terms().filter(kind__in=CONFINED).select_related("sentence__charge")
        for row in rows.order_by("-sentenced_on"):
            source = Source(Kind.SENTENCE, row.pk, row.sentenced_on)
            case = row.sentence.charge.case_id
            yield Confinement(source, case, row.sentenced_on, _least_days(row))


def _least_days(terms: SentenceTerms) -> int | None:
    """The days that the judgment sets at least; nothing for life."""
    if terms.kind == SentenceKind.LIFE:
        return None
    least = _days(terms.minimum_years, terms.minimum_months, terms.minimum_days)
    return least or _days(terms.maximum_years, terms.maximum_months, terms.maximum_days)


def _days(years: int, months: int, days: int) -> int:
    return years * DAYS_A_YEAR + months * DAYS_A_MONTH + days


_OF_COUNTS = (Kind.CHARGE, Kind.CONVICTION)
_MODELS: dict[Kind, type[models.Model]] = {
    Kind.PERSON: Person,
    Kind.CHARGE: Charge,
    Kind.CONVICTION: Charge,
    **{
        kind: model
        for kind, (model, _) in ASKED.items()
        if kind not in {Kind.CHARGE, Kind.CONVICTION}
    },
}


def sources_open(reading: Reading, sources: Iterable[tuple[Kind, int]]) -> set[tuple[Kind, int]]:
    """Return those sources that the reader may still look at: one query a kind."""
    by_kind: dict[Kind, set[int]] = {}
    for kind, key in sources:
        by_kind.setdefault(kind, set()).add(key)
    return {
        (kind, key)
        for kind, keys in by_kind.items()
        if kind is Kind.PERSON or reading.sees(*ASKED[kind])
        for key in cast(
            "Iterable[int]",
            _MODELS[kind]._default_manager.filter(pk__in=keys).values_list("pk", flat=True),
        )
    }
