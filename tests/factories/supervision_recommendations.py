"""Terms of supervision, recommendations, searches, permits and victims."""

from datetime import date, timedelta

from django.utils import timezone

from offenders.models import Person
from supervision.choices.period import SupervisionType
from supervision.models import AbscondingEpisode, ProtectedVictim, SupervisionPeriod
from supervision.services.absconding import EpisodeEntry, open_episode
from supervision.services.victim_notices import VictimEntry, record_victim
from tests import factories
from tests.factories.person import RECORDER

LARCENY = "750.356"


def term(
    person: Person,
    *,
    supervision_type: str = SupervisionType.PROBATION,
    served_days: int = 400,
    left_days: int = 300,
) -> SupervisionPeriod:
    """Record a term that runs, so many days old and with so many to go."""
    today = timezone.localdate()
    return SupervisionPeriod.objects.create(
        person=person,
        supervision_type=supervision_type,
        began_on=today - timedelta(days=served_days),
        expected_end_on=today + timedelta(days=left_days),
    )


def convicted(person: Person, mcl: str = LARCENY) -> None:
    """Record a conviction."""
    case = factories.court_case(person)
    factories.add_charge(case, of=factories.statute(mcl, title="Larceny"), description="Larceny")


def eligible_person(person: Person, **kwargs: object) -> SupervisionPeriod:
    """Make the person eligible for early discharge from probation."""
    convicted(person)
    return term(person, **kwargs)  # type: ignore[arg-type]


def out_of_touch(person: Person, *, days: int = 10) -> AbscondingEpisode:
    """Record that the person is out of touch for so many days."""
    began_on = timezone.localdate() - timedelta(days=days)
    return open_episode(RECORDER, person.pk, EpisodeEntry(began_on=began_on))


def victim(person: Person, *, name: str = "Val Victor", **particulars: object) -> ProtectedVictim:
    """Record a victim who wants to be told."""
    entry = VictimEntry(name=name, channel="mail", **particulars)  # type: ignore[arg-type]
    return record_victim(RECORDER, person.pk, entry)


def day(days: int) -> date:
    """Return the day so many days from today."""
    return timezone.localdate() + timedelta(days=days)
