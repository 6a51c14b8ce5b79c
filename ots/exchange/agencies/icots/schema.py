"""The two tables of an export, and what one row of each may say."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeVar

from django.utils import timezone

from interstate.choices import ACRONYMS, SupervisionKind
from interstate.rules.content import ContentType, form_of
from interstate.rules.vocabulary import EventType
from offenders.choices import IdentifierKind
from ots.exchange.columns import Cells, day_if_any, one_of, required_text, text
from ots.exchange.identity import Described, Number
from ots.exchange.refusals import RowRefusedError
from ots.exchange.tables import Table
from timecomp.engine.calendar import eastern_moment

AGENCY: Final = "icots"
CASES: Final = Table(
    name="cases",
    columns=(
        *("case_number", "sending_state", "receiving_state", "supervision_type"),
        *("supervision_end_date", "indefinite", "sex_offender", "victim_sensitive"),
        *("pending_charge", "opened_on", "last_name", "first_name", "birth_date"),
        *("sid", "sid_state", "fbi_number"),
    ),
    key="case_number",
)
ACTIVITIES: Final = Table(
    name="activities",
    columns=(
        *("activity_number", "case_number", "activity", "from_state"),
        *("transmitted_at", "details"),
    ),
    key="activity_number",
)
WITHDRAWS: Final = "withdraws"
# Of a day that may lie ahead, as the end of supervision.
_LAST_DAY: Final = date(2200, 1, 1)
_FLAGS: Final = {
    **dict.fromkeys(("yes", "Yes", "Y", "true", "1"), True),
    **dict.fromkeys(("", "no", "No", "N", "false", "0"), False),
}
_NUMBER: Final = re.compile(r"[A-Z0-9-]{1,40}")
_KINDS: Final = {
    **{kind.value: kind for kind in EventType},
    **{acronym: kind for kind, acronym in ACRONYMS.items()},
    "RVR": EventType.VIOLATION_RESPONSE,
    "CCN-Reply": EventType.CASE_CLOSURE_REPLY,
}
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case as the export tells of it."""

    number: str
    sending: str
    receiving: str
    supervision: str
    ends_on: date | None
    is_indefinite: bool
    is_sex_offender: bool
    has_victims: bool
    has_pending_charge: bool
    opened_on: date | None
    person: Described


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityRow:
    """An activity as the export tells of it."""

    case_number: str
    kind: EventType
    from_state: str
    at: datetime
    content: dict[str, object]
    withdraws: str


def case_row(cells: Cells, *, members: Mapping[str, str], today: date) -> CaseRow:
    """Check the columns of a case."""
    return CaseRow(
        number=required_text(cells, "case_number", at_most=30),
        sending=one_of(cells, "sending_state", members),
        receiving=one_of(cells, "receiving_state", members),
        supervision=one_of(cells, "supervision_type", _supervision()),
        ends_on=day_if_any(cells, "supervision_end_date", today=_LAST_DAY),
        is_indefinite=one_of(cells, "indefinite", _FLAGS),
        is_sex_offender=one_of(cells, "sex_offender", _FLAGS),
        has_victims=one_of(cells, "victim_sensitive", _FLAGS),
        has_pending_charge=one_of(cells, "pending_charge", _FLAGS),
        opened_on=day_if_any(cells, "opened_on", today=today),
        person=Described(
            last_name=required_text(cells, "last_name", at_most=60),
            first_name=text(cells, "first_name", at_most=60),
            birth_date=day_if_any(cells, "birth_date", today=today),
            numbers=tuple(_numbers(cells)),
        ),
    )


def activity_row(cells: Cells) -> ActivityRow:
    """Check the columns of an activity."""
    kind = one_of(cells, "activity", _KINDS)
    details = _details(cells)
    withdraws = details.pop(WITHDRAWS, "") if kind is EventType.WITHDRAW_ACTIVITY else ""
    return ActivityRow(
        case_number=required_text(cells, "case_number", at_most=30),
        kind=kind,
        from_state=required_text(cells, "from_state", at_most=2),
        at=_moment(cells),
        content={name: _value(kind, name, value) for name, value in details.items()},
        withdraws=str(withdraws),
    )


def _supervision() -> dict[str, str]:
    both = {each.value: each.value for each in SupervisionKind}
    return both | {each.label: each.value for each in SupervisionKind}


def _numbers(cells: Cells) -> list[Number]:
    given = (
        ("sid", IdentifierKind.SID, cells["sid_state"]),
        ("fbi_number", IdentifierKind.FBI_UCN, ""),
    )
    found = []
    for column, kind, issuer in given:
        value = text(cells, column, at_most=40)
        if value and not _NUMBER.fullmatch(value):
            raise RowRefusedError(
                "not a number", f"{column} is [{value}]: give capital letters, digits and hyphens"
            )
        if value:
            found.append(Number(kind, issuer, value))
    return found


def _moment(cells: Cells) -> datetime:
    value = required_text(cells, "transmitted_at", at_most=40)
    try:
        # Without an offset it is Eastern time, by which the compact counts.
        moment = eastern_moment(datetime.fromisoformat(value))
    except (ValueError, OverflowError):
        raise RowRefusedError(
            "impossible date", f"transmitted_at is [{value}]: give it as 2026-05-04T09:00"
        ) from None
    if moment > timezone.now():
        raise RowRefusedError("implausible date", f"transmitted_at is [{value}]: in the future")
    return moment


def _details(cells: Cells) -> dict[str, object]:
    given = cells["details"]
    try:
        found = json.loads(given) if given else {}
    except (json.JSONDecodeError, RecursionError):
        found = None
    if not isinstance(found, dict) or not all(
        isinstance(each, str | int | bool) for each in found.values()
    ):
        raise RowRefusedError(
            "details not readable", "details is no JSON object of texts, numbers, true and false"
        )
    return found


def _value(kind: EventType, name: str, value: object) -> object:
    field = form_of(kind).field(name)
    if field is None or not isinstance(value, str):
        return value
    if field.type is ContentType.FLAG and value in _FLAGS:
        return _FLAGS[value]
    if field.type is ContentType.NUMBER and value.isascii() and value.isdecimal():
        return int(value)
    return value
