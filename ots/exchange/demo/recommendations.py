"""What people of the demonstration are eligible for, a search, a trip and a victim."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import Viewer, viewer_for
from supervision.choices.recommendation import Opportunity, Outcome
from supervision.models import AbscondingEpisode, Eligibility, Recommendation, SupervisionPeriod
from supervision.services.absconding import (
    AttemptEntry,
    EpisodeEntry,
    open_episode,
    record_attempt,
)
from supervision.services.eligibility import refresh_everybody
from supervision.services.recommendations import Proposal, prepare
from supervision.services.travel import TravelEntry, ask_to_travel
from supervision.services.victim_notices import VictimEntry, record_victim

AGENTS = ("olivia", "priya")
DAYS_SILENT = 18
VICTIM = VictimEntry(name="Val Victor", channel="phone", phone="517-555-0142", city="Toledo")


def recommend_some(viewer: Viewer) -> int:
    """Compute who is eligible, and tell one story of each kind; returns how many are on lists."""
    refresh_everybody(timezone.localdate())
    if not Recommendation.objects.exists():
        for agent in User.objects.filter(username__in=AGENTS):
            _tell(viewer, agent)
    return Eligibility.objects.exclude(outcome=Outcome.NOT).count()


@transaction.atomic
def _tell(system: Viewer, agent: User) -> None:
    """Recommend for one of the agent's people, look for another, let a third ask to travel."""
    viewer = viewer_for(agent)
    early = (Opportunity.PROBATION_EARLY, Opportunity.PAROLE_EARLY)
    row = Eligibility.objects.filter(
        person__agent=agent, outcome=Outcome.ELIGIBLE, opportunity__in=early
    ).first()
    if row is not None:
        prepare(viewer, row.person_id, _proposal(row))
    running = SupervisionPeriod.objects.filter(ended_on=None, superseded_at=None)
    others = Person.objects.filter(agent=agent, pk__in=running.values("person"))
    others = others.exclude(pk=row.person_id if row else 0).order_by("pk")
    for person, story in zip(others[:2], (_silent, _traveling), strict=False):
        story(system, viewer, person.pk)


def _proposal(row: Eligibility) -> Proposal:
    is_parole = row.opportunity == Opportunity.PAROLE_EARLY
    return Proposal(
        kind="early_discharge",
        supervision_type=row.supervision_type,
        body="board" if is_parole else "court",
        why="Works full time, has kept every appointment and owes nothing.",
        opportunity=row.opportunity,
    )


def _silent(_system: Viewer, viewer: Viewer, person_id: int) -> None:
    if AbscondingEpisode.objects.filter(person=person_id).exists():
        return
    now = timezone.now()
    began_on = timezone.localdate() - timedelta(days=DAYS_SILENT)
    open_episode(viewer, person_id, EpisodeEntry(began_on=began_on, vehicles="Blue Ford Focus"))
    for days, method in ((17, "call"), (16, "home_visit"), (15, "collateral")):
        entry = AttemptEntry(made_at=now - timedelta(days=days), method=method, result="no_answer")
        record_attempt(viewer, person_id, entry)


def _traveling(system: Viewer, viewer: Viewer, person_id: int) -> None:
    record_victim(system, person_id, VICTIM)
    today = timezone.localdate()
    entry = TravelEntry(
        departs_on=today + timedelta(days=10),
        returns_on=today + timedelta(days=13),
        place="Toledo",
        state="OH",
        purpose="Wedding of a sister",
        transport="car",
    )
    ask_to_travel(viewer, person_id, entry)
