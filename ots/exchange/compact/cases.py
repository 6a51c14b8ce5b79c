"""Which case a message belongs to; the sending state's first message opens it here."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from interstate.models import CompactCase, CompactOffice
from interstate.selectors.court_cases import on_record
from interstate.services.court_cases import keep
from interstate.services.events import lock_case
from offenders.models import Person
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail
from ots.audit.services import record
from ots.exchange.compact.checking import CaseSaid, Message, MessageError
from ots.exchange.identity import check_is, who_is

# What the sending state says of the sentence, and may say anew with any message.
FACTS = (
    "supervision_ends_on",
    "is_indefinite",
    "is_sex_offender",
    "has_victims",
    "has_pending_charge",
)
OVER = ("CLOSED", "WITHDRAWN")


class UnclearCaseError(Exception):
    """Which case is meant is not certain: a clerk says so."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whom a clerk found a message to be about, or which case it means."""

    person_id: int | None = None
    case_id: int | None = None


NOTHING_CHOSEN = Chosen()


def case_of(viewer: Viewer, message: Message, chosen: Chosen) -> CompactCase:
    """Return the message's case, locked for this transaction; opens it if the message may.

    Raises ``UnknownPersonError`` or ``UnclearCaseError`` where a clerk has to say who or which it
    is, else ``MessageError``.
    """
    said = message.case
    known = _chosen(message, chosen.case_id) if chosen.case_id else named_case(said)
    if known is None:
        return _open(viewer, message, chosen.person_id)
    if chosen == NOTHING_CHOSEN:
        check_is(message.person, known.person_id)
    elif chosen.person_id not in (None, known.person_id):
        raise MessageError(f"Case [{known.number}] is of record {known.person_id}.")
    case = lock_case(known.pk)
    if message.sender == said.sending:
        _keep_facts(case, said)
        _name_court_cases(viewer, case, said)
    return case


def cases_between(said: CaseSaid) -> QuerySet[CompactCase]:
    """Return the cases between the two states that a message names, in its direction."""
    return CompactCase.objects.filter(sending=said.sending, receiving=said.receiving)


def named_case(said: CaseSaid) -> CompactCase | None:
    """Return the case that bears the number which a message quotes."""
    quoted = Q(number=said.number) | Q(external_id=_quoted(said))
    return cases_between(said).filter(quoted).first()


def _chosen(message: Message, case_id: int) -> CompactCase:
    """The case that a clerk chose; it bears the number that its sending state quotes from now."""
    said = message.case
    case = cases_between(said).filter(supervision=said.supervision, pk=case_id).first()
    if case is None:
        raise MessageError(
            f"The case chosen is not of {said.supervision} from {said.sending} to {said.receiving}."
        )
    is_free = not CompactCase.objects.filter(external_id=_quoted(said)).exists()
    if message.sender == said.sending and not case.external_id and is_free:
        with occasion(Trail.COMPACT_MESSAGE_RECEIVED.name, person_id=case.person_id):
            case.external_id = _quoted(said)
            case.save(update_fields=["external_id"])
    return case


def _quoted(said: CaseSaid) -> str:
    return f"{said.sending} {said.number}"


def _keep_facts(case: CompactCase, said: CaseSaid) -> None:
    changed = [name for name in FACTS if getattr(case, name) != getattr(said, name)]
    for name in changed:
        setattr(case, name, getattr(said, name))
    if changed:
        with occasion(Trail.COMPACT_MESSAGE_RECEIVED.name, person_id=case.person_id):
            case.save(update_fields=changed)


def _name_court_cases(viewer: Viewer, case: CompactCase, said: CaseSaid) -> None:
    """Name those of the court cases told that stand in the record; of others the message tells."""
    if not said.court_cases:
        return
    here = {(each.court, each.docket_number): each.key for each in on_record(case.person_id)}
    keys = {here[told] for told in said.court_cases if told in here}
    keep(viewer, case, keys)


def _open(viewer: Viewer, message: Message, person_id: int | None) -> CompactCase:
    said = message.case
    if message.sender != said.sending:
        raise MessageError(
            f"[case.number] is [{said.number}]: no such case from {said.sending} to "
            f"{said.receiving} is known here, and only its sending state opens one."
        )
    person = _said(person_id) or who_is(message.person)
    _refuse_second(said, person)
    with occasion(Trail.COMPACT_CASE_OPENED.name, person_id=person):
        case = CompactCase.objects.create(
            person_id=person,
            number=_free_number(said),
            external_id=_quoted(said),
            supervision=said.supervision,
            sending_id=said.sending,
            receiving_id=said.receiving,
            sending_office=office_of(said.sending, said.supervision),
            receiving_office=office_of(said.receiving, said.supervision),
            opened_at=timezone.now(),
            **{name: getattr(said, name) for name in FACTS},
        )
    record(Trail.COMPACT_CASE_OPENED, actor=viewer.user, target=case, person_id=person)
    _name_court_cases(viewer, case, said)
    return case


def _said(person_id: int | None) -> int | None:
    if person_id is not None and not Person.objects.filter(pk=person_id).exists():
        raise MessageError(f"There is no record {person_id}: give the number of one.")
    return person_id


def _refuse_second(said: CaseSaid, person_id: int) -> None:
    alike = cases_between(said).filter(person_id=person_id, supervision=said.supervision)
    if open_one := alike.exclude(state__in=OVER).first():
        raise UnclearCaseError(
            f"[case.number] is [{said.number}], but case [{open_one.number}] of the same person "
            "between the two states is open: ask the other office which one it means."
        )


def _free_number(said: CaseSaid) -> str:
    for number in (said.number, f"{said.sending}-{said.number}"[:20]):
        if not CompactCase.objects.filter(number=number).exists():
            return number
    raise MessageError(f"[case.number] is [{said.number}], which another case bears here.")


def office_of(member: str, supervision: str) -> CompactOffice:
    """Return the member's compact office for a kind of supervision."""
    offices = CompactOffice.objects.filter(member=member, kind__in=(supervision, "both"))
    found = offices.order_by("-kind").first()
    if found is None:
        raise MessageError(f"[{member}] has no compact office for {supervision} here.")
    return found
