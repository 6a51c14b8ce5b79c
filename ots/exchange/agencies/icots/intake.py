"""A row of the export becomes a case, or an event of one with the activity that brought it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Final, NoReturn

from django.db import transaction
from django.utils import timezone

from interstate.models import Activity, CompactCase, CompactEvent, Member
from interstate.rules.content import ContentError
from interstate.rules.vocabulary import EventType, Side
from interstate.services.events import RefusedByRuleError
from offenders.services.people import Identity, Name, add_identifier, record_person
from ots.access.viewer import Viewer
from ots.exchange.agencies.icots.schema import (
    ACTIVITIES,
    AGENCY,
    CASES,
    ActivityRow,
    CaseRow,
    activity_row,
    case_row,
)
from ots.exchange.compact.arriving import Arrived, take_back, take_in
from ots.exchange.compact.cases import OVER, office_of
from ots.exchange.compact.checking import MessageError
from ots.exchange.compact.following import Absences, tell
from ots.exchange.compact.histories import History, histories_of, write
from ots.exchange.identity import Described, UnknownPersonError, who_is
from ots.exchange.loading import Entry, Loader, Written
from ots.exchange.models import source_text
from ots.exchange.refusals import RowRefusedError
from timecomp.engine.calendar import eastern_day
from timecomp.engine.manual import ManualComputation

LONGEST_NUMBER: Final = 20


class CaseLoader(Loader[CaseRow]):
    """Loads the table of cases."""

    agency, table = AGENCY, CASES

    def __init__(self, viewer: Viewer, *, records_people: bool) -> None:
        """Take who loads, and whether somebody whom nobody knows is recorded."""
        self._viewer, self._records_people = viewer, records_people
        self._members = {code: code for code in Member.objects.values_list("pk", flat=True)}
        self._ours = Member.objects.get(is_ours=True).pk
        self._today = timezone.localdate()

    def parse(self, cells: Mapping[str, str]) -> CaseRow:
        """Check the columns."""
        return case_row(cells, members=self._members, today=self._today)

    def parents(self, row: CaseRow) -> Mapping[str, str]:
        """Belong to no other row."""
        return {}

    def write(self, entries: Sequence[Entry[CaseRow]]) -> list[Written | RowRefusedError]:
        """Open the cases."""
        return [self._opened(entry) for entry in entries]

    def _opened(self, entry: Entry[CaseRow]) -> Written | RowRefusedError:
        try:
            with transaction.atomic():
                return self._open(entry)
        except RowRefusedError as refusal:
            return refusal

    def _open(self, entry: Entry[CaseRow]) -> Written:
        row = entry.row
        if row.sending == row.receiving:
            raise RowRefusedError("not between two states", "receiving_state is the sending state")
        if self._ours not in {row.sending, row.receiving}:
            raise RowRefusedError(
                "not of this state",
                f"sending_state, receiving_state: [{self._ours}] is no side of the case",
            )
        person_id, note = self._person(entry)
        self._refuse_second(row, person_id)
        try:
            offices = [office_of(code, row.supervision) for code in (row.sending, row.receiving)]
        except MessageError as error:
            raise RowRefusedError("office not known", str(error)) from error
        case = CompactCase.objects.create(
            person_id=person_id,
            number=_free_number(row.number),
            external_id=f"{AGENCY} {row.number}",
            supervision=row.supervision,
            sending_id=row.sending,
            receiving_id=row.receiving,
            sending_office=offices[0],
            receiving_office=offices[1],
            opened_at=_opened(row.opened_on),
            supervision_ends_on=row.ends_on,
            is_indefinite=row.is_indefinite,
            is_sex_offender=row.is_sex_offender,
            has_victims=row.has_victims,
            has_pending_charge=row.has_pending_charge,
        )
        return Written(record_id=case.pk, person_id=person_id, note=note)

    def _person(self, entry: Entry[CaseRow]) -> tuple[int, str]:
        described = entry.row.person
        try:
            return who_is(described), ""
        except UnknownPersonError as doubt:
            if not (self._records_people and doubt.is_new and described.numbers):
                raise RowRefusedError("person not known", f"last_name, sid: {doubt}") from doubt
        return self._record(described, entry.source), "person recorded"

    def _record(self, described: Described, source: str) -> int:
        made = record_person(
            self._viewer,
            name=Name(described.last_name, described.first_name),
            identity=Identity(birth_date=described.birth_date),
            source=source,
        )
        for number in described.numbers:
            add_identifier(
                self._viewer, made.pk, kind=number.kind, issuer=number.issuer, value=number.value
            )
        return made.pk

    def _refuse_second(self, row: CaseRow, person_id: int) -> None:
        own = CompactCase.objects.filter(
            person_id=person_id,
            sending=row.sending,
            receiving=row.receiving,
            supervision=row.supervision,
        ).exclude(external_id__startswith=f"{AGENCY} ")
        if standing := own.exclude(state__in=OVER).first():
            raise RowRefusedError(
                "case open already", f"case_number: case [{standing.number}] of the person is open"
            )


class ActivityLoader(Loader[ActivityRow]):
    """Loads the table of activities; the rules take each as they took it then."""

    agency, table = AGENCY, ACTIVITIES

    def __init__(self, viewer: Viewer) -> None:
        """Take who loads."""
        self._viewer = viewer

    def parse(self, cells: Mapping[str, str]) -> ActivityRow:
        """Check the columns."""
        return activity_row(cells)

    def parents(self, row: ActivityRow) -> Mapping[str, str]:
        """Belong to a case."""
        return {CASES.name: row.case_number}

    def write(self, entries: Sequence[Entry[ActivityRow]]) -> list[Written | RowRefusedError]:
        """Take the events into their cases, the earliest first, and keep the activities."""
        became: dict[str, Written | RowRefusedError] = {}
        for entry in sorted(entries, key=lambda each: each.row.at):
            try:
                became[entry.key] = self._take(entry)
            except RowRefusedError as refusal:
                became[entry.key] = refusal
        return [became[each.key] for each in entries]

    def _take(self, entry: Entry[ActivityRow]) -> Written:
        row = entry.row
        case = CompactCase.objects.get(pk=entry.parents[CASES.name].record_id)
        with _in_words(), transaction.atomic():
            arrived = arrived_of(entry, case)
            if row.kind is EventType.WITHDRAW_ACTIVITY:
                event = take_back(self._viewer, case, arrived, self._withdrawn(row, case))
            else:
                event, _ = take_in(self._viewer, case, arrived)
        return Written(record_id=event.pk, person_id=case.person_id)

    def _withdrawn(self, row: ActivityRow, case: CompactCase) -> Activity:
        source = source_text(AGENCY, ACTIVITIES.name, row.withdraws)
        found = case.activities.filter(event__source=source).first()
        return found or _withdraws_nothing(row)


class HistoryLoader(ActivityLoader):
    """Loads the table in memory, many cases at a time: what stands is the same, much sooner."""

    def write(self, entries: Sequence[Entry[ActivityRow]]) -> list[Written | RowRefusedError]:
        """Take the events into their cases, the earliest first, and write all rows at once."""
        parents = [each.parents[CASES.name] for each in entries]
        histories = histories_of({each.record_id for each in parents})
        absences = Absences({each.person_id for each in parents})
        taken: dict[str, CompactEvent] = {}
        refused: dict[str, RowRefusedError] = {}
        for entry in sorted(entries, key=lambda each: each.row.at):
            history = histories[entry.parents[CASES.name].record_id]
            try:
                row = taken[entry.key] = self._follow(entry, history)
            except RowRefusedError as refusal:
                refused[entry.key] = refusal
                continue
            if history.moved_by(row):
                absences.note(history.case, eastern_day(row.happened_at))
        write(list(histories.values()))
        absences.follow()
        tell((row, histories[row.case_id].moved_by(row)) for row in taken.values())
        return [refused.get(each.key) or _written(taken[each.key]) for each in entries]

    def _follow(self, entry: Entry[ActivityRow], history: History) -> CompactEvent:
        row = entry.row
        with _in_words():
            arrived = arrived_of(entry, history.case)
            if row.kind is not EventType.WITHDRAW_ACTIVITY:
                return history.take(self._viewer, arrived)
            named = history.activity_from(source_text(AGENCY, ACTIVITIES.name, row.withdraws))
            return history.take_back(self._viewer, arrived, named or _withdraws_nothing(row))


def arrived_of(entry: Entry[ActivityRow], case: CompactCase) -> Arrived:
    """Return what a row of the export tells of a case."""
    row = entry.row
    return Arrived(
        kind=row.kind,
        side=_side(case, row.from_state),
        at=row.at,
        source=entry.source,
        content=row.content,
    )


@contextmanager
def _in_words() -> Iterator[None]:
    """Say which column of the row is at fault where its event is refused."""
    try:
        yield
    except RefusedByRuleError as error:
        raise RowRefusedError(f"refused by rule {error.rule}", f"activity: {error}") from error
    except ManualComputation as error:
        raise RowRefusedError("older than the rules", f"transmitted_at: {error}") from error
    except ContentError as error:
        raise RowRefusedError("details not of the form", f"details: {error}") from error


def _withdraws_nothing(row: ActivityRow) -> NoReturn:
    raise RowRefusedError(
        "withdraws nothing", f"details: withdraws [{row.withdraws}], which was not loaded"
    )


def _written(row: CompactEvent) -> Written:
    return Written(record_id=row.pk, person_id=row.case.person_id)


def _side(case: CompactCase, state: str) -> Side:
    sides = {case.sending_id: Side.SENDING, case.receiving_id: Side.RECEIVING}
    if state not in sides:
        both = " and ".join(sides)
        raise RowRefusedError(
            "not of the case's states", f"from_state is [{state}]: the case is between {both}"
        )
    return sides[state]


def _opened(day: date | None) -> datetime:
    moment = datetime.combine(day, time()) if day else None
    return timezone.make_aware(moment) if moment else timezone.now()


def _free_number(number: str) -> str:
    if len(number) <= LONGEST_NUMBER and not CompactCase.objects.filter(number=number).exists():
        return number
    raise RowRefusedError(
        "number not free", f"case_number is [{number}]: too long, or another case bears it"
    )
