"""What may not be held against a person: information, what was not shown, an unconfirmed test."""

from collections.abc import Iterable, Sequence

from offenders.services.refusals import Objection, refuse_if_any
from supervision.choices.incident import IncidentSource
from supervision.models import Allegation, DrugTest, Incident
from supervision.rules.person_facts import Proof
from supervision.rules.testing import may_sanction
from supervision.selectors.test_facts import facts_of_test, with_results

# An answer of this level is a word: it needs nothing confirmed.
WORD = 0
POSITIVE_CODES = frozenset({"V401", "V402"})
SHOWN = frozenset({Proof.ADMITTED, Proof.PROVED})


def refuse_what_may_not_be_held_against(
    person_id: int, incidents: Sequence[Incident], *, level: int
) -> None:
    """Raise ``RefusedError`` naming each incident that an answer of the level may not rest on."""
    stated = states_of(incidents)
    objections = [_objection(person_id, each, stated.get(each.pk)) for each in incidents]
    if level > WORD:
        objections += _untested(incidents, stated)
        objections += [_told_by_device(each, stated.get(each.pk)) for each in incidents]
    refuse_if_any(each for each in objections if each is not None)


def states_of(incidents: Iterable[Incident]) -> dict[int, Proof]:
    """Return how far each incident is shown; information has no state."""
    rows = Allegation.objects.filter(incident__in=list(incidents), superseded_at=None)
    return {row.incident_id: Proof(row.state) for row in rows}


def _objection(person_id: int, incident: Incident, state: Proof | None) -> Objection | None:
    if incident.person_id != person_id:
        return Objection("incidents", "One of the violations is another person's: choose again.")
    if state is None:
        return Objection(
            "incidents", f"[{incident.code_id}] is information and no violation: leave it out."
        )
    if not state.stands:
        return Objection(
            "incidents",
            f"[{incident.code_id}] is {state.replace('_', ' ')}: it cannot be answered.",
        )
    return None


def _told_by_device(incident: Incident, state: Proof | None) -> Objection | None:
    """Object to what a monitoring company alone tells: its alerts are evidence to look at."""
    if incident.informant != IncidentSource.EM_VENDOR or state in SHOWN:
        return None
    return Objection(
        "incidents",
        f"[{incident.code_id}] is an alert of a device: look at it and state that it was admitted"
        " or proved. Until then nothing above a verbal response.",
    )


def _untested(incidents: Sequence[Incident], stated: dict[int, Proof]) -> list[Objection | None]:
    """Object to positives that no laboratory confirmed and nobody admitted."""
    numbers = [each.drug_test_id for each in incidents if each.drug_test_id is not None]
    tests = {each.pk: each for each in with_results(DrugTest.objects.filter(pk__in=numbers))}
    return [
        Objection("incidents", f"[{each.code_id}] {_why_not(tests.get(each.drug_test_id or 0))}")
        for each in incidents
        if stated.get(each.pk) not in SHOWN
        and _rests_on_test(each)
        and _why_not(tests.get(each.drug_test_id or 0))
    ]


def _rests_on_test(incident: Incident) -> bool:
    return incident.drug_test_id is not None or incident.code_id in POSITIVE_CODES


def _why_not(test: DrugTest | None) -> str:
    if test is None:
        return (
            "names no confirmed test: report it from the test, or state that the person"
            " admitted it. Until then nothing above a verbal response."
        )
    ruling = may_sanction(facts_of_test(test))
    return "" if ruling.is_allowed else ruling.reason
