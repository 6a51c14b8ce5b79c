"""An activity as it is printed: what it says, and its documents, as the viewer may see them."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.dateparse import parse_date

from interstate.models import Activity, Attachment
from interstate.rules.content import ContentType
from interstate.selectors.activity_page import ActivityPage, Said
from interstate.selectors.court_cases import named_for
from offenders.selectors.reading import Reading
from ots.access.fields import Hidden
from supervision.selectors.paper import shown

PICTURES = {"image/png": "png", "image/jpeg": "jpg"}
WITHHELD = "Withheld"
OF_OFFICE = ("Of the office", "Its administrator", "Telephone")


@dataclass(frozen=True, slots=True)
class Packet:
    """What the document says, and the files that lie inside it."""

    data: dict[str, object]
    files: dict[str, bytes]


def packet_of(reading: Reading, activity: Activity, page: ActivityPage) -> Packet:
    """Return the activity with every document that is open to the viewer."""
    now = timezone.localtime()
    person = reading.masked(activity.case.person)
    name = shown(_get(person, "full_name"))
    files = [(_file(place, each), each) for place, each in enumerate(page.documents, start=1)]
    return Packet(
        data={
            "title": page.form.title,
            "subject": f"{shown(_get(person, 'full_name'))}, case {activity.case.number}",
            "made": f"Made {shown(now)}, for {reading.viewer}",
            "facts": [
                ["Name", name],
                ["Born", shown(_get(person, "birth_date"))],
                *([name, shown(value)] for name, value in _facts(reading, page, activity)),
            ],
            "said": [[each.field.label, _words(each)] for each in page.said if _is_told(each)],
            "lead": "Each document lies inside this file, under its name, as it was attached.",
            "documents": [_document(page, file, each) for file, each in files],
            "steps": [_step(each) for each in page.steps],
        },
        files={file: each.stored for file, each in files},
    )


def _facts(reading: Reading, page: ActivityPage, activity: Activity) -> list[tuple[str, object]]:
    case = reading.masked(activity.case)
    office = _get(case, f"{activity.side}_office")
    of_office = ("name", "administrator", "telephone")
    return [
        ("Case", _get(case, "number")),
        ("From", _get(case, "sending")),
        ("To", _get(case, "receiving")),
        ("Kind", f"{page.form.title} {page.form.acronym}".strip()),
        *(
            (label, office if isinstance(office, Hidden) else getattr(office, name))
            for label, name in zip(OF_OFFICE, of_office, strict=True)
        ),
        *(("Court case", each) for each in _court_cases(reading, activity)),
        ("Stands", _get(page.activity, "get_status_display")),
        ("Sent", _get(page.activity, "sent_at")),
    ]


def _court_cases(reading: Reading, activity: Activity) -> tuple[object, ...]:
    named = named_for(reading, activity.case)
    return (named,) if isinstance(named, Hidden) else named


def _is_told(each: Said) -> bool:
    return each.is_withheld or each.value not in (None, "")


def _words(each: Said) -> str:
    if each.is_withheld:
        return WITHHELD
    if isinstance(each.value, bool):
        return "Yes" if each.value else "No"
    text = str(each.value)
    if each.field.type is ContentType.DAY:
        return shown(parse_date(text))
    return text.replace("_", " ").capitalize() if each.field.type is ContentType.CHOICE else text


def _file(place: int, each: Attachment) -> str:
    return f"{place:02d}-{each.label}.{PICTURES.get(each.content_type, 'pdf')}"


def _document(page: ActivityPage, name: str, each: Attachment) -> dict[str, object]:
    field = page.form.field(each.label)
    return {
        "title": field.label if field else each.label,
        "file": name,
        "type": each.content_type,
        "picture": each.content_type in PICTURES,
        "facts": [
            ["Attached as", each.name],
            ["In this file", name],
            ["Added", shown(each.added_at)],
            ["SHA-256", each.digest],
        ],
    }


def _step(row: object) -> list[str]:
    names = ("made_at", "get_move_display", "made_by", "reason")
    made_at, move, made_by, reason = (_get(row, name) for name in names)
    return [shown(made_at), shown(move), f"{shown(made_by)}. {reason or ''}".strip()]


def _get(row: object, name: str) -> object:
    return getattr(row, name)
