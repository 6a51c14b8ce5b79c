"""What a packet for a court or the board is given: plain values, as the viewer may see them."""

from datetime import datetime

from django.utils import timezone

from offenders.selectors.reading import Reading
from ots.access.exports import notice_for
from supervision.models import Response
from supervision.selectors.proceedings import CountLine, ProceedingPage
from supervision.selectors.violations import where_it_stands

RESPONSES_SHOWN = 20
NOTHING = "Nothing was entered."

Json = dict[str, object]


def packet(
    reading: Reading, sheet: ProceedingPage, *, name: str, person_id: int, at: datetime
) -> Json:
    """Return the data of the packet: report, counts, what was tried, steps and time limits.

    The escalation index and scores of risk are no part of it.
    """
    subject = f"{name}, No. {person_id}"
    report = sheet.report
    return {
        "title": f"{sheet.kind} violation report",
        "subject": subject,
        "foot": _foot(reading, at),
        "facts": [
            ["Person", subject],
            ["Stands", sheet.words],
            ["Asks for", sheet.route],
            ["Has to act", sheet.ball],
        ],
        "counts": [_count(each) for each in sheet.counts],
        "texts": [
            ["What led to this", report.what_led or NOTHING],
            ["Response to supervision so far", report.response_so_far or NOTHING],
            ["How the alternatives went", report.alternatives_note or NOTHING],
            ["Recommendation", report.recommendation or NOTHING],
        ],
        "alternatives": list(sheet.alternatives),
        "answers": _answers(person_id),
        "vulnerabilities": list(sheet.vulnerabilities),
        "steps": [[_moment(each.at), each.title, each.note or each.by] for each in sheet.steps],
        "clocks": [
            [
                each.rule.title,
                _moment(each.due_at),
                each.state.value,
                f"{each.citation} ({each.standing.value})",
            ]
            for each in sheet.clocks
        ],
    }


def _count(line: CountLine) -> Json:
    return {
        "title": f"{line.code} {line.title}",
        "facts": [
            ["Happened", _moment(line.occurred_at)],
            ["In law", line.verdict.why],
            ["Conditions", "; ".join(line.conditions) or "None named"],
            ["Finding", line.finding or "None yet"],
        ],
        "notes": line.notes or NOTHING,
    }


def _answers(person_id: int) -> list[list[str]]:
    rows = Response.objects.filter(person_id=person_id, superseded_at=None)
    read = rows.select_related("kind").prefetch_related("steps")[:RESPONSES_SHOWN]
    return [[f"{row.effective_on:%b %d, %Y}", row.kind.title, where_it_stands(row)] for row in read]


def _foot(reading: Reading, at: datetime) -> str:
    made = f"Printed {_moment(at)}"
    notice = notice_for(reading.seen.categories)
    return f"{made}. {notice}" if notice else made


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%b %d, %Y %H:%M}"
