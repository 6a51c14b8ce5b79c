"""What follows outside of the cases from events that were taken in many at once."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from interstate.models import CompactCase, CompactEvent, Member
from interstate.rules.vocabulary import Side
from interstate.services.closing_reminders import needless_fall_away_ahead
from interstate.services.reminders import needless_fall_away
from interstate.services.standards import follow, sent_away
from interstate.services.telling import tell_outside
from ots.audit.events import Event as Trail
from ots.audit.services import Happening, JsonValue
from ots.exchange.compact.cases import OVER
from supervision.choices.message import MessageKind, MessageState
from supervision.models import OutgoingMessage


class Absences:
    """Who of our people another state supervises, as one event after the other changes it."""

    def __init__(self, people: Iterable[int]) -> None:
        """Start from what is stored."""
        self._away: dict[int, set[int]] = defaultdict(set)
        for person_id, case_id in (
            sent_away().filter(person__in=list(people)).values_list("person_id", "pk")
        ):
            self._away[person_id].add(case_id)
        self._ours = set(Member.objects.filter(is_ours=True).values_list("pk", flat=True))
        self._last: dict[int, bool] = {}
        self._turns: list[tuple[int, date, bool]] = []

    def note(self, case: CompactCase, day: date) -> None:
        """Note that an event of the day moved the case."""
        away = self._away[case.person_id]
        is_sent = case.sending_id in self._ours and case.state not in OVER
        if is_sent and case.supervising != Side.SENDING:
            away.add(case.pk)
        else:
            away.discard(case.pk)
        if self._last.get(case.person_id) != bool(away):
            self._last[case.person_id] = bool(away)
            self._turns.append((case.person_id, day, bool(away)))

    def follow(self) -> None:
        """Let the standards of contact rest, and run again, as they turned."""
        for person_id, day, elsewhere in self._turns:
            follow(person_id, day, elsewhere=elsewhere)


def tell(rows: Iterable[tuple[CompactEvent, bool]]) -> None:
    """Tell outside of news, and take back letters that are needless; rows say what moved a case."""
    planned = OutgoingMessage.objects.filter(kind=MessageKind.COMPACT, state=MessageState.PLANNED)
    has_letters = planned.exists()
    for row, moved in rows:
        said: dict[str, JsonValue] = {"type": row.type, "by": row.by, "moved_the_case": moved}
        happening = Happening(Trail.COMPACT_EVENT_TAKEN, row.case.person_id, row, said)
        if has_letters:
            needless_fall_away(happening)
            needless_fall_away_ahead(happening)
        tell_outside(happening)
