"""The compact's time limits: each a dated amount with the rule that sets it.

A limit is chosen by the day that starts its clock. What was read in an older snapshot of the rules,
recalled or derived stands as such and waits for a compact office to confirm it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from interstate.rules.vocabulary import Key
from timecomp.engine.calendar import Calendar
from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

V, R, D = Standing.VERIFIED, Standing.RECALLED, Standing.INFERRED
FIRST = date(2014, 3, 1)
TEXT_OF_2022 = date(2022, 4, 1)
TEXT_OF_2026 = date(2026, 4, 1)
OLDER = "Seen in an older snapshot of the rule; confirm that it still reads so."
UNSEEN = "The rule's text was not seen; confirm it with a compact office."


class Unit(StrEnum):
    """What is counted."""

    BUSINESS_DAYS = "business days"
    CALENDAR_DAYS = "calendar days"


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of days of one kind."""

    count: int
    unit: Unit

    def after(self, start: date, calendar: Calendar) -> date:
        """The last day of the limit, the day that starts it being day 0."""
        if self.unit is Unit.BUSINESS_DAYS:
            return calendar.after_business_days(start, self.count)
        return start + timedelta(days=self.count)

    def __str__(self) -> str:
        """The limit in words."""
        return f"{self.count} {self.unit}"


LimitValue = Value[Limit]


def _business(count: int) -> Limit:
    return Limit(count, Unit.BUSINESS_DAYS)


def _days(count: int) -> Limit:
    return Limit(count, Unit.CALENDAR_DAYS)


def _limit(key: str, title: str, *values: LimitValue) -> Parameter[Limit]:
    return parameter(
        f"compact.{key.lower()}", title=title, unit="days", module=__name__, values=values
    )


def _always(
    limit: Limit, rule: str, standing: Standing = V, awaits: str = ""
) -> tuple[LimitValue, ...]:
    return (Value(FIRST, limit, rule, standing, awaits),)


def _warrant(rule: str, standing: Standing = V, awaits: str = "") -> tuple[LimitValue, ...]:
    before = "The limit of 10 business days before April 2022 was told, not read."
    return (
        Value(FIRST, _business(10), rule, standing if awaits else R, awaits or before),
        Value(TEXT_OF_2022, _business(15), rule, standing, awaits),
    )


LIMITS: dict[Key, Parameter[Limit]] = {
    Key.TREP_DUE: _limit(
        Key.TREP_DUE, "Reply to a complete transfer request", *_always(_days(45), "3.104(a)")
    ),
    Key.ACCEPTANCE_VALID: _limit(
        Key.ACCEPTANCE_VALID,
        "Departure after acceptance, before the receiving state may withdraw",
        *_always(_days(120), "3.104-1(d)", R, OLDER),
    ),
    Key.NO_SHOW_WITHDRAW: _limit(
        Key.NO_SHOW_WITHDRAW,
        "Reporting after departure, before the receiving state may withdraw",
        *_always(_business(5), "3.104-1(e)", R, OLDER),
    ),
    Key.NO_SHOW_PRERELEASE: _limit(
        Key.NO_SHOW_PRERELEASE,
        "Reporting after the intended day of departure from an institution",
        *_always(_business(5), "3.105(c)"),
    ),
    Key.RFRI_LIVING_DUE: _limit(
        Key.RFRI_LIVING_DUE,
        "Reporting instructions for a person who lives in the receiving state",
        Value(FIRST, _business(7), "3.103(d)"),
        Value(TEXT_OF_2026, _business(10), "3.103(d)"),
    ),
    Key.RI_REPLY: _limit(
        Key.RI_REPLY,
        "Reply to a request for reporting instructions",
        *_always(_business(2), "3.103(e)"),
    ),
    Key.RI_REPLY_SEX: _limit(
        Key.RI_REPLY_SEX,
        "Reply to a request for reporting instructions of a sex offender",
        Value(FIRST, _business(5), "3.101-3", R, OLDER),
        Value(TEXT_OF_2026, _business(5), "3.103-3"),
    ),
    Key.TREQ_AFTER_RI: _limit(
        Key.TREQ_AFTER_RI,
        "Transfer request after reporting instructions were granted",
        *_always(_business(15), "3.103(f)"),
    ),
    Key.SIGNED_FORMS: _limit(
        Key.SIGNED_FORMS,
        "Signed forms on the receiving state's request",
        *_always(_business(5), "3.103"),
    ),
    Key.RE_TREQ_INCOMPLETE: _limit(
        Key.RE_TREQ_INCOMPLETE,
        "Completed request after a rejection as incomplete, the person being there",
        *_always(_business(15), "3.104(b)", R, UNSEEN),
    ),
    Key.RETURN_RFRI_AFTER_REJECT: _limit(
        Key.RETURN_RFRI_AFTER_REJECT,
        "Request to return a person whose transfer was rejected",
        *_always(_business(7), "4.111"),
    ),
    Key.RETURN_RFRI_AFTER_RVR: _limit(
        Key.RETURN_RFRI_AFTER_RVR,
        "Request to return a person ordered back",
        *_always(_business(7), "5.103(b)"),
    ),
    Key.RETURN_RI_REPLY: _limit(
        Key.RETURN_RI_REPLY,
        "Reply to a request to return to the sending state",
        *_always(_business(2), "4.111"),
    ),
    Key.UNAUTH_RETURN: _limit(
        Key.UNAUTH_RETURN,
        "Ordering back a person found without permission",
        *_always(_business(15), "2.110(a)"),
    ),
    Key.WARRANT_NO_RETURN: _limit(
        Key.WARRANT_NO_RETURN, "Warrant after a failure to appear", *_warrant("5.103(c)")
    ),
    Key.OVR_DUE: _limit(
        Key.OVR_DUE, "Violation report after discovery", *_always(_days(30), "4.109(a)")
    ),
    Key.RVR_DUE: _limit(
        Key.RVR_DUE, "Response to a violation report", *_always(_business(10), "4.109(c)")
    ),
    Key.WARRANT_RETAKE: _limit(
        Key.WARRANT_RETAKE, "Warrant after a report of behavior", *_warrant("5.103(a)")
    ),
    Key.WARRANT_NEW_CRIME: _limit(
        Key.WARRANT_NEW_CRIME, "Warrant after a new conviction", *_warrant("5.102(b)")
    ),
    Key.WARRANT_ABSCOND: _limit(
        Key.WARRANT_ABSCOND,
        "Warrant after a report of absconding",
        *_warrant("5.103-1", R, UNSEEN),
    ),
    Key.RETAKE: _limit(
        Key.RETAKE,
        "Retaking a person held on the sending state's warrant alone",
        Value(FIRST, _days(30), "5.105", R, OLDER),
        Value(TEXT_OF_2026, _days(30), "5.105(c)"),
    ),
    Key.DISCR_NOTIFY: _limit(
        Key.DISCR_NOTIFY,
        "Telling the receiving state of an order to return or a warrant",
        Value(TEXT_OF_2022, _business(15), "5.101", R, OLDER),
    ),
    Key.PC_REPORT: _limit(
        Key.PC_REPORT,
        "Report of a probable cause hearing",
        *_always(_business(10), "5.108(e)", R, OLDER),
    ),
    Key.PC_DECISION: _limit(
        Key.PC_DECISION,
        "Decision to retake after probable cause was found",
        *_always(_business(15), "5.108(f)"),
    ),
    Key.PC_RETAKE: _limit(
        Key.PC_RETAKE, "Retaking after the decision to retake", *_always(_days(30), "5.108(f)")
    ),
    Key.PR_DUE: _limit(Key.PR_DUE, "Progress report on request", *_always(_days(30), "4.106(a)")),
    Key.DOCS_AFTER_ACCEPT: _limit(
        Key.DOCS_AFTER_ACCEPT, "Documents on request", *_always(_days(30), "3.107(c)")
    ),
    Key.CCN_DUE: _limit(
        Key.CCN_DUE,
        "Closure notice after the end of supervision",
        *_always(_business(10), "4.112(c)"),
    ),
    Key.CCN_REPLY: _limit(
        Key.CCN_REPLY, "Reply to a closure notice", *_always(_business(10), "4.112(d)")
    ),
    Key.VICTIM_INITIAL: _limit(
        Key.VICTIM_INITIAL,
        "Beginning to notify victims",
        *_always(_business(1), "3.108-1", R, UNSEEN),
    ),
    Key.VICTIM_INFO_REPLY: _limit(
        Key.VICTIM_INFO_REPLY,
        "Information that victims' notices need",
        *_always(_business(5), "3.108-1", R, UNSEEN),
    ),
    Key.VICTIM_RECEIPT: _limit(
        Key.VICTIM_RECEIPT,
        "A notice is presumed received",
        *_always(_business(5), "3.108(b)"),
    ),
    Key.VICTIM_COMMENT: _limit(
        Key.VICTIM_COMMENT,
        "A victim's comment after receipt",
        Value(FIRST, _business(10), "3.108(b)"),
        Value(date(2020, 4, 1), _business(15), "3.108(b)"),
    ),
    Key.VICTIM_ANSWER: _limit(
        Key.VICTIM_ANSWER, "Answer to a victim's concerns", *_always(_business(5), "3.108(d)")
    ),
    Key.RELEASED_IN_RS_RFRI: _limit(
        Key.RELEASED_IN_RS_RFRI,
        "Reporting instructions for a person released there",
        *_always(_business(2), "3.102(d)", R, UNSEEN),
    ),
}

EXPEDITED_TREQ = _limit(
    "treq_after_expedited_ri",
    "Transfer request after expedited instructions were granted",
    Value(FIRST, _business(7), "3.106(c)"),
    Value(
        TEXT_OF_2026,
        _business(7),
        "3.103-2",
        R,
        "The number of days in the text of April 2026 was not seen; that of 2024 said seven.",
    ),
)
EARLIEST_PRERELEASE = _limit(
    "treq_earliest_prerelease",
    "Earliest transfer request before a planned release",
    *_always(_days(120), "3.105(a)"),
)
REMAINING_SUPERVISION = _limit(
    "remaining_supervision",
    "Supervision that must remain, and be exceeded, at the request",
    *_always(_days(90), "3.101(a)", R, OLDER),
)
RELEASE_AFTER_SENTENCE = _limit(
    "release_after_sentence",
    "Release to supervision still counted with the sentence",
    Value(FIRST, _days(180), "3.103", R, "Jail of six months was told as months."),
    Value(TEXT_OF_2026, _days(90), "3.103(d)"),
)
INCARCERATION_FOR_CLOSURE = _limit(
    "incarceration_for_closure",
    "Incarceration that lets a case be closed",
    *_always(_days(180), "4.112(a)(3)"),
)
CLOSED_STAYS_READABLE = _limit(
    "closed_stays_readable",
    "A closed case stays open to the other state's users",
    Value(
        None,
        _days(180),
        "Default of the office; edit it",
        D,
        "No rule of the compact says how long; the office's own number.",
    ),
)
UNDO_MINUTES = parameter(
    "compact.undo_minutes",
    title="Time in which a withdrawal may be undone",
    unit="minutes",
    module=__name__,
    values=[
        Value(
            None,
            15,
            "Default of the office; edit it",
            Standing.INFERRED,
            "The office's own number.",
        )
    ],
)
