"""Conditions, a zone of one of them, and the case offered to another office."""

from datetime import date, timedelta

from django.utils import timezone

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for
from ots.exchange.demo.conditions import SPECIAL
from supervision.choices.condition import Imposer, NoticeManner
from supervision.choices.transfer import TransferReason
from supervision.models import ConditionTerms
from supervision.services.conditions.imposing import amend_condition
from supervision.services.conditions.notice import Notice, record_notice
from supervision.services.conditions.zones import ZoneEntry, draw_zone
from supervision.services.offers import OfferEntry, offer_case
from tests import factories
from tests.factories.supervision_conditions import entry, impose, template


def conditioned(cast: dict[str, User], person: Person) -> dict[str, object]:
    """Record them; return what fills the parts of the pages' addresses."""
    agent, today = cast["olivia"], timezone.localdate()
    ordered_on = today - timedelta(days=90)
    kept_out = _impose(agent, person, "GEO-01", ordered_on)
    tested = _impose(agent, person, "SUB-03", ordered_on)
    told = Notice(given_on=ordered_on, manner=NoticeManner.SIGNED)
    record_notice(viewer_for(agent), [kept_out.condition, tested.condition], told)
    later = today - timedelta(days=10)
    weekly = {**SPECIAL["SUB-03"], "how_often": {"times": 1, "per": 1, "unit": "week"}}
    order = entry(imposed_by=Imposer.BOARD, ordered_on=later, ordered_for=later, answers=weekly)
    amend_condition(viewer_for(agent), tested.condition, order)
    circle = ZoneEntry(
        label="Grand Avenue",
        kind="exclusion",
        shape="circle",
        points=[(42.729, -84.548)],
        buffer_m=305.0,
        began_on=ordered_on,
    )
    return {
        "condition": kept_out.condition.pk,
        "template": template("CUR-01").pk,
        "zone": draw_zone(viewer_for(agent), kept_out.condition, circle).pk,
        "offer": _offered(cast, person),
    }


def _impose(agent: User, person: Person, code: str, ordered_on: date) -> ConditionTerms:
    return impose(
        agent,
        person,
        code,
        answers=SPECIAL[code],
        imposed_by=Imposer.BOARD,
        ordered_on=ordered_on,
        ordered_for=ordered_on,
    )


def _offered(cast: dict[str, User], person: Person) -> int:
    """Offer the case to an office with a supervisor of its own, who answers."""
    office = factories.office("Grand Rapids Parole")
    cast["sue"] = factories.user("Sue", role="Supervisor", office=office)
    factories.give_office(cast["sue"], office)
    offered = OfferEntry(
        to_office=office, why=TransferReason.MOVED, handover="Reports on Tuesdays; a new lease."
    )
    return offer_case(viewer_for(cast["sam"]), person.pk, offered).pk
