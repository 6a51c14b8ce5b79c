"""Storing what differs from what stands: a new computation beside the old, never over it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from timecomp.choices import Cause
from timecomp.models import RuleProfile
from timecomp.selectors.frozen import FACTS_VERSION
from timecomp.selectors.standing import Standing, results_of
from timecomp.services.evaluated import Evaluated, Move, current_law, moves
from timecomp.services.law_versions import keep_law
from timecomp.services.staging import write_computations, write_profiles


@dataclass(frozen=True, slots=True)
class Prompt:
    """What asked for a computation: a run of the night, or an event and the person behind it."""

    run_id: int | None = None
    event: str = ""
    actor_id: int | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """Whose computations went in, of whom a date moved, and who was computed meanwhile."""

    people: frozenset[int] = frozenset()
    moved: frozenset[int] = frozenset()
    causes: tuple[Cause, ...] = ()
    lost: frozenset[int] = frozenset()


def store(found: Sequence[Evaluated], standing: Mapping[int, Standing], prompt: Prompt) -> Stored:
    """Store every result that differs from what stands; what stands stays as history."""
    new = [each for each in found if each.differs_from(standing.get(each.person_id))]
    return _store(new, standing, prompt) if new else Stored()


@transaction.atomic
def _store(new: Sequence[Evaluated], standing: Mapping[int, Standing], prompt: Prompt) -> Stored:
    keep_law()
    moved = _moves_of_all(new, standing)
    causes = {each.person_id: each.cause_after(standing.get(each.person_id)) for each in new}
    people = write_computations(
        computations=[
            _row(
                each,
                instead_of=standing.get(each.person_id),
                cause=causes[each.person_id],
                moved=moved[each.person_id],
                prompt=prompt,
            )
            for each in new
        ],
        exceptions=list(_exceptions(new)),
    )
    return Stored(
        people=frozenset(people),
        moved=frozenset(person_id for person_id in people if moved[person_id]),
        causes=tuple(causes[person_id] for person_id in people),
        lost=frozenset(each.person_id for each in new) - people,
    )


def store_profiles(found: Sequence[Evaluated], profiles: Mapping[int, str]) -> None:
    """Keep which rules each evaluation touched, where it is not what was known."""
    new = [each for each in found if profiles.get(each.person_id) != each.profile_id]
    if not new:
        return
    with transaction.atomic():
        write_profiles(
            rule_sets=_new_rule_sets(new),
            profiles=[(each.person_id, each.profile_id) for each in new],
        )


def _moves_of_all(
    new: Sequence[Evaluated], standing: Mapping[int, Standing]
) -> dict[int, list[Move]]:
    """The dates that moved, by person; nothing moves in a first one, nor from what is withheld."""
    before = results_of(
        old.id
        for each in new
        if (old := standing.get(each.person_id))
        and not old.is_before_an_order
        and old.results_digest != each.results_digest
    )
    return {
        each.person_id: moves(before[old.id], json.loads(each.results))
        if (old := standing.get(each.person_id)) and old.id in before
        else []
        for each in new
    }


def _row(
    new: Evaluated,
    *,
    instead_of: Standing | None,
    cause: Cause,
    moved: list[Move],
    prompt: Prompt,
) -> tuple[object, ...]:
    offender = new.result.offender
    return (
        new.person_id,
        instead_of.id if instead_of else None,
        prompt.run_id,
        new.recorded.case.as_of,
        new.facts,
        FACTS_VERSION,
        new.facts_digest,
        current_law(),
        new.results,
        new.results_digest,
        offender.earliest_release_date,
        offender.maximum_discharge_date,
        offender.parole_discharge_date,
        offender.controlling_minimum or "",
        offender.controlling_maximum or "",
        len(new.result.exceptions),
        cause.value,
        prompt.event,
        json.dumps(moved),
        prompt.actor_id,
    )


def _exceptions(new: Iterable[Evaluated]) -> Iterator[tuple[object, ...]]:
    for each in new:
        for found in each.result.exceptions:
            yield (each.person_id, found.rule, found.sentence or "", found.message)


def _new_rule_sets(new: Iterable[Evaluated]) -> list[tuple[str, list[str]]]:
    rule_sets = {each.profile_id: sorted(each.result.used) for each in new}
    known = RuleProfile.objects.filter(pk__in=rule_sets).values_list("pk", flat=True)
    return sorted((id, rule_sets[id]) for id in rule_sets.keys() - set(known))
