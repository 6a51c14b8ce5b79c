"""What conditions make due: the stretch of days that runs now, and what is due once."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import cast

from django.utils import timezone

from supervision.choices.condition import ConditionState
from supervision.choices.obligation import Excuse
from supervision.models import Condition, ConditionTemplate, ConditionTerms, Obligation
from supervision.models.condition import OFTEN_BY_PARAMETER
from supervision.rules.conditions.due import stretch_on
from supervision.rules.conditions.reading import ParameterKind, read_answer
from supervision.rules.obligations import grace_until
from supervision.services.obligations import withdraw_obligations
from supervision.services.obligations.marking import label_of

BATCH = 2000
TITLE_LENGTH = Obligation._meta.get_field("title").max_length


def refresh_due(condition: Condition, *, today: date | None = None) -> None:
    """Bring what the condition asks for in line with how it stands now."""
    day = today or timezone.localdate()
    terms = (
        ConditionTerms.objects.filter(condition=condition, superseded_at__isnull=True)
        .filter(ended_on__isnull=True, effective_on__isnull=False, state=ConditionState.ACTIVE)
        .select_related("condition__template")
        .first()
    )
    if terms is None:
        withdraw_obligations(source=condition, since=day, excuse=Excuse.ENDED)
        return
    wanted = list(due_from(terms, day))
    _withdraw_others(condition, wanted, day)
    Obligation.objects.bulk_create(wanted, ignore_conflicts=True)


def open_what_falls_due(*, today: date) -> int:
    """Open, for everybody, what active conditions ask for on the day; returns how much that is.

    Called again on the same day, it opens nothing twice.
    """
    rows = (
        ConditionTerms.objects.filter(
            superseded_at__isnull=True,
            ended_on__isnull=True,
            effective_on__lte=today,
            state=ConditionState.ACTIVE,
            condition__template__obligation_often__gt="",
        )
        .select_related("condition__template")
        .iterator(chunk_size=BATCH)
    )
    return sum(_written(batch) for batch in _batches(rows, today))


def due_from(terms: ConditionTerms, day: date) -> Iterator[Obligation]:
    """Yield what the terms make due in the days around a day; nothing before they bind."""
    template = terms.condition.template
    if not template.obligation_kind or terms.effective_on is None:
        return
    if template.obligation_due:
        due_on = terms.details.get(template.obligation_due)
        if due_on:
            opens_on = terms.effective_on
            last = max(date.fromisoformat(str(due_on)), opens_on)
            yield _obligation(terms, opens_on, last, 1)
    often = how_often(template, terms.details)
    if often is not None and not template.obligation_due:
        stretch = stretch_on(terms.effective_on, often, max(day, terms.effective_on))
        for slot in range(1, stretch.times + 1):
            yield _obligation(terms, stretch.opens_on, stretch.due_on, slot)


def how_often(
    template: ConditionTemplate, details: Mapping[str, object]
) -> Mapping[str, str | int] | None:
    """Return how often the condition asks for something, nothing if it does not say."""
    named = template.obligation_often
    if not named:
        return None
    if named.startswith(OFTEN_BY_PARAMETER):
        answer = details.get(named.removeprefix(OFTEN_BY_PARAMETER))
    else:
        answer = read_answer(ParameterKind.OFTEN, named)
    return cast("Mapping[str, str | int] | None", answer)


def _obligation(terms: ConditionTerms, opens_on: date, due_on: date, slot: int) -> Obligation:
    template = terms.condition.template
    return Obligation(
        person_id=terms.person_id,
        kind=template.obligation_kind,
        title=template.title[:TITLE_LENGTH],
        source_label=label_of(terms.condition),
        source_id=terms.condition_id,
        slot=slot,
        is_critical=True,
        window_opens_on=opens_on,
        due_on=due_on,
        grace_until=grace_until(template.obligation_kind, due_on),
    )


def _withdraw_others(condition: Condition, wanted: Iterable[Obligation], day: date) -> None:
    kept = {each.due_on for each in wanted}
    rows = Obligation.objects.filter(
        source_label=label_of(condition),
        source_id=condition.pk,
        closed_on__isnull=True,
        due_on__gte=day - timedelta(days=1),
    )
    rows.exclude(due_on__in=kept).update(excuse=Excuse.CORRECTED, closed_on=day)


def _batches(rows: Iterable[ConditionTerms], today: date) -> Iterator[list[Obligation]]:
    batch: list[Obligation] = []
    for terms in rows:
        batch.extend(due_from(terms, today))
        if len(batch) >= BATCH:
            yield batch
            batch = []
    yield batch


def _written(batch: list[Obligation]) -> int:
    Obligation.objects.bulk_create(batch, ignore_conflicts=True)
    return len(batch)
