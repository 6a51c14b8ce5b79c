"""What cases are made of: how they begin, what goes on in them, and where they stand today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from interstate.rules.vocabulary import EventType, Side, State
from ots.population.compact.walk import Step, Walk

E, S, R = EventType, Side.SENDING, Side.RECEIVING
PAIR, CYCLE = 2, 4
UNANSWERED, DOCUMENTS, VIOLATED = 0.28, 0.15, 0.08
Steps = tuple[Step, ...]

ASKED: Final = Step(E.TRANSFER_REQUEST, S, 0, 0)
ACCEPTED: Final = Step(E.TRANSFER_REPLY, R, 8, 48, {"decision": "accept"})
REJECTED: Final = Step(E.TRANSFER_REPLY, R, 8, 44, {"decision": "reject"})
TOLD_VICTIM: Final = Step(E.VICTIM_NOTICE_SENT, S, 0, 2)
LEFT: Final = Step(E.NOTICE_OF_DEPARTURE, S, 2, 20)
CAME: Final = Step(E.NOTICE_OF_ARRIVAL, R, 1, 4)
INSTRUCTIONS: Final = Step(
    E.REPORTING_INSTRUCTIONS_REQUEST, S, 0, 0, {"reason": "living_in_receiving_state"}
)
GRANTED: Final = Step(E.REPORTING_INSTRUCTIONS_REPLY, R, 0, 2, {"decision": "approve"})
DENIED: Final = Step(E.REPORTING_INSTRUCTIONS_REPLY, R, 0, 2, {"decision": "deny"})
FOUND: Final = Step(E.VIOLATION_DISCOVERED, R, 0, 3)
REPORTED: Final = Step(E.VIOLATION_REPORT, R, 1, 25, {"type": "behavior_requiring_retaking"})
FLED: Final = Step(E.VIOLATION_REPORT, R, 1, 25, {"type": "absconded"})
RETAKEN: Final = Step(E.VIOLATION_RESPONSE, S, 2, 12, {"action": "warrant"})
ORDERED: Final = Step(E.VIOLATION_RESPONSE, S, 2, 12, {"action": "order_return"})
WARRANT: Final = Step(E.WARRANT_ISSUED, S, 0, 6)
NO_LONGER: Final = {"reason": "retaking_no_longer_required"}
TAKEN_BACK: Final = (
    Step(E.VIOLATION_ADDENDUM, R, 3, 10, NO_LONGER),
    Step(E.VIOLATION_ADDENDUM, S, 1, 8, NO_LONGER),
)
SEND_BACK: Final = Step(E.RETURN_INSTRUCTIONS_REQUEST, R, 1, 6)
SENT_BACK: Final = Step(E.RETURN_INSTRUCTIONS_REPLY, S, 0, 2)
LEFT_BACK: Final = Step(E.NOTICE_OF_DEPARTURE, R, 1, 6)
DISCHARGED: Final = Step(E.CASE_CLOSURE_NOTICE, R, 0, 5, {"reason": "discharged"})
ABSCONDED: Final = Step(E.CASE_CLOSURE_NOTICE, R, 1, 5, {"reason": "absconded"})
AGREED: Final = Step(E.CASE_CLOSURE_REPLY, S, 1, 9, {"decision": "agree"})

ARRIVED: Final = (ASKED, ACCEPTED, LEFT, CAME)
BY_INSTRUCTIONS: Final = (INSTRUCTIONS, GRANTED, LEFT, CAME)


@dataclass(frozen=True, slots=True)
class Career:
    """A way to a state: its first steps, what goes on, its last steps, and how long ago each."""

    goal: State
    weight: float
    begins: Steps
    ago: tuple[int, int]
    ends: Steps = ()
    ended_ago: tuple[int, int] = (0, 0)

    @property
    def goes_on(self) -> bool:
        """Whether the person is supervised there for a while."""
        return self.begins == ARRIVED


YEAR: Final = (150, 360)
GOING_ON: Final = (
    Career(State.ACTIVE, 78, ARRIVED, YEAR),
    Career(State.DRAFT, 1.5, (), (0, 20)),
    Career(State.RI_PENDING, 0.5, (INSTRUCTIONS,), (1, 4)),
    Career(State.RI_APPROVED, 1, (INSTRUCTIONS, GRANTED), (5, 25)),
    Career(State.RI_DENIED, 0.3, (INSTRUCTIONS, DENIED), (5, 40)),
    Career(State.RI_ARRIVED, 1, BY_INSTRUCTIONS, (29, 45)),
    Career(State.TR_PENDING, 5, (ASKED,), (1, 52)),
    Career(State.ACCEPTED, 2, (ASKED, ACCEPTED), (52, 150)),
    Career(State.REJECTED, 1, (ASKED, REJECTED), (50, 120)),
    Career(State.IN_TRANSIT, 1, (ASKED, ACCEPTED, LEFT), (75, 80)),
    Career(
        State.FAILED_TO_ARRIVE,
        0.4,
        (ASKED, ACCEPTED, LEFT, Step(E.NOTICE_OF_FAILURE_TO_ARRIVE, R, 3, 8)),
        (85, 110),
    ),
    Career(State.RETAKE_REQUESTED, 1.5, ARRIVED, YEAR, (FOUND, REPORTED), (30, 40)),
    Career(State.RETAKING, 2, ARRIVED, YEAR, (FOUND, REPORTED, RETAKEN, WARRANT), (55, 100)),
    Career(State.RETURN_ORDERED, 0.4, ARRIVED, YEAR, (REPORTED, ORDERED), (40, 50)),
    Career(State.RETURN_PENDING, 0.4, ARRIVED, YEAR, (SEND_BACK,), (8, 12)),
    Career(State.RETURN_APPROVED, 0.4, ARRIVED, YEAR, (SEND_BACK, SENT_BACK), (12, 20)),
    Career(State.RETURNING, 0.4, ARRIVED, YEAR, (SEND_BACK, SENT_BACK, LEFT_BACK), (20, 25)),
    Career(State.CLOSURE_PENDING, 1.5, ARRIVED, YEAR, (FLED, ABSCONDED), (36, 45)),
    Career(State.CLOSURE_PENDING, 1.5, ARRIVED, YEAR, (DISCHARGED,), (7, 16)),
)
OVER: Final = (
    Career(State.CLOSED, 85, ARRIVED, YEAR, (DISCHARGED, AGREED), (25, 60)),
    Career(State.WITHDRAWN, 15, (ASKED, Step(E.WITHDRAW_CASE, S, 3, 30)), (35, 300)),
)


def lead(walk: Walk, career: Career, activities: int) -> None:
    """Walk a case to where its career leads, with so many activities if it goes on for a while."""
    as_of, random = walk.scenario.as_of, walk.random
    for each in career.begins:
        if not walk.go(each):
            return
        if each is ACCEPTED and walk.scenario.facts.has_victims:
            walk.go(TOLD_VICTIM)
    if not career.goes_on:
        return
    until = as_of - timedelta(days=random.randint(*career.ended_ago))
    _supervise(walk, max(0, activities - len(career.begins) - len(career.ends)), until.toordinal())
    walk.wait_until(until)
    walk.go(*career.ends)
    if not career.ends and random.random() < UNANSWERED:
        walk.wait_until(as_of - timedelta(days=random.randint(3, 36)))
        walk.go(Step(E.PROGRESS_REPORT_REQUEST, S, 0, 2))


def _supervise(walk: Walk, activities: int, until: int) -> None:
    """Reports and papers to and fro, spread over the days that are left; now and then a violation
    that both states then let rest."""
    made = 0
    while made < activities:
        left = until - walk.moment.date().toordinal()
        pause = max(0, left * PAIR // max(PAIR, activities - made) - PAIR)
        drawn = walk.random.random()
        if drawn < VIOLATED and left > 60 and activities - made >= CYCLE:  # noqa: PLR2004  # days
            walk.go(REPORTED, RETAKEN, *TAKEN_BACK)
            made += CYCLE
        else:
            walk.go(*_asked_and_sent(drawn < VIOLATED + DOCUMENTS, pause))
            made += PAIR


def _asked_and_sent(documents: bool, pause: int) -> Steps:
    half = pause // PAIR
    if documents:
        return (
            Step(E.DOCUMENTS_REQUEST, R, half, pause),
            Step(E.DOCUMENTS, S, 0, min(28, half)),
        )
    return (
        Step(E.PROGRESS_REPORT_REQUEST, S, half, pause),
        Step(E.PROGRESS_REPORT, R, 0, min(32, half), _RECOMMENDED),
    )


_RECOMMENDED: Final[Mapping[str, object]] = {"recommendation": "continue"}
