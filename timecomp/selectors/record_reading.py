"""Reading the record for time computation: a fixed number of queries for any stretch of people.

Everything here is for the machine: it reads all current facts, as plain tuples, and shows them
to nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import FilteredRelation, Q, QuerySet

from offenders.choices import DispositionKind, OrderKind
from offenders.models import (
    ConsecutiveLink,
    CreditAward,
    CustodyPeriod,
    Forfeiture,
    Misconduct,
    ParoleRelease,
    ParoleViolation,
    Person,
    Restoration,
    SentenceTerms,
    TimeOrder,
)
from timecomp.choices import DecisionKind
from timecomp.models import ClerkDecision
from timecomp.selectors.record_rows import (
    AwardRow,
    ByPerson,
    CustodyRow,
    DecisionRow,
    ForfeitureRow,
    MisconductRow,
    OrderRow,
    RecordRows,
    ReleaseRow,
    RestorationRow,
    Row,
    TermsRow,
    ViolationRow,
)

CONVICTED = (DispositionKind.CONVICTED_PLEA, DispositionKind.CONVICTED_TRIAL)
CURRENT = Q(superseded_at__isnull=True)

_TERMS_COLUMNS = (
    "sentence__person_id",
    "id",
    "sentence_id",
    "sentence__label",
    "sentence__charge__case_id",
    "kind",
    "sentenced_on",
    "minimum_years",
    "minimum_months",
    "minimum_days",
    "maximum_years",
    "maximum_months",
    "maximum_days",
    "is_life_maximum",
    "jail_credit_days",
    "habitual_level",
    "consecutive_authority",
    "judge_approval_on",
    "vacated_on",
    "surrendered_on",
    "judgment_id",
    "judgment__kind",
    "supersedes_id",
    "superseded_at",
    "alleged__offense_code",
    "alleged__statute__mcl",
    "alleged__offense_date",
    "alleged__offense_date_to",
    "alleged__form",
    "alleged__flags",
    "found__disposed_on",
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """People by number, both ends included; one person is a stretch of one."""

    first: int
    last: int

    @classmethod
    def of_one(cls, person_id: int) -> "Stretch":
        """Return the stretch of a single person."""
        return cls(person_id, person_id)

    def holds(self, column: str) -> Q:
        """Return the condition that the column names somebody of the stretch."""
        return Q(**{f"{column}__gte": self.first, f"{column}__lte": self.last})


def read_rows(stretch: Stretch) -> RecordRows:
    """Read everything that time computation asks of the people of the stretch."""
    facts = stretch.holds("person_id") & CURRENT
    terms = _terms(stretch.holds("sentence__person_id") & CURRENT)
    return RecordRows(
        birth_dates=dict(
            Person.objects.filter(stretch.holds("pk")).values_list("pk", "birth_date")
        ),
        terms=_grouped(TermsRow, terms),
        earlier_terms=_earlier_terms(stretch),
        follows=_follows(stretch),
        custody=_custody(facts),
        misconduct=_misconduct(facts),
        awards=_awards(facts),
        forfeitures=_forfeitures(facts),
        restorations=_restorations(facts),
        releases=_releases(stretch),
        violations=_violations(facts),
        decisions=_decisions(facts),
        orders=_orders(facts),
    )


def _terms(condition: Q) -> QuerySet[SentenceTerms, tuple[object, ...]]:
    alleged = Q(sentence__charge__particulars__superseded_at__isnull=True)
    found = Q(
        sentence__charge__dispositions__superseded_at__isnull=True,
        sentence__charge__dispositions__kind__in=CONVICTED,
    )
    return (
        SentenceTerms.objects.filter(condition)
        .annotate(
            alleged=FilteredRelation("sentence__charge__particulars", condition=alleged),
            found=FilteredRelation("sentence__charge__dispositions", condition=found),
        )
        .order_by("sentence__person_id", "sentence__label")
        .values_list(*_TERMS_COLUMNS)
    )


def _earlier_terms(stretch: Stretch) -> dict[int, list[TermsRow]]:
    """The superseded terms of sentences that were ever resentenced, oldest first."""
    people = stretch.holds("sentence__person_id")
    resentenced = SentenceTerms.objects.filter(people, judgment__kind=OrderKind.RESENTENCE)
    earlier = Q(sentence_id__in=resentenced.values("sentence_id"), superseded_at__isnull=False)
    by_sentence: dict[int, list[TermsRow]] = defaultdict(list)
    for values in _terms(people & earlier).order_by("id"):
        row = TermsRow._make(values)
        by_sentence[row.sentence_id].append(row)
    return by_sentence


def _follows(stretch: Stretch) -> dict[int, list[str]]:
    links = ConsecutiveLink.objects.filter(stretch.holds("terms__sentence__person_id"))
    labels: dict[int, list[str]] = defaultdict(list)
    for terms_id, label in links.order_by("after__label").values_list("terms_id", "after__label"):
        labels[terms_id].append(label)
    return labels


def _custody(facts: Q) -> ByPerson[CustodyRow]:
    periods = CustodyPeriod.objects.filter(facts).order_by("began_on", "id")
    return _grouped(
        CustodyRow, periods.values_list("person_id", "kind", "began_on", "ended_on", "case_id")
    )


def _misconduct(facts: Q) -> ByPerson[MisconductRow]:
    tickets = Misconduct.objects.filter(facts).order_by("violated_on", "id")
    columns = (
        "person_id",
        "violated_on",
        "found_guilty_on",
        "misconduct_class",
        "disciplinary_time_days",
    )
    return _grouped(MisconductRow, tickets.values_list(*columns))


def _awards(facts: Q) -> ByPerson[AwardRow]:
    awards = CreditAward.objects.filter(facts).order_by("awarded_on", "id")
    columns = ("person_id", "sentence__label", "kind", "days", "awarded_on", "applies_to")
    return _grouped(AwardRow, awards.values_list(*columns))


def _forfeitures(facts: Q) -> ByPerson[ForfeitureRow]:
    orders = Forfeiture.objects.filter(facts).order_by("ordered_on", "id")
    columns = ("person_id", "sentence__label", "days", "ordered_on", "authority")
    return _grouped(ForfeitureRow, orders.values_list(*columns))


def _restorations(facts: Q) -> ByPerson[RestorationRow]:
    orders = Restoration.objects.filter(facts).order_by("ordered_on", "id")
    columns = ("person_id", "sentence__label", "days", "ordered_on")
    return _grouped(RestorationRow, orders.values_list(*columns))


def _releases(stretch: Stretch) -> ByPerson[ReleaseRow]:
    """Corrected releases too: a violation keeps naming the release as it was first recorded."""
    releases = ParoleRelease.objects.filter(stretch.holds("person_id")).order_by(
        "released_on", "id"
    )
    columns = ("person_id", "id", "released_on", "term_months", "supersedes_id", "superseded_at")
    return _grouped(ReleaseRow, releases.values_list(*columns))


def _violations(facts: Q) -> ByPerson[ViolationRow]:
    violations = ParoleViolation.objects.filter(facts).order_by("declared_on", "id")
    columns = ("person_id", "parole_id", "kind", "declared_on", "available_on", "detainer_on")
    return _grouped(ViolationRow, violations.values_list(*columns))


def _orders(facts: Q) -> ByPerson[OrderRow]:
    orders = TimeOrder.objects.filter(facts).order_by("made_on", "id")
    return _grouped(OrderRow, orders.values_list(*OrderRow._fields))


def _decisions(facts: Q) -> ByPerson[DecisionRow]:
    """What clerks decided and did not withdraw; what has run out too, for the law knows the day."""
    decided = ClerkDecision.objects.filter(facts).exclude(kind=DecisionKind.WITHDRAWN)
    return _grouped(DecisionRow, decided.order_by("id").values_list(*DecisionRow._fields))


def _grouped(row: type[Row], values: Iterable[Sequence[object]]) -> ByPerson[Row]:
    by_person: dict[int, list[Row]] = defaultdict(list)
    for each in values:
        by_person[each[0]].append(row._make(each))  # type: ignore[index]  # the key is a number
    return by_person
