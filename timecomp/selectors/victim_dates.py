"""What a registered victim may be told of a person: where he stands, and the earliest release.

Never more: no credits, addresses, misconduct, sentences or reasons. Nothing at all of a person
whose record is closed or sealed, nor where a date hangs on a youthful, juvenile or sealed case. The
portal of victims and the page of Victim Services both ask here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q

from offenders.choices import Status
from offenders.models import Person, PersonClosure, SealOrder, Sentence
from offenders.models.restriction import SealAction
from offenders.selectors.reading import Reading
from ots.access.closures import Closure
from ots.access.scopes import in_scope
from timecomp.models import Certification, Computation
from timecomp.selectors.certified import official_certification
from timecomp.selectors.dates import standing_computation

# The only fields a victim is ever told; each is asked of the single decision.
TOLD: Final = ((Person, "status"), (Computation, "earliest_release_date"))
SUPERVISED: Final = "Living in the community under supervision"
CUSTODY_WORDS: Mapping[str, str] = {
    Status.PRISON: "In prison",
    Status.JAIL: "In jail",
    Status.PAROLE: SUPERVISED,
    Status.PROBATION: SUPERVISED,
    Status.ABSCONDED: "Not in custody; being looked for",
    Status.ESCAPED: "Escaped from custody; being looked for",
    Status.DISCHARGED: "Released; the sentence is over",
    Status.DECEASED: "Has died",
    Status.PRETRIAL: "Awaiting trial",
    Status.NONE: "Not in custody",
}
IN_CUSTODY: Final = frozenset({Status.PRISON, Status.JAIL})


@dataclass(frozen=True, slots=True)
class VictimDates:
    """The whole of what is told; a day only while the person is held."""

    custody: str
    earliest_release: date | None
    is_certified: bool


def victim_dates(reading: Reading, person_id: int) -> VictimDates | None:
    """Return what a victim may be told; None where nothing may be told."""
    person = in_scope(reading.viewer, Person.objects.all()).filter(pk=person_id).first()
    if person is None or not all(reading.sees(model, name) for model, name in TOLD):
        return None
    if is_closed_to_victims(person_id):
        return None
    status = Status(person.status)
    release = _release(reading, person_id) if status in IN_CUSTODY else None
    return VictimDates(
        CUSTODY_WORDS[status], release, bool(release) and release == _official(person_id)
    )


def is_closed_to_victims(person_id: int) -> bool:
    """Say whether nothing may be told, whatever the role of who asks could see.

    A person closed to all but some, a record sealed, or a count that the law closes.
    """
    closed = Q(kind=PersonClosure.SEALING) | Q(kind__in=PersonClosure.RESTRICTING)
    if PersonClosure.standing().filter(closed, person_id=person_id).exists():
        return True
    orders = SealOrder._base_manager.filter(person_id=person_id, superseded_at=None)
    if orders.filter(action=SealAction.SEAL).exists():
        return True
    counts = Sentence._base_manager.filter(person_id=person_id)
    kept = Q(charge__closure=Closure.OPEN, charge__case__closure=Closure.OPEN)
    return counts.exclude(kept).exists()


def _release(reading: Reading, person_id: int) -> date | None:
    stored = standing_computation(reading, person_id)
    return stored.earliest_release_date if stored else None


def _official(person_id: int) -> date | None:
    act: Certification | None = official_certification(person_id)
    return act.computation.earliest_release_date if act else None
