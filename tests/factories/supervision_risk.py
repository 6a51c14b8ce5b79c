"""Assessments, recorded as the services record them."""

from collections.abc import Mapping
from datetime import date

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for
from supervision.choices.risk import Occasion
from supervision.models import Scoring
from supervision.rules.instruments.catalogue import INSTRUMENTS
from supervision.rules.instruments.form import Value
from supervision.services.scoring import ScoringEntry, record_scoring

SCORED_ON = date(2026, 5, 4)
# Six points of fourteen: level 3.
VPRAI: Mapping[str, Value] = {
    "active_supervision": True,
    "felony_drug_theft_fraud": False,
    "pending_charge": True,
    "criminal_history": True,
    "failures_to_appear": 0,
    "violent_convictions": 0,
    "unemployed": False,
    "drug_abuse": False,
}


def first_answers(instrument: str) -> dict[str, Value]:
    """Return the first answer that each item allows."""
    return {each.name: each.every_value()[0] for each in INSTRUMENTS[instrument].items}


def scoring(
    by: User,
    person: Person,
    *,
    instrument: str = "vprai_r",
    answers: Mapping[str, Value] = VPRAI,
    scored_on: date = SCORED_ON,
) -> Scoring:
    """Assess the person."""
    entry = ScoringEntry(
        instrument=instrument,
        occasion=Occasion.REASSESSMENT,
        scored_on=scored_on,
        answers=answers,
    )
    return record_scoring(viewer_for(by), person.pk, entry)
