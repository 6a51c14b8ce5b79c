"""How a person is supervised, held and charged, as the rules of decision ask for it."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import Q

from offenders.choices import CaseStatus, CustodyKind, WarrantStatus
from offenders.models import ChargeParticulars, CustodyPeriod, Warrant
from supervision.choices.period import SupervisionType
from supervision.choices.response import ResponseMove
from supervision.models import Response, SupervisionPeriod
from supervision.rules.person_facts import Charge, Grade, Kind, Sanction, Stretch, Supervision
from supervision.selectors.grouping import grouped
from supervision.selectors.levels import levels_on

HELD_BACK = timedelta(days=200)
ON_PAROLE = frozenset({SupervisionType.PAROLE, SupervisionType.COMPACT_PAROLE})
HELD = frozenset({CustodyKind.JAIL, CustodyKind.PRISON, CustodyKind.FOREIGN})
NO_SUPERVISION = Supervision(Kind.PROBATION, None, "", None, None)


def supervision_of(people: Collection[int], as_of: date) -> dict[int, Supervision]:
    """Return the supervision that runs for each person, with level and grade of the offense."""
    running = dict.fromkeys(people, NO_SUPERVISION)
    levels = levels_on(people, as_of)
    grades = _grades(people)
    terms = SupervisionPeriod.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=as_of),
        person_id__in=people,
        superseded_at=None,
        began_on__lte=as_of,
    )
    for term in terms.order_by("began_on", "pk"):
        is_parole = term.supervision_type in ON_PAROLE
        running[term.person_id] = Supervision(
            kind=Kind.PAROLE if is_parole else Kind.PROBATION,
            grade=grades.get(term.person_id, Grade.FELONY if is_parole else None),
            level=levels.get(term.person_id, ""),
            started_on=term.began_on,
            ends_on=term.expected_end_on,
        )
    return running


def _grades(people: Collection[int]) -> dict[int, Grade]:
    """Return the gravest grade of which each person was convicted, where the statutes tell."""
    convicted = ChargeParticulars.objects.filter(
        charge__case__person_id__in=people,
        charge__dispositions__kind__startswith="convicted",
        charge__dispositions__superseded_at=None,
        superseded_at=None,
        statute__isnull=False,
    )
    rows = convicted.values_list("charge__case__person_id", "statute__is_misdemeanor")
    grades: dict[int, Grade] = {}
    for person_id, is_misdemeanor in rows:
        if not is_misdemeanor:
            grades[person_id] = Grade.FELONY
        else:
            grades.setdefault(person_id, Grade.MISDEMEANOR)
    return grades


def charges_of(people: Collection[int], as_of: date) -> dict[int, tuple[Charge, ...]]:
    """Return the charges of each person that are pending."""
    pending = ChargeParticulars.objects.filter(
        charge__case__person_id__in=people,
        charge__case__status=CaseStatus.OPEN,
        charge__case__filed_on__lte=as_of,
        superseded_at=None,
    ).exclude(charge__dispositions__superseded_at=None, charge__dispositions__isnull=False)
    rows = pending.values_list(
        "charge__case__person_id", "charge__case__filed_on", "statute__is_misdemeanor"
    )
    return grouped((each[0], Charge(each[1], _grade(each[2]))) for each in rows if each[1])


def _grade(is_misdemeanor: bool | None) -> Grade | None:
    if is_misdemeanor is None:
        return None
    return Grade.MISDEMEANOR if is_misdemeanor else Grade.FELONY


def sanctions_of(people: Collection[int], as_of: date) -> dict[int, tuple[Sanction, ...]]:
    """Return what was sanctioned as technical in the running term: one row an episode."""
    rows = (
        Response.objects.filter(
            Q(period__ended_on__isnull=True) | Q(period__ended_on__gt=as_of),
            person_id__in=people,
            superseded_at=None,
            counts_as_technical=True,
            effective_on__lte=as_of,
            period__began_on__lte=as_of,
        )
        .exclude(steps__move__in=[ResponseMove.REFUSED, ResponseMove.WITHDRAWN])
        .order_by("effective_on", "pk")
        .values_list("person_id", "effective_on", "jail_days", "incidents__episode")
        .distinct()
    )
    return grouped(
        ((each[0], Sanction(each[1], each[2], str(each[3]))) for each in rows),
    )


def custody_of(people: Collection[int], as_of: date) -> dict[int, tuple[Stretch, ...]]:
    """Return when each person was held."""
    rows = CustodyPeriod.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=as_of - HELD_BACK),
        person_id__in=people,
        superseded_at=None,
        kind__in=HELD,
        began_on__lte=as_of,
    ).order_by("began_on", "pk")
    return grouped(
        ((row.person_id, Stretch(row.began_on, row.ended_on, row.kind)) for row in rows),
    )


def warrants_of(people: Collection[int], as_of: date) -> dict[int, tuple[Stretch, ...]]:
    """Return the warrants that are out for each person."""
    rows = Warrant.objects.filter(
        person_id__in=people,
        superseded_at=None,
        status=WarrantStatus.ACTIVE,
        issued_on__lte=as_of,
    ).order_by("issued_on", "pk")
    return grouped((row.person_id, Stretch(row.issued_on, None, row.kind)) for row in rows)
