"""What stands on printed documents, as the viewer may see it."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone

from offenders.models import CourtCase, Identifier, PhysicalDescription
from offenders.selectors.people import person_header
from offenders.selectors.reading import Reading
from ots.access.fields import Hidden
from ots.core.templatetags.show import written_days
from supervision.choices.recommendation import Body, RecommendationKind
from supervision.rules.eligibility.parameters import OBJECTION_DAYS
from supervision.rules.traveling import REPORT
from supervision.selectors.absconding import search_of
from supervision.selectors.recommendations import RecommendationShown
from supervision.selectors.travel import Request

NONE = "none"
WITHHELD = "withheld"
TITLES = {
    RecommendationKind.EARLY_DISCHARGE: "Notice that early discharge may be due",
    RecommendationKind.DISCHARGE: "Request to discharge at the end of the term",
    RecommendationKind.DOWNGRADE: "Recommendation of a lower level of supervision",
    RecommendationKind.MODIFIED_CONDITIONS: "Request to change conditions",
    RecommendationKind.EXTENSION: "Request to extend the term",
    RecommendationKind.CUSTODY: "Recommendation of custody",
}


def shown(value: object) -> str:
    """Return the value as a document prints it."""
    if isinstance(value, Hidden):
        return WITHHELD
    if isinstance(value, datetime):
        local = timezone.localtime(value)
        return f"{local:%B} {local.day}, {local.year} {local:%H:%M}"
    if isinstance(value, date):
        return f"{value:%B} {value.day}, {value.year}"
    return str(value) if value not in (None, "") else NONE


def recommendation_paper(
    reading: Reading, person_id: int, found: RecommendationShown
) -> dict[str, object]:
    """Return the letter of a recommendation."""
    row = found.row
    kind = RecommendationKind(str(_get(row, "kind")))
    person = person_header(reading, person_id, today=timezone.localdate()).person
    rows = [
        ("Name", _get(person, "full_name")),
        ("Born", _get(person, "birth_date")),
        ("Court cases", ", ".join(_dockets(reading, person_id))),
        ("Term", _get(row, "get_supervision_type_display")),
        ("To be decided by", _get(row, "get_body_display")),
        ("Eligible since", _get(row, "eligible_since")),
        ("Term to end", _get(row, "ends_before")),
        ("Prepared", _get(row, "prepared_on")),
        ("Stands", _get(row, "get_state_display")),
    ]
    return {
        **_frame(reading, person_id, TITLES[kind]),
        "facts": [[name, shown(value)] for name, value in rows],
        "asked": _asked(row, kind),
        "why": shown(_get(row, "why")),
        "changes": "" if not _get(row, "changes") else shown(_get(row, "changes")),
        "criteria": [
            {
                "asks": each.asks,
                "fact": written_days(each.fact),
                "met": "yes" if each.met else "no",
            }
            for each in found.facts
        ],
        "notes": _notes(kind, str(_get(row, "body"))),
        "signers": ["Agent", "Supervisor", "Judge or board"],
    }


def permit_paper(reading: Reading, person_id: int, found: Request) -> dict[str, object]:
    """Return the permit that the person carries."""
    permit = found.permit
    rows = [
        ("To", f"{shown(_get(permit, 'place'))}, {shown(_get(permit, 'state'))}"),
        ("Address there", _get(permit, "address")),
        ("Telephone there", _get(permit, "phone")),
        ("Leaves on", _get(permit, "departs_on")),
        ("Back on", _get(permit, "returns_on")),
        ("What for", _get(permit, "purpose")),
        ("How", _get(permit, "get_transport_display")),
    ]
    days = REPORT.on(timezone.localdate()).amount
    conditions = [
        "Carry this permit and show it to any police officer who asks.",
        "Obey the law of the place. Every condition of your supervision goes on.",
        f"Report to your agent within {days} day after you are back.",
    ]
    if _get(permit, "conditions"):
        conditions.append(shown(_get(permit, "conditions")))
    return {
        **_frame(reading, person_id, "Permit to travel"),
        "lead": "The person named above may travel as written here, and not otherwise.",
        "facts": [[name, shown(value)] for name, value in rows],
        "conditions": conditions,
        "contact": "Call your agent's office before anything of this changes.",
    }


def police_paper(reading: Reading, person_id: int, *, today: date) -> dict[str, object]:
    """Return what helps the police to find the person: nothing of a victim."""
    search = search_of(reading, person_id, today=today)
    header = person_header(reading, person_id, today=today)
    person, episode = header.person, search.episode
    caution = shown(_get(episode, "cautions")) if episode else NONE
    rows = [
        ("Name", _get(person, "full_name")),
        ("Born", _get(person, "birth_date")),
        ("Sex", _get(person, "get_sex_display")),
        ("Race", _get(person, "get_race_display")),
        ("Out of touch since", _get(episode, "began_on") if episode else None),
        ("Days", search.days),
        ("Agent", _get(person, "agent")),
        ("Office", _get(person, "office")),
    ]
    warrant = ("number", "issued_on", "extradition")
    attempt = ("made_at", "get_method_display", "get_result_display")
    parts = [
        ("Warrants", [_line(each, *warrant) for each in search.warrants]),
        ("What the person looks like", _looks(reading, person_id)),
        ("Numbers", _numbers(reading, person_id)),
        ("Vehicles", [shown(_get(episode, "vehicles"))] if episode else []),
        ("Addresses, the newest first", [_address(each) for each in search.addresses]),
        ("Attempts so far", [_line(each, *attempt) for each in search.attempts]),
    ]
    return {
        **_frame(reading, person_id, "To find a person: for the police"),
        "caution": f"Caution: {caution}. Confirm the warrant before you act on this paper.",
        "facts": [[name, shown(value)] for name, value in rows],
        "parts": [{"title": title, "lines": lines} for title, lines in parts],
    }


def _frame(reading: Reading, person_id: int, title: str) -> dict[str, object]:
    now = timezone.localtime()
    person = person_header(reading, person_id, today=now.date()).person
    return {
        "title": title,
        "subject": f"{shown(_get(person, 'full_name'))}, number {person_id}",
        "made": f"Made {now:%B} {now.day}, {now.year}, for {reading.viewer}",
    }


def _asked(row: object, kind: RecommendationKind) -> str:
    if kind is RecommendationKind.DOWNGRADE:
        return f"Supervision at the level {shown(_get(row, 'get_level_display')).lower()}."
    if kind is RecommendationKind.EXTENSION:
        before, after = shown(_get(row, "ends_before")), shown(_get(row, "ends_after"))
        return f"That the term end on {after} instead of {before}."
    return f"{kind.label}."


def _notes(kind: RecommendationKind, body: str) -> list[str]:
    if kind is not RecommendationKind.EARLY_DISCHARGE or body != Body.COURT:
        return ["Copies go to whom the law names; victims are told by victim services."]
    days = OBJECTION_DAYS.on(timezone.localdate())
    return [
        f"The prosecuting attorney may object in writing within {days.amount} days of service "
        f"({days.citation}).",
        "What the person is unable to pay is no bar; restitution owed is to be weighed.",
        "Victims are told by victim services before the discharge is carried out.",
    ]


def _dockets(reading: Reading, person_id: int) -> list[str]:
    if not reading.sees(CourtCase, "docket_number"):
        return []
    rows = CourtCase.objects.filter(person=person_id).order_by("filed_on", "pk")
    return [row.docket_number for row in rows]


def _looks(reading: Reading, person_id: int) -> list[str]:
    if not reading.sees(PhysicalDescription, "height_inches"):
        return []
    row = PhysicalDescription.objects.filter(person=person_id, superseded_at=None).first()
    if row is None:
        return []
    masked = reading.masked(row)
    names = ("height_inches", "weight_pounds", "eyes", "hair", "marks")
    words = ("Height in inches", "Weight in pounds", "Eyes", "Hair", "Marks")
    return [f"{word}: {shown(_get(masked, name))}" for word, name in zip(words, names, strict=True)]


def _numbers(reading: Reading, person_id: int) -> list[str]:
    if not reading.sees(Identifier, "value"):
        return []
    rows = Identifier.objects.filter(person=person_id, superseded_at=None)
    return [_line(reading.masked(each), "get_kind_display", "value") for each in rows]


def _address(row: object) -> str:
    return _line(row, "street", "unit", "city", "state", "began_on")


def _line(row: object, *names: str) -> str:
    values: Iterable[object] = (_get(row, name) for name in names)
    return ", ".join(shown(each) for each in values if each not in (None, ""))


def _get(row: object, name: str) -> object:
    return getattr(row, name)
