"""Cases between Michigan and three other states, with much owed in them."""

from datetime import date, datetime, time, timedelta
from random import Random

import pytest
from django.utils import timezone

from interstate.models import Activity, CompactCase, CompactEvent, CompactObligation
from interstate.rules.measures import MEASURES, quarter_of
from interstate.rules.vocabulary import Key
from interstate.selectors.measures import Asked
from interstate.selectors.offices import OURS, offices_for
from ots.access.viewer import viewer_for
from tests import factories
from tests.factories.compact import compact_office

TODAY = date(2026, 9, 15)
MEASURED = [key for each in MEASURES.values() for key in each.keys]
# Beside what is measured, what is not.
KEYS = [*MEASURED, Key.OVR_DUE, Key.VICTIM_COMMENT]


def case_between(sending, receiving, number, person_of=None, **values):
    """Store a case between two members' offices as it stands, of another case's person if asked."""
    here, there = compact_office(sending), compact_office(receiving)
    return CompactCase.objects.create(
        person=person_of.person if person_of else factories.person(f"Of{number}"),
        number=f"IC-2026-{number:06d}",
        supervision="parole",
        sending=here.member,
        receiving=there.member,
        sending_office=here,
        receiving_office=there,
        opened_at=timezone.now(),
        **{"state": "ACTIVE", **values},
    )


def ago(days):
    """Nine in the morning, so many days before these tests' day."""
    return timezone.make_aware(datetime.combine(TODAY - timedelta(days=days), time(9)))


def happened(case, kind, days_ago, by="receiving", **data):
    """Store that something happened to a case so many days ago."""
    return CompactEvent.objects.create(
        case=case,
        position=case.events.count(),
        happened_at=ago(days_ago),
        type=kind,
        by=by,
        data=data,
    )


def sent_on(event, author):
    """Store that the event was sent, as its author wrote it."""
    return Activity.objects.create(
        case=event.case,
        kind=event.type,
        side=event.by,
        author=author,
        event=event,
        sent_at=event.happened_at,
        status="received",
    )


def owe(case, key, by, due_on, **values):
    """Build what a side owes in a case."""
    offices = {"sending": case.sending_office, "receiving": case.receiving_office}
    other = {"sending": "receiving", "receiving": "sending"}.get(by)
    return CompactObligation(
        case=case,
        key=key.value,
        rule="3.104(a)",
        rule_set="2026-04-01",
        standing="verified",
        owed_by=by,
        owing_office=offices.get(by),
        awaiting_office=offices.get(other),
        **{
            "started_by": 0,
            "started_on": due_on - timedelta(days=45),
            "due_on": due_on,
            **values,
        },
    )


def some_debt(random, case, position):
    """Build a debt at random: by whom, due when, brought or not, void or not."""
    key = random.choice(KEYS)
    by = "victim" if key is Key.VICTIM_COMMENT else random.choice(("sending", "receiving"))
    due_on = TODAY + timedelta(days=random.randrange(-500, 60))
    brought = due_on + timedelta(days=random.randrange(-9, 10))
    return owe(
        case,
        key,
        by,
        due_on,
        started_by=position,
        satisfied_on=min(brought, TODAY) if random.random() < 0.7 else None,
        is_void=random.random() < 0.1,
    )


@pytest.fixture
def debts(db):
    """Some hundreds of debts in cases that Michigan sent and received."""
    random = Random(20260915)  # noqa: S311  # the same rows in every run
    pairs = (("MI", "OH"), ("OH", "MI"), ("MI", "TX"), ("WI", "MI"))
    cases = [case_between(*pair, number) for number, pair in enumerate(pairs, 1)]
    CompactObligation.objects.bulk_create(
        some_debt(random, case, position) for case in cases for position in range(80)
    )
    return list(CompactObligation.objects.select_related("case"))


@pytest.fixture
def asking():
    """Ask the measures as a user does, on the day of these tests."""

    def ask(user, whose=OURS):
        offices = offices_for(viewer_for(user))
        return Asked(offices=offices, whose=whose, last=quarter_of(TODAY), today=TODAY)

    return ask
