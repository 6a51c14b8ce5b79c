"""An assessment, an override that waits, and a case plan, for looking at their pages."""

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for
from ots.exchange.demo.risk import write_plan
from supervision.choices.risk import OverrideReason
from supervision.services.overrides import OverrideEntry, ask_override
from tests.factories.supervision_risk import SCORED_ON, scoring


def assessed(agent: User, person: Person) -> dict[str, object]:
    """Record them; return what fills the parts of the pages' addresses."""
    made = scoring(agent, person)
    entry = OverrideEntry(
        to_level="4", reason_code=OverrideReason.VICTIM_SAFETY, explanation="Threats in two letters"
    )
    asked = ask_override(viewer_for(agent), person.pk, made.pk, entry, today=SCORED_ON)
    write_plan(agent, made)
    return {
        "instrument": "vprai_r",
        "scoring": made.pk,
        "override": asked.pk,
        "goal": 1,
        "step": 1,
    }
