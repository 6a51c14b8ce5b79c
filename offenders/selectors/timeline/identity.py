"""Names and addresses on a timeline."""

from collections.abc import Iterator

from django.utils import timezone

from offenders import choices
from offenders.models import Address, Demographics, PersonName
from offenders.selectors.reading import Reading
from offenders.selectors.timeline.event import Source, TimelineEvent, TimelineKind, joined

IDENTITY = TimelineKind.IDENTITY


def names(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield names on the day they were recorded or corrected.

    The first legal name is left out: it came with the record itself.
    """
    if not reading.sees(PersonName, "last_name") or not reading.sees(PersonName, "recorded_at"):
        return
    for name in PersonName.objects.filter(person_id=person_id):
        on = timezone.localtime(name.recorded_at).date()
        given = " ".join(part for part in (name.first_name, name.middle_name, name.suffix) if part)
        is_correction = name.supersedes_id is not None
        if name.kind == choices.NameKind.LEGAL and not is_correction:
            continue
        heading = f"{name.get_kind_display()} {'corrected' if is_correction else 'recorded'}"
        yield TimelineEvent(on, IDENTITY, heading, joined(name.last_name, given))


def addresses(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield addresses from their first day."""
    if not reading.sees(Address, "street"):
        return
    for address in Address.objects.filter(person_id=person_id, superseded_at=None):
        where = joined(f"{address.street} {address.unit}".strip(), address.city, address.state)
        heading = f"{choices.AddressKind(address.kind).label} address"
        yield TimelineEvent(address.began_on, IDENTITY, heading, where)


def life(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield birth and death."""
    if not reading.sees(Demographics, "birth_date"):
        return
    for row in Demographics.objects.filter(person_id=person_id, superseded_at=None):
        if row.birth_date is not None:
            yield TimelineEvent(row.birth_date, IDENTITY, "Born")
        if row.died_on is not None:
            yield TimelineEvent(row.died_on, IDENTITY, "Died")


SOURCES = tuple(Source(IDENTITY, each) for each in (names, addresses, life))
