"""Reports that list what is owed by a day: of a period with what became of it, or what is open."""

from typing import Final

from django.db.models import Q

from interstate.models import CompactObligation
from interstate.rules.measures import MEASURES
from interstate.rules.vocabulary import WARRANT_KEYS, Key
from interstate.selectors.offices import WHOSE, owed_by
from interstate.selectors.reports.of_cases import BACK, GOING_ON, LEFT_OVER
from interstate.selectors.reports.report import Ask, Column, Listed, ReportAsked, Shown, Source

REPLIES: Final = "Replies and reports, with their limits"
DUE: Final = Column("Due", "due_on", Shown.DAY)
OPEN_DUE: Final = Column("Due", "due_on", Shown.DUE)
SINCE: Final = Column("Since", "started_on", Shown.DAY)
BROUGHT: Final = Column("Brought", "satisfied_on", Shown.DAY)
TAKEN: Final = Column("Days taken", "days_taken")
WHAT: Final = Column("What", "key", Shown.OWED)


def _stands(asked: ReportAsked) -> Q:
    """What nothing made void; owed by the one of whom it is asked."""
    stands = Q(is_void=False)
    return stands & owed_by(asked.offices, asked.whose) if asked.whose in WHOSE else stands


LIMITS: Final = Source(
    model=CompactObligation,
    to_case="case__",
    columns=(
        Column("Person", "case__person__full_name", Shown.PERSON),
        Column("Case", "case__number"),
        Column("From", "case__sending_id"),
        Column("To", "case__receiving_id"),
    ),
    related=("case__person",),
    asks=(Ask.WHOSE, Ask.MEMBER, Ask.DIRECTION, Ask.TRAIT),
    keep=_stands,
)


def _of_a_period(slug: str, title: str, keys: tuple[Key, ...], says: str) -> Listed:
    """What fell due in a period, brought or not."""
    values = [key.value for key in keys]
    return Listed(
        slug=slug,
        title=title,
        group=REPLIES,
        source=LIMITS,
        keep=lambda _: Q(key__in=values),
        dated="due_on",
        order=("due_on", "pk"),
        more=(SINCE, DUE, BROUGHT, TAKEN),
        says=says,
    )


def _open(slug: str, title: str, group: str, keys: tuple[Key, ...], says: str = "") -> Listed:
    """What is owed now."""
    values = [key.value for key in keys]
    return Listed(
        slug=slug,
        title=title,
        group=group,
        source=LIMITS,
        keep=lambda _: Q(key__in=values, satisfied_on__isnull=True),
        order=("due_on", "pk"),
        more=(WHAT, SINCE, OPEN_DUE),
        says=says,
    )


def _came(_: ReportAsked) -> Q:
    return Q(key=Key.NO_SHOW_WITHDRAW.value, satisfied_on__isnull=False)


OF_LIMITS: Final = (
    *(
        _of_a_period(each.slug, each.title, each.keys, each.definition)
        for each in MEASURES.values()
    ),
    _of_a_period(
        "violation-report",
        "Violation reports after discovery",
        (Key.OVR_DUE,),
        "A violation was found that requires retaking: its report was due by the day.",
    ),
    Listed(
        slug="arrival-after-departure",
        title="Arrivals after departure",
        group=GOING_ON,
        source=LIMITS,
        keep=_came,
        dated="satisfied_on",
        order=("-satisfied_on", "pk"),
        more=(
            Column("Departed", "started_on", Shown.DAY),
            Column("Arrival told", "satisfied_on", Shown.DAY),
            Column("Days between", "days_taken"),
        ),
        says="Departures of which an arrival was told in the period.",
    ),
    _open(
        "request-after-instructions",
        "Transfer requests after instructions",
        GOING_ON,
        (Key.TREQ_AFTER_RI,),
        "Instructions were granted; the request for transfer is awaited.",
    ),
    _open(
        "rejected-request-awaited",
        "Rejected there: a new request is awaited",
        LEFT_OVER,
        (Key.RE_TREQ_INCOMPLETE,),
        "The person is there, the request was incomplete.",
    ),
    _open(
        "rejected-return-awaited",
        "Rejected there: the return is awaited",
        LEFT_OVER,
        (Key.RETURN_RFRI_AFTER_REJECT,),
        "The person is there, the transfer was rejected.",
    ),
    _open(
        "retake",
        "Retaking and probable cause",
        BACK,
        (Key.RETAKE, Key.PC_REPORT, Key.PC_DECISION, Key.PC_RETAKE, Key.DISCR_NOTIFY),
    ),
    _open("warrant", "Warrants that are owed", BACK, tuple(sorted(WARRANT_KEYS))),
    _open(
        "return",
        "Returns",
        BACK,
        (Key.RETURN_RFRI_AFTER_RVR, Key.RETURN_RI_REPLY, Key.UNAUTH_RETURN),
    ),
    _open(
        "victim",
        "Victims to be told and heard",
        GOING_ON,
        tuple(key for key in Key if key.startswith("VICTIM_")),
    ),
)
