"""Which sentence follows which: the consecutive strings of a case, and the order in which to
walk them."""

from collections.abc import Mapping, Sequence

from timecomp.engine.frozen import dataclass
from timecomp.law.count import Count
from timecomp.law.findings import Findings
from timecomp.law.mcl_750.s227b_felony_firearm import can_carry_felony_firearm, served_first
from timecomp.law.topics import Topic


@dataclass(frozen=True, slots=True)
class Chain:
    """For each count those before it, and the counts in an order that puts earlier ones first."""

    before: Mapping[str, tuple[str, ...]]
    order: tuple[str, ...]

    def first_served(self, id: str) -> str:
        """The count with which the string of this one begins."""
        while self.before[id]:
            id = self.before[id][0]
        return id


def chain_of(counts: Sequence[Count], findings: Findings) -> Chain:
    """The strings that the judgments order; sentences without a tie run together."""
    by_id = {count.id: count for count in counts}
    before: dict[str, list[str]] = {count.id: [] for count in counts}
    tied = False
    for count in counts:
        for earlier, later in _ties(count, by_id, findings):
            if earlier not in before[later]:
                before[later].append(earlier)
                tied = True
    return _ordered({id: tuple(ids) for id, ids in before.items()}, counts, findings, tied=tied)


def _ties(count: Count, by_id: Mapping[str, Count], findings: Findings) -> list[tuple[str, str]]:
    if not count.sentence.consecutive_to or not count.is_live:
        return []
    findings.about(count.id, Topic.START)
    named = [_standing_for(by_id[id], by_id) for id in count.sentence.consecutive_to]
    return [
        _tie(other, count, findings)
        for other in named
        if other.is_live and _both_prison(other, count, findings)
    ]


def _standing_for(count: Count, by_id: Mapping[str, Count]) -> Count:
    """The sentence that took this one's place, if one did."""
    passed = {count.id}
    while successor := next((c for c in by_id.values() if c.sentence.replaces == count.id), None):
        if successor.id in passed:
            break
        passed.add(successor.id)
        count = successor
    return count


def _both_prison(earlier: Count, later: Count, findings: Findings) -> bool:
    if earlier.is_prison and later.is_prison:
        return True
    findings.note(
        "cons_misdemeanor_tail",
        f"This sentence is tied to {earlier.id}, and one of the two is not a prison term. They "
        "were computed apart; a person must settle how the jail or probation term runs.",
    )
    return False


def _tie(earlier: Count, later: Count, findings: Findings) -> tuple[str, str]:
    """The earlier and the later count; a firearm term goes before its felony whichever the
    judgment names."""
    firearm = later.is_felony_firearm and not earlier.is_felony_firearm
    if firearm and earlier.sentence.sentenced_on >= later.sentence.sentenced_on:
        earlier, later = later, earlier
        served_first(firearm=earlier.id, predicate=later.id)
    if earlier.is_felony_firearm and not later.is_felony_firearm:
        findings.ask(can_carry_felony_firearm, predicate_code=later.sentence.offense.code)
    return earlier.id, later.id


def _ordered(
    before: dict[str, tuple[str, ...]],
    counts: Sequence[Count],
    findings: Findings,
    *,
    tied: bool,
) -> Chain:
    needs = {count.id: _needed_first(count, before) for count in counts}
    if not tied and not any(needs.values()):
        return Chain(before, tuple(before))
    order = _earlier_first(needs)
    waiting = sorted(set(needs) - set(order))
    if waiting:
        findings.about(None, Topic.START)
        findings.note(
            "cons_chain_two_lists",
            f"Sentences {', '.join(waiting)} wait for each other to end, or replace each other. "
            "No dates were computed for them; ask the courts which is served first.",
        )
    return Chain(before, order)


def _earlier_first(needs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Counts in an order that puts what they need first; those in a circle are left out."""
    order: list[str] = []
    while ready := [
        id for id, needed in needs.items() if id not in order and all(n in order for n in needed)
    ]:
        order.extend(ready)
    return tuple(order)


def _needed_first(count: Count, before: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    replaced = count.sentence.replaces
    return before[count.id] if replaced is None else (*before[count.id], replaced)
