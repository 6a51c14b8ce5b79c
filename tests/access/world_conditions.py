"""What the world of tests needs to know of conditions, zones and cases offered."""

from datetime import date

from supervision.choices.condition import TemplateKind
from supervision.models import CaseOffer, Condition, ConditionTemplate, ConditionTerms, Zone
from tests import factories

# A circle has a middle, and days of the week have three letters.
GIVEN: dict[str, object] = {
    "supervision.Zone.points": [[42.7325, -84.5555]],
    "supervision.Zone.buffer_m": 100.0,
    "supervision.Zone.days": ["Mon"],
    "supervision.CaseOffer.state": "declined",
}


def template(mark: str) -> ConditionTemplate:
    """Return a template that carries the mark as its name: it is nobody's."""
    number = ConditionTemplate.objects.count()
    return ConditionTemplate.objects.create(
        code=f"ZZ{number // 90}-{10 + number % 90}",
        title=mark,
        wording="A condition.",
        kind=TemplateKind.SPECIAL,
        group="special",
        asks_zone=True,
        since=date(2003, 1, 1),
        citation="Tests",
        standing="inferred",
    )


NAMED = {ConditionTemplate: template}


def open_conditions(world) -> None:
    """Record terms that bind now, terms that wait, and a zone that holds."""
    over = {"ended_on": None, "ended_as": ""}
    world.record(ConditionTerms, **over)
    world.record(ConditionTerms, **over, effective_on=None, noticed_on=None, asks_notice=True)
    world.record(Zone, ended_on=None)


def condition_values(world) -> dict[str, object]:
    """Return what fills the parts of addresses of conditions."""
    return {
        "condition": world.row(Condition).pk,
        "template": template("x").pk,
        "zone": Zone.objects.filter(ended_on=None).latest("pk").pk,
        "offer": _offer_to_lansing(world).pk,
    }


def _offer_to_lansing(world) -> CaseOffer:
    """Return the open offer of the case to the office that Sam supervises."""
    found = CaseOffer.objects.filter(state="open").first()
    answered = {"answered_by": None, "answered_on": None}
    return found or world.record(CaseOffer, state="open", to_office=factories.office(), **answered)
