"""Referrals of a person, or of a program, with where each stands and the hours done."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import OuterRef, QuerySet, Subquery
from django.shortcuts import get_object_or_404

from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from supervision.choices.program import SessionOutcome
from supervision.models import Program, ProgramSession, Referral, ReferralStep
from supervision.models.program import STATES
from supervision.rules.participation import (
    FOLLOWS,
    SUCCESSFUL,
    TAKING_PART,
    State,
    is_over,
)

MINUTES = Decimal(60)
TENTH = Decimal("0.1")
CAME = (SessionOutcome.ATTENDED, SessionOutcome.LATE)
HELD = (*CAME, SessionOutcome.UNEXCUSED)


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """A referral: where it stands, the hours done of those set, and how often the person came."""

    referral: Masked
    state: str
    words: str
    tone: str
    hours: Decimal
    sessions: int
    came: int

    @property
    def takes_part(self) -> bool:
        """Say whether sessions are recorded now."""
        return State(self.state) in TAKING_PART


@dataclass(frozen=True, slots=True)
class ReferralSheet:
    """All of one referral."""

    line: ReferralLine
    steps: list[Masked]
    sessions: list[Masked]
    may_follow: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in a program, for the list of a session."""

    person_id: int
    referral_id: int
    name: str


def treatment_is_open(reading: Reading) -> bool:
    """Say whether a consent opens treatment of substance use of this person to the viewer."""
    return reading.viewer.may_category(Category.SUBSTANCE_USE)


def referrals_of(reading: Reading, person_id: int) -> list[ReferralLine]:
    """Return where each of a person's referrals stands: three queries."""
    rows = _referrals(reading).filter(person_id=person_id)
    return [_line(reading, each) for each in rows]


def referral_sheet(reading: Reading, person_id: int, referral_id: int) -> ReferralSheet:
    """Return all of one referral; 404 where the viewer may not know of one."""
    referral = get_object_or_404(_referrals(reading), pk=referral_id, person_id=person_id)
    line = _line(reading, referral)
    return ReferralSheet(
        line=line,
        steps=[reading.masked(each) for each in referral.steps.all()],
        sessions=[reading.masked(each) for each in _sessions(referral)],
        may_follow=_choices(State(line.state)),
    )


def program_choices() -> list[tuple[int, str]]:
    """Return the programs in use, as choices of a form."""
    rows = Program.objects.filter(is_active=True)
    return [(each.pk, str(each)) for each in rows]


def listed_programs() -> list[tuple[int, str]]:
    """Return the programs whose sessions are entered as a list: none that federal law protects."""
    rows = Program.objects.filter(is_active=True, is_part_2=False)
    return [(each.pk, str(each)) for each in rows]


def participants_of(reading: Reading, program_id: int) -> list[Participant]:
    """Return those in the viewer's reach who take part in a program: two queries."""
    rows = _referrals(reading).filter(program_id=program_id, program__is_part_2=False)
    ordered = rows.select_related("person").order_by("person__last_name", "person__first_name")
    return [
        Participant(each.person_id, each.pk, str(reading.masked(each.person).full_name))
        for each in ordered
        if _state(each) in TAKING_PART
    ]


def _choices(state: State) -> list[tuple[str, str]]:
    words = dict(STATES)
    return [(each.value, words[each.value]) for each in State if each in FOLLOWS[state]]


def _referrals(reading: Reading) -> QuerySet[Referral]:
    rows = in_scope(reading.viewer, Referral.objects.all(), person="person")
    if not reading.sees(Referral, "program"):
        # Where it stands and how often somebody came tells of it, whatever else is withheld.
        rows = rows.none()
    last = ReferralStep.objects.filter(referral=OuterRef("pk")).order_by("-position")
    return (
        rows.filter(superseded_at=None)
        .annotate(state=Subquery(last.values("state")[:1]))
        .select_related("program")
        .prefetch_related("steps__referral__program", "sessions__referral__program")
    )


def _line(reading: Reading, referral: Referral) -> ReferralLine:
    state = _state(referral)
    sessions = _sessions(referral)
    minutes = sum(each.minutes for each in sessions)
    return ReferralLine(
        referral=reading.masked(referral),
        state=state.value,
        words=dict(STATES)[state.value],
        tone=_tone(state),
        hours=(minutes / MINUTES).quantize(TENTH),
        sessions=sum(1 for each in sessions if each.outcome in HELD),
        came=sum(1 for each in sessions if each.outcome in CAME),
    )


def _state(referral: Referral) -> State:
    return State(getattr(referral, "state"))  # noqa: B009  the query adds it


def _sessions(referral: Referral) -> list[ProgramSession]:
    return [each for each in referral.sessions.all() if each.superseded_at is None]


def _tone(state: State) -> str:
    if state in SUCCESSFUL:
        return "good"
    if not is_over(state):
        return "plain"
    return "warn" if state is State.NEUTRAL else "bad"
