"""Computing what people are eligible for, and keeping since when."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef

from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.recommendation import Outcome
from supervision.models import Eligibility, Snooze, SupervisionPeriod
from supervision.rules.eligibility.answer import Answer
from supervision.rules.eligibility.catalogue import outcomes
from supervision.rules.eligibility.digest import digest_of
from supervision.rules.eligibility.facts import EligibilityFacts
from supervision.rules.eligibility.offense_lists import Listings
from supervision.selectors.eligibility_facts import facts_of_many
from supervision.selectors.offense_lists import listings

STRETCH = 2_000
Key = tuple[int, str, str]
COLUMNS = (
    *("outcome", "eligible_since", "missing", "possible_on", "facts_digest", "snooze"),
    "computed_on",
)


@dataclass(frozen=True, slots=True)
class Computed:
    """One answer as it is to be stored."""

    key: Key
    answer: Answer
    digest: str


def refresh_everybody(today: date) -> int:
    """Compute everybody on supervision in stretches; return how many rows changed."""
    changed = _end_those_off_supervision(today)
    lists, last, people = listings(), 0, 0
    while stretch := _stretch_after(last):
        changed += refresh_people(stretch, today, lists=lists)
        last, people = stretch[-1], people + len(stretch)
    record(Event.ELIGIBILITY_COMPUTED, actor=None, details={"people": people, "changed": changed})
    return changed


@transaction.atomic
def refresh_people(people: Collection[int], today: date, *, lists: Listings = ()) -> int:
    """Compute the people and store what differs from last time; return how many rows did."""
    known = lists or listings()
    stored = {_key(row): row for row in Eligibility.objects.filter(person__in=people)}
    computed = {each.key: each for each in _computed(people, today, known)}
    snoozes = _standing_snoozes(people, today)
    new, changed = [], []
    for key, each in computed.items():
        row = stored.get(key)
        if row is None and each.answer.outcome.value == Outcome.NOT:
            continue
        told = _row(each, row, snoozes.get(key), today)
        if row is None:
            new.append(told)
        elif _differs(row, told):
            told.pk = row.pk
            changed.append(told)
    changed += [
        _no_more(row, today) for key, row in stored.items() if _has_gone(key, row, computed)
    ]
    Eligibility.objects.bulk_create(new)
    Eligibility.objects.bulk_update(changed, COLUMNS)
    return len(new) + len(changed)


def _computed(people: Collection[int], today: date, lists: Listings) -> Iterator[Computed]:
    for person, terms in facts_of_many(people, today).items():
        for facts in terms:
            yield from _of_term(person, facts, lists)


def _of_term(person: int, facts: EligibilityFacts, lists: Listings) -> Iterator[Computed]:
    digest = digest_of(facts)
    for answer in outcomes(facts, lists):
        yield Computed((person, facts.term.value, answer.opportunity), answer, digest)


def _row(
    computed: Computed, before: Eligibility | None, snooze: Snooze | None, today: date
) -> Eligibility:
    person, supervision_type, opportunity = computed.key
    answer = computed.answer
    is_eligible = answer.outcome.value == Outcome.ELIGIBLE
    since = before.eligible_since if before is not None else None
    is_held = snooze is not None and snooze.facts_digest in ("", computed.digest)
    return Eligibility(
        person_id=person,
        supervision_type=supervision_type,
        opportunity=opportunity,
        outcome=answer.outcome.value,
        eligible_since=(since or today) if is_eligible else None,
        missing=answer.missing.asks if answer.missing else "",
        possible_on=answer.possible_on,
        facts_digest=computed.digest,
        snooze=snooze if is_held else None,
        computed_on=today,
    )


def _differs(before: Eligibility, now: Eligibility) -> bool:
    compared = (
        *("outcome", "eligible_since", "missing", "possible_on", "facts_digest", "snooze_id"),
    )
    return any(getattr(before, name) != getattr(now, name) for name in compared)


def _has_gone(key: Key, row: Eligibility, computed: dict[Key, Computed]) -> bool:
    return key not in computed and row.outcome != Outcome.NOT


def _no_more(row: Eligibility, today: date) -> Eligibility:
    row.outcome, row.eligible_since, row.missing = Outcome.NOT, None, ""
    row.possible_on, row.snooze, row.computed_on = None, None, today
    return row


def _standing_snoozes(people: Collection[int], today: date) -> dict[Key, Snooze]:
    """Return the newest snooze of each opportunity, unless its time is over."""
    rows = Snooze.objects.filter(person__in=people, superseded_at=None).order_by("began_on", "pk")
    newest = {_key(row): row for row in rows}
    return {key: row for key, row in newest.items() if row.until is None or row.until > today}


def _key(row: Eligibility | Snooze) -> Key:
    return row.person_id, row.supervision_type, row.opportunity


def _stretch_after(last: int) -> list[int]:
    terms = SupervisionPeriod.objects.filter(
        person__gt=last, ended_on=None, superseded_at=None
    ).order_by("person")
    return list(terms.values_list("person", flat=True).distinct()[:STRETCH])


def _end_those_off_supervision(today: date) -> int:
    running = SupervisionPeriod.objects.filter(
        person=OuterRef("person"), ended_on=None, superseded_at=None
    )
    gone = Eligibility.objects.filter(~Exists(running)).exclude(outcome=Outcome.NOT)
    return gone.update(
        outcome=Outcome.NOT,
        eligible_since=None,
        missing="",
        possible_on=None,
        snooze=None,
        computed_on=today,
    )
