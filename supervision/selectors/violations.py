"""A person's incidents, how far each is shown and what was answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import PurePath
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils import timezone

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.choices.incident import Aggravator, Mitigator
from supervision.models import Allegation, Incentive, Incident, Response, ResponseStep
from supervision.rules.confinement import Asked, Limit, limit_for
from supervision.rules.grid import LEVELS
from supervision.rules.person_facts import PersonFacts
from supervision.rules.policy import RATIO_AIM, RATIO_BACK
from supervision.rules.standing import to_confirm
from supervision.rules.technical import Case, Nature, Verdict
from supervision.selectors.grid import Presumed, column_for, presumed_for
from supervision.selectors.person_facts import facts_of
from supervision.selectors.technical import case_of, verdicts_on

CONTENT_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".pdf": "application/pdf"}
NOT_A_VIOLATION = "Information, no violation"


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident as a list shows it."""

    number: int
    code: str
    title: str
    severity: int
    legal_type: str
    occurred_at: datetime
    discovered_at: datetime
    episode: UUID
    state: str
    is_held_against: bool
    is_answered: bool
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """One incident with all that an answer to it hangs on."""

    line: IncidentLine
    recorded_at: datetime | None
    notes: str
    informant: str
    conditions: tuple[str, ...]
    weighs_more: tuple[str, ...]
    weighs_less: tuple[str, ...]
    evidence: tuple[tuple[int, str], ...]
    states: tuple[tuple[date, str, str], ...]
    verdict: Verdict
    presumed: Presumed | None
    presumed_words: str
    column: str
    limit: Limit

    @property
    def is_technical(self) -> bool:
        """Say whether it is a technical violation."""
        return self.verdict.nature is Nature.TECHNICAL


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file as it was taken in."""

    content: bytes
    content_type: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """Incentives given for each answer to a violation, of late."""

    incentives: int
    sanctions: int
    days: int
    # How many incentives to one sanction policy aims at, in words with how sure that is.
    aim: str

    @property
    def title(self) -> str:
        """Return what the ratio is of, with its days."""
        return f"Incentives to sanctions, {self.days} days"

    @property
    def words(self) -> str:
        """Return the ratio as people say it."""
        if not self.sanctions:
            return f"{self.incentives} to none"
        return f"{self.incentives / self.sanctions:.1f} : 1"


def incidents_of(reading: Reading, person_id: int) -> QuerySet[Incident, Incident]:
    """Return the person's incidents, the newest first; none for who may not see them."""
    if not reading.sees(Incident, "code"):
        return Incident.objects.none()
    rows = in_scope(reading.viewer, Incident.objects.all(), person="person")
    standing = Allegation.objects.filter(superseded_at=None)
    answers = Response.objects.filter(superseded_at=None).select_related("kind")
    return (
        rows.filter(person_id=person_id, superseded_at=None)
        .select_related("code", "period")
        .prefetch_related(
            Prefetch("allegations", standing, to_attr="standing_allegations"),
            Prefetch("responses", answers.prefetch_related("steps"), to_attr="standing_responses"),
        )
    )


def lines_of_incidents(rows: Iterable[Incident]) -> list[IncidentLine]:
    """Return the incidents as a list shows them."""
    return [_line(row) for row in rows]


def incident_for(reading: Reading, person_id: int, incident_id: int) -> Incident:
    """Return one incident of the person; 404 where the viewer has none such."""
    row = incidents_of(reading, person_id).filter(pk=incident_id).first()
    if row is None:
        raise Http404("No such incident.")
    return row


def newest_held_against(reading: Reading, person_id: int) -> list[Incident]:
    """Return the newest incident that is held against the person; none where none is."""
    rows = incidents_of(reading, person_id).filter(
        allegations__superseded_at=None, allegations__state__in=["alleged", "admitted", "proved"]
    )
    return list(rows.prefetch_related(None)[:1])


def incident_page(reading: Reading, incident: Incident) -> IncidentPage:
    """Return all about one incident: the law, the grid, the limit, its history."""
    today = timezone.localdate()
    facts = facts_of(incident.person_id, today)
    case = case_of(incident.person_id, facts.supervision.kind)
    verdict = verdicts_on([incident], case)
    found = verdict[incident.pk]
    presumed = presumed_for([incident], level=facts.supervision.level, day=today)
    return IncidentPage(
        line=_line(incident),
        recorded_at=incident.recorded_at if reading.sees(Incident, "recorded_at") else None,
        notes=incident.notes,
        informant=incident.get_informant_display(),
        conditions=tuple(incident.conditions),
        weighs_more=tuple(Aggravator(each).label for each in incident.aggravators),
        weighs_less=tuple(Mitigator(each).label for each in incident.mitigators),
        evidence=tuple(incident.evidence.filter(superseded_at=None).values_list("pk", "title")),
        states=_states(reading, incident),
        verdict=found,
        presumed=presumed,
        presumed_words=LEVELS[presumed.level] if presumed else "",
        column=column_for(facts.supervision.level).value,
        limit=_limit(facts, found, case),
    )


def evidence_of(
    reading: Reading, person_id: int, incident_id: int, evidence_id: int
) -> EvidenceFile:
    """Return a file kept with an incident of the person; 404 where the viewer has none such."""
    incident = incident_for(reading, person_id, incident_id)
    row = incident.evidence.filter(pk=evidence_id, superseded_at=None).first()
    content_type = CONTENT_TYPES.get(PurePath(row.file.name).suffix) if row else None
    if row is None or content_type is None:
        raise Http404("No such evidence.")
    with row.file.open("rb") as file:
        return EvidenceFile(file.read(), content_type)


def ratio_of(reading: Reading, person_id: int, *, today: date) -> Ratio:
    """Return incentives against sanctions lately: two queries."""
    days, target = RATIO_BACK.on(today).amount, RATIO_AIM.on(today)
    aim = f"aim: {target.amount} : 1{to_confirm(target.standing)}"
    if not reading.sees(Incentive, "kind"):
        return Ratio(0, 0, days, aim)
    since = today - timedelta(days=days)
    given = Incentive.objects.filter(person_id=person_id, superseded_at=None, given_on__gt=since)
    answered = Response.objects.filter(
        person_id=person_id, superseded_at=None, effective_on__gt=since
    ).exclude(steps__move__in=["refused", "withdrawn"])
    return Ratio(given.count(), answered.count(), days, aim)


def _limit(facts: PersonFacts, verdict: Verdict, case: Case) -> Limit:
    is_technical = verdict.nature is Nature.TECHNICAL
    asked = Asked(
        0,
        is_technical,
        is_left_out=case.is_left_out,
        is_swift_and_sure=case.is_swift_and_sure,
    )
    return limit_for(facts, asked)


def _states(reading: Reading, incident: Incident) -> tuple[tuple[date, str, str], ...]:
    rows = incident.allegations.order_by("pk")
    shows_why = reading.sees(Allegation, "reason")
    return tuple(
        (each.stated_on, each.get_state_display(), each.reason if shows_why else "")
        for each in rows
    )


def _line(row: Incident) -> IncidentLine:
    allegations: list[Allegation] = getattr(row, "standing_allegations", [])
    responses: list[Response] = getattr(row, "standing_responses", [])
    state = allegations[0].get_state_display() if allegations else NOT_A_VIOLATION
    standing = [each for each in responses if _last_move(each) not in {"refused", "withdrawn"}]
    return IncidentLine(
        number=row.pk,
        code=row.code_id,
        title=row.code.title,
        severity=row.severity,
        legal_type=row.get_legal_type_display(),
        occurred_at=row.occurred_at,
        discovered_at=row.discovered_at,
        episode=row.episode,
        state=state,
        is_held_against=bool(allegations)
        and allegations[0].state not in {"not_proved", "withdrawn"},
        is_answered=bool(standing),
        answers=tuple(f"{each.kind.title}: {where_it_stands(each)}" for each in responses),
    )


def where_it_stands(response: Response) -> str:
    """Say in words where an answer stands; its steps were read with it."""
    steps = _standing_steps(response)
    if not steps:
        return "waits for approval" if response.needs_approval else "in force"
    last = steps[-1]
    return "approved, in force" if last.move == "approved" else last.get_move_display().lower()


def _last_move(response: Response) -> str:
    steps = _standing_steps(response)
    return steps[-1].move if steps else ""


def _standing_steps(response: Response) -> list[ResponseStep]:
    return [each for each in response.steps.all() if each.superseded_at is None]
