"""The rows that eligibility is decided by, read for many people: one query a function."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery, Sum

from offenders.choices import CaseStatus, DispositionKind, TimeOrderKind
from offenders.models import (
    Charge,
    ChargeParticulars,
    Detainer,
    Disposition,
    ProtectiveOrder,
    SentenceTerms,
    TimeOrder,
)
from supervision.choices.condition import ConditionState
from supervision.choices.incident import AllegationState
from supervision.choices.level import LevelBasis
from supervision.choices.money import Account
from supervision.choices.recommendation import RecommendationKind, RecommendationState
from supervision.models import (
    AbilityToPay,
    AbscondingEpisode,
    Allegation,
    ConditionTerms,
    LevelPeriod,
    Posting,
    Recommendation,
    Referral,
    ReferralStep,
    RiskAssessment,
    SupervisionPeriod,
)
from supervision.rules.eligibility.facts import Breach, Mark, Offense, Pause
from supervision.rules.participation import SUCCESSFUL

People = Collection[int]
CONVICTED = (DispositionKind.CONVICTED_PLEA, DispositionKind.CONVICTED_TRIAL)
LIFE_MONTHS = 1200
CENTS = 100
DRUNK_DRIVING_CODE = "V103"
# Codes of the catalogue of conditions that say how the person is supervised.
MARK_OF_CONDITION = {
    "EM-01": Mark.MONITORED,
    "EM-02": Mark.MONITORED,
    "EM-03": Mark.LIFETIME_MONITORED,
    "RES-02": Mark.RESIDENTIAL,
}
REGISTERS, KEEPS_ORDER = "STD-08", "NC-07"
MARK_OF_ORDER = {
    TimeOrderKind.SPECIAL_ALTERNATIVE: Mark.SAI,
    TimeOrderKind.COMMUTATION: Mark.COMMUTED,
}
# The words that a program of substance-use treatment is told by: who attends is protected.
A_PROGRAM = "a program that the order asks for"


def running_terms(people: People | None, *, after: int = 0) -> QuerySet[SupervisionPeriod]:
    """Return the terms that run, of some people or of everybody behind a number."""
    rows = SupervisionPeriod.objects.filter(ended_on=None, superseded_at=None)
    return rows.filter(person__gt=after) if people is None else rows.filter(person__in=people)


def levels(people: People) -> dict[int, list[LevelPeriod]]:
    """Return each person's levels, oldest first."""
    found: dict[int, list[LevelPeriod]] = defaultdict(list)
    for row in LevelPeriod.objects.filter(person__in=people, superseded_at=None).order_by(
        "began_on", "pk"
    ):
        found[row.person_id].append(row)
    return found


def last_review(rows: list[LevelPeriod], began_on: date) -> date | None:
    """Return the day on which the level was last looked at in a term, after it began."""
    looked = [
        row.began_on for row in rows if row.began_on > began_on and row.basis != LevelBasis.DEFAULT
    ]
    return max(looked, default=None)


def convictions(people: People) -> dict[int, list[Offense]]:
    """Return of what each person stands convicted, with the statutory maximum."""
    convicted = Disposition.objects.filter(
        charge=OuterRef("charge"), superseded_at=None, kind__in=CONVICTED
    )
    life = SentenceTerms.objects.filter(
        sentence__charge=OuterRef("charge"),
        superseded_at=None,
        vacated_on=None,
        is_life_maximum=True,
    )
    rows = (
        ChargeParticulars.objects.filter(
            Exists(convicted), superseded_at=None, charge__case__person__in=people
        )
        .annotate(is_life=Exists(life))
        .order_by("charge__case__person", "pk")
        .values_list(
            *("charge__case__person", "offense_code", "statute__mcl"),
            *("statute__maximum_months", "statute__is_life_maximum", "is_life"),
        )
    )
    found: dict[int, list[Offense]] = defaultdict(list)
    for person, code, section, months, is_life_maximum, is_life in rows:
        maximum = LIFE_MONTHS if is_life_maximum else months
        found[person].append(Offense(code or section or "", maximum, is_life=is_life))
    return found


def pending_charges(people: People) -> dict[int, list[date]]:
    """Return the days of charges in open cases that nothing has ended yet."""
    ended = Disposition.objects.filter(charge=OuterRef("pk"), superseded_at=None)
    rows = Charge.objects.filter(
        ~Exists(ended), case__person__in=people, case__status=CaseStatus.OPEN
    ).values_list("case__person", "case__filed_on", "recorded_at")
    found: dict[int, list[date]] = defaultdict(list)
    for person, filed_on, recorded_at in rows:
        found[person].append(filed_on or recorded_at.date())
    return found


def wanted_elsewhere(people: People) -> set[int]:
    """Return those for whom a detainer is lodged."""
    rows = Detainer.objects.filter(person__in=people, superseded_at=None, lifted_on=None)
    return set(rows.values_list("person", flat=True))


def kept_away(people: People, day: date) -> set[int]:
    """Return those from whom an order protects somebody on the day."""
    in_force = Q(expires_on=None) | Q(expires_on__gte=day)
    rows = ProtectiveOrder.objects.filter(in_force, person__in=people, superseded_at=None)
    return set(rows.values_list("person", flat=True))


def absences(people: People) -> dict[int, list[Pause]]:
    """Return the days out of touch."""
    rows = AbscondingEpisode.objects.filter(person__in=people, superseded_at=None)
    found: dict[int, list[Pause]] = defaultdict(list)
    for person, since, until in rows.values_list("person", "began_on", "ended_on"):
        found[person].append(Pause(since, until))
    return found


def breaches(people: People) -> dict[int, list[Breach]]:
    """Return what is held against each person, as far as it was shown."""
    rows = Allegation.objects.filter(
        person__in=people,
        superseded_at=None,
        incident__superseded_at=None,
        incident__is_information=False,
    ).exclude(state__in=(AllegationState.NOT_PROVED, AllegationState.WITHDRAWN))
    found: dict[int, list[Breach]] = defaultdict(list)
    for person, at, severity, state, code in rows.values_list(
        *("person", "incident__occurred_at", "incident__severity", "state", "incident__code")
    ):
        found[person].append(
            Breach(
                at.date(),
                severity,
                is_open=state == AllegationState.ALLEGED,
                is_driving_drunk=code == DRUNK_DRIVING_CODE,
            )
        )
    return found


def open_programs(people: People) -> dict[int, list[str]]:
    """Return the ordered programs not completed; protected treatment without its name."""
    last = ReferralStep.objects.filter(referral=OuterRef("pk"), superseded_at=None)
    rows = (
        Referral.objects.filter(person__in=people, superseded_at=None, is_ordered=True)
        .annotate(state=Subquery(last.order_by("-position").values("state")[:1]))
        .exclude(state__in=[each.value for each in SUCCESSFUL])
        .order_by("person", "pk")
        .values_list("person", "program__name", "program__is_part_2")
    )
    found: dict[int, list[str]] = defaultdict(list)
    for person, name, is_protected in rows:
        found[person].append(A_PROGRAM if is_protected else name)
    return found


def owed(people: People) -> dict[int, int]:
    """Return what each person owes, in cents."""
    rows = (
        Posting.objects.filter(entry__person__in=people, account=Account.OWED)
        .order_by()
        .values_list("entry__person")
        .annotate(total=Sum("amount"))
    )
    return {person: int((total or Decimal()) * CENTS) for person, total in rows}


def unable_to_pay(people: People) -> dict[int, bool]:
    """Return of whom it was found whether he can pay; the newest statement counts."""
    rows = (
        AbilityToPay.objects.filter(person__in=people, superseded_at=None)
        .order_by("person", "-stated_on", "-pk")
        .distinct("person")
    )
    return {person: can_pay <= 0 for person, can_pay in rows.values_list("person", "can_pay")}


def conditions_in_force(people: People, day: date) -> Iterator[tuple[int, str]]:
    """Yield the code of each condition that binds a person on the day."""
    rows = ConditionTerms.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=day),
        person__in=people,
        superseded_at=None,
        state=ConditionState.ACTIVE,
        effective_on__lte=day,
    ).order_by()
    yield from rows.values_list("person", "condition__template__code")


def marks_of_orders(people: People) -> dict[int, set[Mark]]:
    """Return what orders on a person's time say of how he is supervised."""
    rows = TimeOrder.objects.filter(
        person__in=people, superseded_at=None, kind__in=list(MARK_OF_ORDER)
    )
    found: dict[int, set[Mark]] = defaultdict(set)
    for person, kind in rows.values_list("person", "kind"):
        found[person].add(MARK_OF_ORDER[TimeOrderKind(kind)])
    return found


def extensions(people: People) -> dict[int, list[Recommendation]]:
    """Return the extensions carried out, oldest first."""
    rows = Recommendation.objects.filter(
        person__in=people,
        kind=RecommendationKind.EXTENSION,
        state=RecommendationState.COMPLETED,
    ).order_by("completed_on", "pk")
    found: dict[int, list[Recommendation]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(row)
    return found


def first_bands(people: People, *, instrument: str) -> dict[int, tuple[str, str]]:
    """Return the first pair of bands, violent and general, of those who have both."""
    rows = RiskAssessment.objects.filter(
        person__in=people, superseded_at=None, instrument__startswith=instrument
    ).order_by("-assessed_on", "-pk")
    found: dict[int, dict[str, str]] = defaultdict(dict)
    for person, scale, band in rows.values_list("person", "scale", "band"):
        which = "violent" if "violen" in scale.lower() else "general"
        found[person][which] = band.lower()
    return {
        person: (pair["violent"], pair["general"])
        for person, pair in found.items()
        if {"violent", "general"} <= pair.keys()
    }


def last_decided(people: People, opportunity: str) -> dict[int, date]:
    """Return when a recommendation on the opportunity was last decided."""
    rows = (
        Recommendation.objects.filter(person__in=people, opportunity=opportunity)
        .exclude(decided_on=None)
        .order_by()
        .values_list("person")
        .annotate(last=Max("decided_on"))
    )
    return dict(rows)
