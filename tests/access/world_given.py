"""What stands in the world of marks where a constraint or a page asks for more than a mark."""

from offenders.models import Charge, ChargeParticulars, Sentence, SentenceTerms
from supervision.choices.period import SupervisionType
from tests.access import world_conditions, world_contacts, world_services, world_violations

# What stands in a field instead of a mark, because a constraint or a page needs it.
GIVEN: dict[str, object] = {
    **world_services.GIVEN,
    **world_violations.GIVEN,
    "offenders.ChargeParticulars.offense_code": "750.529",
    "offenders.Identifier.kind": "mdoc",
    "offenders.JudgmentOfSentence.kind": "original",
    # What closes or seals the record would hide the rest.
    "offenders.PersonClosure.kind": "lifted",
    "offenders.SealOrder.action": "unseal",
    "offenders.PersonName.kind": "legal",
    "offenders.Sentence.label": "A",
    "offenders.SentenceTerms.maximum_years": 15,
    "offenders.SentenceTerms.minimum_years": 2,
    # A vacated sentence would hide the rest.
    "offenders.SentenceTerms.vacated_on": None,
    "offenders.Statute.mcl": "750.529",
    "offenders.Warrant.status": "active",
    **world_conditions.GIVEN,
    **world_contacts.GIVEN,
    "supervision.RiskAssessment.instrument": "COMPAS",
    # What is excused is closed.
    "supervision.Obligation.excuse": "",
    "supervision.RiskAssessment.score": 7,
    # An instrument that is known, and an override that waits.
    "supervision.Scoring.instrument": "psa",
    "supervision.Scoring.version": "2018",
    "supervision.ScoringOverride.decided_on": None,
    "supervision.PlanState.closed_on": None,
    # A permit is printed once it is granted.
    "supervision.TravelPermit.status": "granted",
    "timecomp.ClerkDecision.kind": "override",
}

# A second period of one type may not overlap the first.
UNLIKE_THE_OTHER = {"supervision_type": SupervisionType.values[1]}


def other_sentence(world) -> Sentence:
    """Return a second sentence, for no sentence follows itself."""
    charge = world.record(Charge, count_number=2)
    second = world.record(Sentence, charge=charge, label="B")
    world.record(ChargeParticulars, charge=charge)
    world.record(SentenceTerms, sentence=second)
    return second


MADE = {"offenders.ConsecutiveLink.after": other_sentence}
