"""Custody that fits together, and fits where people stand today."""

from itertools import combinations

import pytest

from offenders.choices import CustodyKind, Status

OPEN_CUSTODY = {
    Status.PRISON: CustodyKind.PRISON,
    Status.JAIL: CustodyKind.JAIL,
    Status.PAROLE: CustodyKind.PAROLE,
    Status.ABSCONDED: CustodyKind.DELINQUENT,
    Status.ESCAPED: CustodyKind.ESCAPE,
}


def overlap(one, other):
    return (other.ended_on is None or one.began_on < other.ended_on) and (
        one.ended_on is None or other.began_on < one.ended_on
    )


def test_custody_of_one_kind_never_overlaps(people):
    for person in people:
        for one, other in combinations(person.stays, 2):
            assert one.kind != other.kind or not overlap(one, other), person.index


def test_nobody_is_in_prison_and_in_jail_on_one_day(people):
    inside = {CustodyKind.PRISON, CustodyKind.JAIL}
    for person in people:
        for one, other in combinations((s for s in person.stays if s.kind in inside), 2):
            assert not overlap(one, other), person.index


def test_supervision_of_one_type_never_overlaps(people):
    for person in people:
        for one, other in combinations(person.community.supervised, 2):
            assert one.type != other.type or not overlap(one, other), person.index


@pytest.mark.parametrize("status", OPEN_CUSTODY)
def test_custody_is_open_where_the_person_stands(people, status):
    for person in people:
        if person.status == status:
            kinds = {stay.kind for stay in person.stays if stay.ended_on is None}
            assert OPEN_CUSTODY[status] in kinds, person.index


def test_nobody_is_held_after_today(plan, people):
    last = max(stay.ended_on or stay.began_on for p in people for stay in p.stays)
    assert last <= plan.as_of


def test_movements_are_not_ahead_of_today(plan, people):
    assert max(move.on for p in people for move in p.moves) <= plan.as_of


def test_misconduct_happens_in_prison(people):
    for person in people:
        prison = [stay for stay in person.stays if stay.kind == CustodyKind.PRISON]
        for ticket in person.tickets:
            assert any(
                stay.began_on <= ticket.violated_on <= (stay.ended_on or ticket.violated_on)
                for stay in prison
            ), person.index


def test_everybody_outside_has_an_office(people):
    outside = {Status.PAROLE, Status.PROBATION, Status.ABSCONDED}
    assert all(p.community.assigned for p in people if p.status in outside)


def test_somebody_has_a_hearing_in_the_coming_weeks(plan, people):
    days = [
        (hearing.at.date() - plan.as_of).days
        for person in people
        for case in person.cases
        for hearing in case.hearings
    ]
    assert days
    assert min(days) > 0
    assert max(days) <= 45
