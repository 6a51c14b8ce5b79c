"""The conditions of a person, as the viewer may see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from offenders.selectors.reading import Reading
from ots.access.fields import Masked, may_access, row_is_open
from ots.access.scopes import in_scope
from supervision.choices.condition import ConditionState
from supervision.models import Condition, ConditionNotice, ConditionTerms, Zone
from supervision.rules.conditions.reading import Answer, told
from supervision.rules.conditions.wording import worded

ACTIVE, TO_BEGIN, WAITING, SUSPENDED, OVER = "active", "to_begin", "waiting", "suspended", "over"
STATE_WORDS = {
    ACTIVE: "In force",
    TO_BEGIN: "To begin",
    WAITING: "Waits for notice",
    SUSPENDED: "Suspended",
    OVER: "Over",
}


@dataclass(frozen=True, slots=True)
class Detail:
    """One answer of a condition in words."""

    label: str
    told: str


@dataclass(frozen=True, slots=True)
class ConditionShown:
    """A condition as it stands: what it tells the person, by whose order, and what follows."""

    pk: int
    code: str
    title: str
    group: str
    told: str
    details: tuple[Detail, ...]
    terms: Masked
    earlier: tuple[Masked, ...]
    noticed_on: date | None
    asks_zone: bool
    zones: tuple[Masked, ...]
    citation: str
    awaits_confirmation: bool
    # The law puts it into every order: no court can drop it.
    is_mandatory: bool
    standing: str

    @property
    def is_suspended(self) -> bool:
        """Say whether it rests."""
        return self.standing == SUSPENDED

    @property
    def is_over(self) -> bool:
        """Say whether it binds no more."""
        return self.standing == OVER

    @property
    def state_words(self) -> str:
        """Say how it stands."""
        return STATE_WORDS[self.standing]

    @property
    def standing_words(self) -> str:
        """Say how sure the catalogue is of it, where that is not certain."""
        return "to be confirmed" if self.awaits_confirmation else ""

    @property
    def label(self) -> str:
        """Return code and title."""
        return f"{self.code} {self.title}"


@dataclass(frozen=True, slots=True)
class ConditionList:
    """Conditions by how they stand on the day."""

    active: tuple[ConditionShown, ...] = ()
    to_begin: tuple[ConditionShown, ...] = ()
    waiting: tuple[ConditionShown, ...] = ()
    suspended: tuple[ConditionShown, ...] = ()
    over: tuple[ConditionShown, ...] = ()

    @property
    def any(self) -> bool:
        """Say whether there is any, as it may stand."""
        return any((self.active, self.to_begin, self.waiting, self.suspended, self.over))

    @property
    def untold(self) -> tuple[ConditionShown, ...]:
        """Return those of which the person has no notice as they read now."""
        return tuple(each for each in self.to_tell if each.noticed_on is None)

    @property
    def to_tell(self) -> tuple[ConditionShown, ...]:
        """Return those that the person has to know: one that waits goes before its older text."""
        waiting = {each.pk for each in self.waiting}
        bound = (*self.active, *self.to_begin)
        return (*self.waiting, *(each for each in bound if each.pk not in waiting))


def sees_conditions(reading: Reading) -> bool:
    """Say whether the viewer sees conditions at all."""
    return may_access(reading.viewer, ConditionTerms, "state")


def conditions_of(reading: Reading, person_id: int, *, today: date) -> ConditionList:
    """Return the person's conditions: four queries, however many there are."""
    if not sees_conditions(reading):
        return ConditionList()
    found: dict[str, list[ConditionShown]] = {}
    for condition in _conditions(reading, person_id):
        terms = list(condition.terms.all())
        if not row_is_open(reading.viewer, condition) or not terms:
            continue
        for name, each in _standing(terms, today):
            shown = _shown(reading, condition, (name, each), terms)
            found.setdefault(name, []).append(shown)
    return ConditionList(**{name: tuple(rows) for name, rows in found.items()})


def condition_at(reading: Reading, person_id: int, condition_id: int) -> Condition:
    """Return a condition of the person for a write; 404 if it is none the viewer may see."""
    condition = get_object_or_404(
        in_scope(reading.viewer, Condition.objects.all(), person="person").select_related(
            "template"
        ),
        pk=condition_id,
        person_id=person_id,
        superseded_at__isnull=True,
    )
    if not row_is_open(reading.viewer, condition):
        return get_object_or_404(Condition.objects.none())
    return condition


def condition_shown(
    reading: Reading, person_id: int, condition_id: int, *, today: date
) -> ConditionShown:
    """Return one condition as it stands on the day; 404 where its terms may not be seen."""
    if not sees_conditions(reading):
        raise Http404("No such condition.")
    condition = condition_at(reading, person_id, condition_id)
    with_rows = get_object_or_404(_conditions(reading, person_id), pk=condition.pk)
    terms = list(with_rows.terms.all())
    return _shown(reading, with_rows, _first(_standing(terms, today)), terms)


def answers_for_change(reading: Reading, condition: Condition) -> dict[str, Answer]:
    """Return the answers that an amendment starts from, as far as the viewer may see them."""
    terms = ConditionTerms.objects.filter(condition=condition, superseded_at__isnull=True)
    newest = terms.select_related("condition__template").order_by("-ordered_on", "-pk").first()
    return {} if newest is None else _answers(reading.masked(newest))


def condition_names(reading: Reading, person_id: int, *, today: date) -> list[str]:
    """Name the conditions that bind now, as ``STD-03 Report to your agent``."""
    return [each.label for each in conditions_of(reading, person_id, today=today).active]


def active_counts(people: list[int], *, today: date) -> Mapping[int, int]:
    """Count each person's conditions that bind on the day: one query for all."""
    rows = ConditionTerms.objects.filter(
        person_id__in=people,
        superseded_at__isnull=True,
        ended_on__isnull=True,
        effective_on__lte=today,
        state=ConditionState.ACTIVE,
    )
    counts: dict[int, int] = {}
    for person_id in rows.values_list("person_id", flat=True):
        counts[person_id] = counts.get(person_id, 0) + 1
    return counts


def _conditions(reading: Reading, person_id: int) -> QuerySet[Condition]:
    current = {"superseded_at__isnull": True}
    rows = in_scope(reading.viewer, Condition.objects.all(), person="person")
    return (
        rows.filter(person_id=person_id, **current)
        .select_related("template")
        .order_by("template__code", "pk")
        .prefetch_related(
            Prefetch(
                "terms",
                ConditionTerms.objects.filter(**current)
                .select_related("condition__template", "case")
                .order_by("-ordered_on", "-pk"),
            ),
            Prefetch("zones", Zone.objects.filter(**current, ended_on__isnull=True)),
            Prefetch(
                "notices",
                ConditionNotice.objects.filter(**current).select_related("condition__template"),
            ),
        )
    )


def _standing(terms: list[ConditionTerms], today: date) -> list[tuple[str, ConditionTerms]]:
    """Name how the condition stands; an amendment that waits stands beside what binds."""
    found = []
    for each in terms:
        if each.ended_on is not None and each.ended_on <= today:
            continue
        if each.effective_on is None:
            found.append((WAITING, each))
        elif each.effective_on > today:
            found.append((TO_BEGIN, each))
        elif each.state == ConditionState.SUSPENDED:
            found.append((SUSPENDED, each))
        else:
            found.append((ACTIVE, each))
    return found or [(OVER, _last(terms))]


def _first(standing: list[tuple[str, ConditionTerms]]) -> tuple[str, ConditionTerms]:
    """What binds goes before an amendment that waits."""
    return next((each for each in standing if each[0] != WAITING), standing[0])


def _last(terms: list[ConditionTerms]) -> ConditionTerms:
    return max(terms, key=lambda each: (each.ended_on or date.max, each.pk))


def _shown(
    reading: Reading,
    condition: Condition,
    standing: tuple[str, ConditionTerms],
    every: list[ConditionTerms],
) -> ConditionShown:
    name, terms = standing
    template = condition.template
    seen = reading.masked(terms)
    answers = _answers(seen)
    return ConditionShown(
        pk=condition.pk,
        code=template.code,
        title=template.title,
        group=template.get_group_display(),
        told=worded(template.wording, template.asked, answers),
        details=tuple(
            Detail(each.label, told(each.kind, answers[each.name]))
            for each in template.asked
            if each.name in answers
        ),
        terms=seen,
        earlier=tuple(reading.masked(each) for each in every if each is not terms),
        noticed_on=_noticed_on(condition, terms),
        asks_zone=template.asks_zone,
        zones=tuple(
            reading.masked(zone)
            for zone in condition.zones.all()
            if row_is_open(reading.viewer, zone)
        ),
        citation=template.citation,
        awaits_confirmation=template.awaits_confirmation,
        is_mandatory=template.is_mandatory,
        standing=name,
    )


def _answers(terms: Masked) -> dict[str, Answer]:
    details = terms.details or {}
    of_victims = terms.victim_details or {}
    return cast(
        "dict[str, Answer]",
        {**cast(dict[str, Answer], details), **cast(dict[str, Answer], of_victims)},
    )


def _noticed_on(condition: Condition, terms: ConditionTerms) -> date | None:
    """Return when the person had notice of the condition as these terms read."""
    days = [each.given_on for each in condition.notices.all() if each.given_on >= terms.ordered_on]
    return min(days, default=terms.noticed_on)
