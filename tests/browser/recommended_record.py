"""What was recommended for the person of the record, a search, a trip and a victim."""

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for
from supervision.models import AbscondingEpisode
from supervision.services.absconding import AttemptEntry, record_attempt
from supervision.services.recommendations import Proposal, prepare
from supervision.services.travel import TravelEntry, ask_to_travel
from supervision.services.victim_notices import make_notices_due
from tests.factories.person import RECORDER
from tests.factories.supervision_recommendations import day, victim


def recommended(person: Person, agent: User) -> dict[str, object]:
    """Record one of each; return what fills the addresses of their pages."""
    viewer = viewer_for(agent)
    proposal = Proposal(
        kind="early_discharge", supervision_type="parole", body="board", why="Doing very well."
    )
    made = prepare(viewer, person.pk, proposal)
    known = victim(person, city="Toledo", state="OH", phone="419-555-0100")
    # Recorded without its service, so that the person's status stays what the record made it.
    episode = AbscondingEpisode.objects.create(person=person, began_on=day(-8))
    attempt = AttemptEntry(made_at=episode.recorded_at, method="call", result="no_answer")
    record_attempt(RECORDER, person.pk, attempt)
    trip = TravelEntry(
        departs_on=day(9),
        returns_on=day(11),
        place="Toledo",
        state="OH",
        purpose="To see a sister",
        transport="bus",
    )
    permit = ask_to_travel(viewer, person.pk, trip)
    make_notices_due(person.pk, "early_discharge", on=day(0))
    return {
        "recommendation": made.pk,
        "permit": permit.pk,
        "victim": known.pk,
        "notice": person.victim_notices.latest("pk").pk,
    }
