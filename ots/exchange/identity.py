"""Who a person is whom another agency names: the one place that decides it.

Numbers that agencies gave decide, if all of them are the same person's and no birth date
contradicts. A name decides nothing: namesakes born on one day are left to a clerk. Whose record a
court sealed is nobody to any agency, and none is begun anew for the one who bears his number.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Q, QuerySet

from interstate.models import Member
from offenders.choices import IdentifierKind
from offenders.models import Identifier, Person, PersonClosure

# Of these the issuer is one for the whole country.
_NATIONAL: Final = frozenset({IdentifierKind.FBI_UCN})


@dataclass(frozen=True, slots=True)
class Number:
    """A number by which an agency knows the person."""

    kind: str
    issuer: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A person as another agency describes him."""

    last_name: str
    first_name: str = ""
    middle_name: str = ""
    suffix: str = ""
    birth_date: date | None = None
    numbers: tuple[Number, ...] = ()


class UnknownPersonError(Exception):
    """Nobody is known for certain to be the one described; the message says what was found."""

    def __init__(self, found: str, *, is_new: bool = False) -> None:
        """Keep whether nobody here could be the one."""
        super().__init__(found)
        self.is_new = is_new


def who_is(described: Described) -> int:
    """Return the person's key; raises ``UnknownPersonError`` where a clerk has to decide."""
    found = people_with(described.numbers)
    if not found:
        raise _namesakes(described)
    if len(found) > 1:
        keys = ", ".join(map(str, sorted(found)))
        raise UnknownPersonError(f"The numbers belong to several people: records {keys}.")
    [person_id] = found
    born = Person.objects.values_list("birth_date", flat=True).get(pk=person_id)
    if born and described.birth_date and born != described.birth_date:
        raise UnknownPersonError(
            f"Record {person_id} bears the number, but was born on another day."
        )
    return person_id


def check_is(described: Described, person_id: int) -> None:
    """Raise ``UnknownPersonError`` if a number that was given is somebody else's."""
    others = people_with(described.numbers) - {person_id}
    if others:
        keys = ", ".join(map(str, sorted(others)))
        raise UnknownPersonError(f"The case is of record {person_id}, a number of records {keys}.")


def people_with(numbers: tuple[Number, ...]) -> set[int]:
    """Return the keys of those to whom agencies gave any of the numbers, sealed ones left out."""
    if not numbers:
        return set()
    rows = _bearing(numbers).exclude(person__in=_sealed())
    return set(rows.values_list("person_id", flat=True))


def _bearing(numbers: tuple[Number, ...]) -> QuerySet[Identifier]:
    wanted = Q(pk__in=())
    for number in numbers:
        same = Q(kind=number.kind, value=number.value)
        if number.kind not in _NATIONAL:
            same &= Q(issuer__in=_issuers(number.issuer))
        wanted |= same
    return Identifier.objects.filter(wanted, superseded_at__isnull=True)


def _sealed() -> QuerySet[PersonClosure, int]:
    rows = PersonClosure.standing().filter(kind=PersonClosure.SEALING)
    return rows.values_list("person_id", flat=True)


def _issuers(issuer: str) -> set[str]:
    # Our own state's numbers stand without an issuer too.
    is_ours = Member.objects.filter(code=issuer, is_ours=True).exists()
    return {issuer, ""} if is_ours else {issuer}


def _namesakes(described: Described) -> UnknownPersonError:
    if described.birth_date is None:
        return UnknownPersonError("No number is known here, and no birth date was given.")
    alike = Person.objects.filter(
        last_name__iexact=described.last_name, birth_date=described.birth_date
    ).order_by("pk")
    keys = [str(key) for key in alike.exclude(pk__in=_sealed()).values_list("pk", flat=True)[:5]]
    if not keys:
        nobody = "No number is known here, and nobody of that name was born that day."
        is_sealed = alike.exists() or _bearing(described.numbers).exists()
        return UnknownPersonError(nobody, is_new=not is_sealed)
    alike_are = ", ".join(keys)
    return UnknownPersonError(
        f"No number is known here; of that name and birth date: records {alike_are}."
    )
