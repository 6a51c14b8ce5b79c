"""Where the people of a run are held, and which county sentenced them."""

from collections.abc import Sequence
from dataclasses import dataclass

from offenders.choices import CustodyKind
from offenders.models import CustodyPeriod, Sentence
from timecomp.selectors.record_reading import CURRENT

NOT_IN_PRISON = "Not in prison"
NOT_RECORDED = "Not recorded"


@dataclass(frozen=True, slots=True)
class Places:
    """The facility of each person who is in prison, and the county of the last sentence."""

    facilities: dict[int, str]
    counties: dict[int, str]

    def facility(self, person_id: int) -> str:
        """Return where the person is held."""
        return self.facilities.get(person_id, NOT_IN_PRISON)

    def county(self, person_id: int) -> str:
        """Return the county that sentenced the person last."""
        return self.counties.get(person_id, NOT_RECORDED)


def places_of(people: Sequence[int]) -> Places:
    """Return the places of these people; two queries."""
    stays = CustodyPeriod.objects.filter(
        CURRENT, kind=CustodyKind.PRISON, ended_on=None, person_id__in=people
    )
    sentences = Sentence.objects.filter(person_id__in=people).order_by("pk")
    counties = sentences.values_list("person_id", "charge__case__court__county__name")
    held = stays.values_list("person_id", "facility__name")
    return Places(
        facilities={person: name or NOT_RECORDED for person, name in held},
        counties={person: name or NOT_RECORDED for person, name in counties},
    )
