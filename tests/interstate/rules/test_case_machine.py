"""A case goes through any sequence of events as the papers' table has it.

Hypothesis brings events that the table allows and events that it does not, tells of some only
later, and corrects notices; `paper` says where the case must stand and what must be owed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from interstate.rules.case import (
    Case,
    Datum,
    Event,
    Facts,
    Obligation,
    Refusal,
    Replay,
    Scenario,
)
from interstate.rules.machine import advance, opening, replay, step
from interstate.rules.vocabulary import EventType, Side
from tests.interstate.rules import paper_asides, paper_endings, paper_transfers
from tests.interstate.rules.moves import BEGINNINGS, MOVES, Move, said_on
from tests.interstate.rules.paper import NotAllowedError, Owed, Paper, Sent, Told, after
from tests.interstate.rules.reckoner import Reckoner
from tests.interstate.rules.whole import check_whole
from timecomp.engine.calendar import FEDERAL, Calendar, eastern_day, eastern_moment

TABLE = (paper_transfers, paper_endings, paper_asides)
START = datetime(2026, 1, 5, 9)
# From an hour to four months: any clock may be met in time or late.
HOURS = st.sampled_from([1, 20, 50, 24 * 4, 24 * 9, 24 * 35, 24 * 125])
RULE_NUMBER = re.compile(r"\d\.\d{3}(-\d)?(\([a-z]\)(\(\d\))?)?")
ORDERS = st.integers(0, 999)


class CompactCase(RuleBasedStateMachine):
    """The rules' case beside the papers', event by event."""

    @initialize(
        ends=st.none() | st.integers(60, 700),
        sex_offender=st.booleans(),
        victims=st.booleans(),
        charge=st.booleans(),
        holiday=st.integers(0, 400),
        begun=st.sampled_from(BEGINNINGS),
    )
    def opens(  # noqa: PLR0913  # each is a fact of its own
        self,
        *,
        ends: int | None,
        sex_offender: bool,
        victims: bool,
        charge: bool,
        holiday: int,
        begun: tuple[Move, ...],
    ) -> None:
        """A case with what is known of the sentence, and how it began."""
        ends_on = START.date() + timedelta(days=ends) if ends else None
        self.blank = Paper(
            Reckoner(),
            ends_on=ends_on,
            is_sex_offender=sex_offender,
            has_victims=victims,
            charge=charge,
        )
        facts = Facts(
            supervision_ends_on=ends_on,
            is_sex_offender=sex_offender,
            has_victims=victims,
            has_pending_charge=charge,
        )
        self.scenario = Scenario("s", "MI", "OH", FEDERAL, facts, (), START.date())
        self.case, self.paper = opening(self.scenario), self.blank
        self.now, self.counted = START, 0
        self.holiday = START.date() + timedelta(days=holiday)
        self.events: list[Event] = []
        self.refused: list[Event] = []
        for move in begun:
            self._bring(self.now + timedelta(hours=25), move)

    @rule(order=ORDERS, hours=HOURS)
    def the_case_goes_on(self, order: int, hours: int) -> None:
        """The first of the moves, in some order, that leads to another state."""
        now = self.now + timedelta(hours=hours)
        for move in self._moves(order):
            leads = self._by_the_table(self._event(now, move))
            if leads is not None and leads.state not in {self.paper.state, "WITHDRAWN"}:
                self._bring(now, move)
                return

    @rule(order=ORDERS, hours=HOURS)
    def something_happens_beside(self, order: int, hours: int) -> None:
        """The first of the moves, in some order, that is allowed and leads nowhere."""
        now = self.now + timedelta(hours=hours)
        for move in self._moves(order):
            leads = self._by_the_table(self._event(now, move))
            if leads is not None and leads.state == self.paper.state:
                self._bring(now, move)
                return

    @rule(move=st.sampled_from(MOVES), by=st.sampled_from(list(Side)[:3]), hours=HOURS)
    def anything_is_tried(self, move: Move, by: Side, hours: int) -> None:
        """Any move by anybody."""
        self._bring(self.now + timedelta(hours=hours), (move[0], by.value, move[2]))

    @precondition(lambda self: _waiting(self.paper))
    @rule(hours=HOURS)
    def the_last_activity_is_withdrawn(self, hours: int) -> None:
        """What was sent last and not answered is taken back, if nothing rests on it."""
        by = _waiting(self.paper)[-1].by
        self._bring(self.now + timedelta(hours=hours), ("withdraw_activity", by, {}))

    @precondition(lambda self: self.paper.notices)
    @rule(which=st.integers(0, 9), days=st.integers(-5, 5), wrong_side=st.booleans())
    def a_notice_is_corrected(self, which: int, days: int, wrong_side: bool) -> None:
        """The day of a departure or arrival is told anew; the history is read with it."""
        number = list(self.paper.notices)[which % len(self.paper.notices)]
        notice = next(each for each in self.events if each.index == number)
        by = Side.THIRD if wrong_side else notice.by
        data = {"index": number, "corrected_on": notice.day + timedelta(days=days)}
        self._bring(self.now + timedelta(hours=1), ("notice_corrected", by.value, data))

    @precondition(lambda self: self.events)
    @rule(move=st.sampled_from(MOVES), back=st.integers(1, 4))
    def something_is_known_late(self, move: Move, back: int) -> None:
        """An event of the past finds its place, if all that followed still holds."""
        before = self.events[-min(back, len(self.events))].at.replace(tzinfo=None)
        self._bring(before - timedelta(minutes=7 + self.counted % 40), move)

    def teardown(self) -> None:
        """The whole history gives what its events gave one by one, in whatever order it is kept."""
        if not hasattr(self, "events"):
            return
        told = self._replayed(self.events)
        tried = self._replayed((*self.events, *self.refused))
        assert tried.case == told.case
        assert {each.index for each in tried.refused} == {each.index for each in self.refused}
        if len({_moment(each) for each in self.events}) == len(self.events):
            assert _standing(self._replayed(self._kept_backwards()).case) == _standing(told.case)
        closed = Calendar(is_federal=True, more=frozenset({self.holiday}))
        later = {
            (each.key, each.started_by): each.due_on
            for each in self._replayed(self.events, closed).case.obligations
        }
        for each in told.case.obligations:
            assert later.get((each.key, each.started_by), each.due_on) >= each.due_on

    def _bring(self, now: datetime, move: Move) -> None:
        event = self._event(now, move)
        self.counted += 1
        expected = self._by_the_table(event)
        got = self._by_the_rules(event)
        if expected is None:
            assert isinstance(got, Refusal), f"{event.type} in {self.paper.state} was taken"
            assert RULE_NUMBER.fullmatch(got.rule)
            assert got.reason
            if self._is_last(event):
                self.refused.append(event)
                self.now = now
            return
        assert isinstance(got, Case), f"{event.type} in {self.paper.state}: {got}"
        if not self._is_last(event):
            # What was refused may be allowed now that the past reads otherwise.
            self.refused.clear()
        self.events.append(event)
        self.events.sort(key=_moment)
        self.now = max(self.now, now)
        self.case, self.paper = got, expected
        self._compare()

    def _moves(self, order: int) -> list[Move]:
        return Random(f"{order} {self.counted}").sample(MOVES, len(MOVES))  # noqa: S311  # an order, no secret

    def _event(self, now: datetime, move: Move) -> Event:
        kind, by, said = move
        at, day = eastern_moment(now), eastern_day(now)
        return Event(self.counted, at, day, EventType(kind), Side(by), said_on(said, day))

    def _is_last(self, event: Event) -> bool:
        later = any(_moment(each) >= _moment(event) for each in self.events)
        return not later and event.type is not EventType.NOTICE_CORRECTED

    def _by_the_table(self, event: Event) -> Paper | None:
        """Where the table leads; nothing if it does not allow the event, or what came after it."""
        try:
            if self._is_last(event):
                return after(self.paper, _told(event))
            case = self.blank
            for each in _as_corrected(sorted((*self.events, event), key=_moment)):
                case = after(case, each)
        except NotAllowedError:
            return None
        return case

    def _by_the_rules(self, event: Event) -> Case | Refusal:
        if self._is_last(event):
            return step(self.case, event, self.scenario)
        answer = self._replayed((*self.events, event))
        return answer.refused[0] if answer.refused else answer.case

    def _compare(self) -> None:
        """Both stand in the same state, and owe the same."""
        today = max(eastern_day(self.now), *(each.day for each in self.events), START.date())
        case, paper = advance(self.case, self.scenario, today), self.paper.copy()
        paper.calendar(today)
        assert (case.state, case.supervising) == (paper.state, paper.supervising)
        assert sorted(map(_row, case.obligations)) == sorted(map(_row_of_paper, paper.owed))
        check_whole(case)

    def _replayed(self, events: Iterable[Event], calendar: Calendar = FEDERAL) -> Replay:
        known = tuple(events)
        day = max(eastern_day(self.now), *(each.day for each in known), START.date())
        return replay(replace(self.scenario, events=known, as_of=day, calendar=calendar))

    def _kept_backwards(self) -> Iterator[Event]:
        """The same history, its last event recorded first."""
        places = {each.index: place for place, each in enumerate(reversed(self.events))}
        for each in reversed(self.events):
            data = dict(each.data)
            if isinstance(named := data.get("index"), int):
                data["index"] = places[named]
            yield replace(each, index=places[each.index], data=data)


def _waiting(paper: Paper) -> list[Sent]:
    return [each for each in paper.sent if not each.is_answered and not each.is_withdrawn]


def _moment(event: Event) -> float:
    return event.at.timestamp()


def _told(event: Event, data: Mapping[str, Datum] | None = None) -> Told:
    said = event.data if data is None else data
    return Told(event.index, event.day, event.type.value, event.by.value, said)


def _as_corrected(events: list[Event]) -> list[Told]:
    """The history as it reads with its corrections: each notice says the day that stands."""
    days: dict[int, dict[str, Datum]] = {}
    for place, event in enumerate(events):
        day = event.data.get("corrected_on")
        for notice in events[:place]:
            if notice.index == event.data.get("index") and notice.by is event.by:
                days[notice.index] = {"corrected_on": day} if day <= event.day else {}
    return [_told(each, {**each.data, **days.get(each.index, {})}) for each in events]


def _row(owed: Obligation) -> tuple[object, ...]:
    return (
        *(owed.key.value, owed.owed_by.value, owed.started_on, owed.due_on),
        *(str(owed.satisfied_on), owed.is_void),
    )


def _row_of_paper(owed: Owed) -> tuple[object, ...]:
    return (owed.key, owed.by, owed.start, owed.due, str(owed.met_on), owed.fell)


def _standing(case: Case) -> tuple[object, ...]:
    return case.state, case.supervising, sorted(map(_row, case.obligations))


TestCompactCase = CompactCase.TestCase
TestCompactCase.settings = settings(
    max_examples=70,
    stateful_step_count=25,
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
)
