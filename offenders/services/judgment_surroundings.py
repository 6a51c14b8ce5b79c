"""What the record knows around a judgment, gathered for the checks."""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from offenders.models import Charge, ConsecutiveLink, CourtCase, Sentence, Statute
from offenders.services.cases import Particulars
from offenders.services.judgment_checks import Surroundings
from offenders.services.judgment_entry import Length

MONTHS_A_YEAR = 12


def around_charge(charge: Charge, *, entered_on: date) -> Surroundings:
    """Gather what is known around a judgment on a recorded count."""
    now = charge.particulars.get(superseded_at=None)
    around = _around(charge.case, offense_date=now.offense_date, statute=now.statute, on=entered_on)
    sentence = Sentence.objects.filter(charge=charge).first()
    if sentence is None:
        return around
    return replace(around, own_sentence_id=sentence.pk, sentences_that_follow=_followers(sentence))


def around_new_count(
    case: CourtCase, *, particulars: Particulars, entered_on: date
) -> Surroundings:
    """Gather what is known around a judgment on a count that is entered with it."""
    statute = None
    if particulars.statute_id is not None:
        statute = Statute.objects.get(pk=particulars.statute_id)
    return _around(case, offense_date=particulars.offense_date, statute=statute, on=entered_on)


def _around(
    case: CourtCase, *, offense_date: date | None, statute: Statute | None, on: date
) -> Surroundings:
    first_arrest = case.arrests.filter(superseded_at=None).order_by("arrested_on").first()
    standing = Sentence.objects.filter(
        person_id=case.person_id, terms__superseded_at=None, terms__vacated_on=None
    )
    return Surroundings(
        today=timezone.localdate(),
        entered_on=on,
        offense_date=offense_date,
        birth_date=case.person.birth_date,
        arrested_on=first_arrest.arrested_on if first_arrest else None,
        statute_name=f"MCL {statute}" if statute else "",
        statutory_maximum=_statutory_maximum(statute),
        sentences_to_follow=frozenset(standing.values_list("pk", flat=True)),
    )


def _statutory_maximum(statute: Statute | None) -> Length | None:
    if statute is None or statute.is_life_maximum:
        return None
    if statute.maximum_months is None and statute.maximum_days is None:
        return None
    years, months = divmod(statute.maximum_months or 0, MONTHS_A_YEAR)
    return Length(years, months, statute.maximum_days or 0)


def _followers(sentence: Sentence) -> frozenset[int]:
    links = ConsecutiveLink.objects.filter(
        after__person_id=sentence.person_id, terms__superseded_at=None
    )
    pairs = set(links.values_list("after_id", "terms__sentence_id"))
    found: set[int] = set()
    reached = {sentence.pk}
    while reached:
        reached = {later for earlier, later in pairs if earlier in reached} - found
        found |= reached
    return frozenset(found)
