"""Zones of a condition, and cases offered between offices."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from offenders.selectors.reading import Reading
from offenders.services.refusals import RefusedError
from ots.access.scopes import decide, reaches
from ots.access.viewer import NotAllowedError, viewer_for
from supervision.models import Assignment, CaseOffer, Zone
from supervision.rules.conditions.zones import Place
from supervision.selectors.zone_map import map_of, where_is, zones_of
from supervision.services.conditions.ending import Change, end_condition
from supervision.services.conditions.zones import ZoneEntry, draw_zone, end_zone
from supervision.services.offers import OfferEntry, accept_case, decline_case, offer_case
from tests import factories
from tests.factories.supervision_conditions import ORDERED, impose

HOME = (42.729, -84.548)
NEAR, FAR = Place(42.7291, -84.5481), Place(42.8, -84.5)
NOON = datetime(2026, 3, 2, 12)


def drawn(**values):
    given = {
        "label": "Grand Avenue",
        "kind": "exclusion",
        "shape": "circle",
        "points": [HOME],
        "buffer_m": 305.0,
        "began_on": ORDERED,
    }
    return ZoneEntry(**{**given, **values})


@pytest.fixture
def keep_out(olivia, dana):
    return impose(olivia, dana, "GEO-01", answers={"area": "Grand Avenue"}).condition


def test_a_place_in_the_zone_does_not_keep_to_it(olivia, dana, keep_out):
    draw_zone(viewer_for(olivia), keep_out, drawn())
    reading = Reading(viewer_for(olivia))
    answers = where_is(reading, zones_of(reading, dana.pk), NEAR, at=NOON)
    assert [(each.is_inside, each.is_kept) for each in answers] == [(True, False)]


def test_a_place_outside_the_zone_keeps_to_it(olivia, dana, keep_out):
    draw_zone(viewer_for(olivia), keep_out, drawn())
    reading = Reading(viewer_for(olivia))
    (answer,) = where_is(reading, zones_of(reading, dana.pk), FAR, at=NOON)
    assert answer.is_kept


def test_a_zone_of_the_night_does_not_hold_at_noon(olivia, dana, keep_out):
    hours = {
        "from_time": datetime(2026, 1, 1, 21).time(),
        "until_time": datetime(2026, 1, 1, 6).time(),
    }
    draw_zone(viewer_for(olivia), keep_out, drawn(**hours))
    reading = Reading(viewer_for(olivia))
    (answer,) = where_is(reading, zones_of(reading, dana.pk), NEAR, at=NOON)
    assert not answer.holds_now


def test_a_shape_that_cannot_stand_is_refused_at_its_points(olivia, keep_out):
    with pytest.raises(RefusedError) as refusal:
        draw_zone(viewer_for(olivia), keep_out, drawn(shape="polygon"))
    assert refusal.value.objections[0].field == "points"


def test_a_condition_of_no_place_has_no_zone(olivia, dana):
    no_alcohol = impose(olivia, dana, "SUB-01").condition
    with pytest.raises(RefusedError, match="has no zone"):
        draw_zone(viewer_for(olivia), no_alcohol, drawn())


def at_work_on(user, person):
    """As on a page about the person: a task opens what is bound to one."""
    viewer = viewer_for(user)
    return viewer.looking_at(person.pk, decide(viewer, person.pk).opened)


def test_where_a_victim_is_stays_with_those_who_see_victims(olivia, paula, dana, keep_out):
    draw_zone(at_work_on(olivia, dana), keep_out, drawn(is_victim_related=True))
    assert zones_of(Reading(viewer_for(paula)), dana.pk) == []


def test_another_zone_is_seen_by_the_police(olivia, paula, dana, keep_out):
    draw_zone(viewer_for(olivia), keep_out, drawn())
    assert len(zones_of(Reading(viewer_for(paula)), dana.pk)) == 1


def test_a_zone_ends_with_its_condition(olivia, keep_out):
    draw_zone(viewer_for(olivia), keep_out, drawn())
    change = Change(on=date(2026, 2, 1), reason="Order of February 1")
    end_condition(viewer_for(olivia), keep_out, change, ended_as="removed")
    assert Zone.objects.get(superseded_at=None).ended_on == date(2026, 2, 1)


def test_a_zone_cannot_end_before_it_began(olivia, keep_out):
    zone = draw_zone(viewer_for(olivia), keep_out, drawn())
    with pytest.raises(RefusedError, match="later one"):
        end_zone(viewer_for(olivia), zone, ended_on=date(2025, 1, 1), reason="Moved")


def test_the_sheet_holds_the_whole_zone(olivia, dana, keep_out):
    draw_zone(viewer_for(olivia), keep_out, drawn())
    reading = Reading(viewer_for(olivia))
    drawing = map_of([reading.masked(zone) for zone in zones_of(reading, dana.pk)])
    (circle,) = drawing.zones
    assert circle.y - circle.buffer > 0
    assert circle.y + circle.buffer < drawing.height


def offered(sam, dana, marquette):
    entry = OfferEntry(to_office=marquette, why="moved", handover="Sees a counselor on Mondays")
    return offer_case(viewer_for(sam), dana.pk, entry)


def test_the_office_that_is_offered_a_case_may_look_at_it(sam, ruth, dana, marquette):
    before = reaches(viewer_for(ruth), dana.pk)
    offered(sam, dana, marquette)
    assert (before, reaches(viewer_for(ruth), dana.pk)) == (False, True)


def test_who_sees_nothing_of_supervision_learns_of_no_offer(sam, vic, dana, marquette, sign_in):
    offered(sam, dana, marquette)
    url = reverse("supervision:overview", args=[dana.pk])
    assert "Offered to" in sign_in(sam).get(url).content.decode()
    assert "Offered to" not in sign_in(vic).get(url).content.decode()


def test_an_agent_of_that_office_does_not_yet_reach_it(sam, dana, marquette):
    agent = factories.user("Mona", role="Parole agent", office=marquette)
    offered(sam, dana, marquette)
    assert not reaches(viewer_for(agent), dana.pk)


def test_a_case_taken_has_its_new_agent_and_its_history(sam, ruth, dana, marquette):
    agent = factories.user("Mona", role="Parole agent", office=marquette)
    offer = offered(sam, dana, marquette)
    accept_case(viewer_for(ruth), offer, agent=agent, began_on=date(2026, 3, 1), answer="")
    dana.refresh_from_db()
    assert (dana.agent, dana.office) == (agent, marquette)
    assert Assignment.objects.filter(person=dana, agent=agent, superseded_at=None).exists()


def test_a_case_is_taken_by_an_agent_of_the_office_alone(sam, ruth, oscar, dana, marquette):
    offer = offered(sam, dana, marquette)
    with pytest.raises(RefusedError) as refusal:
        accept_case(viewer_for(ruth), offer, agent=oscar, began_on=date(2026, 3, 1), answer="")
    assert refusal.value.objections[0].field == "agent"


def test_a_case_declined_is_out_of_reach_again(sam, ruth, dana, marquette):
    decline_case(viewer_for(ruth), offered(sam, dana, marquette), answer="No free caseload")
    assert not reaches(viewer_for(ruth), dana.pk)


def test_who_declines_says_why(sam, ruth, dana, marquette):
    with pytest.raises(RefusedError, match="Say why"):
        decline_case(viewer_for(ruth), offered(sam, dana, marquette), answer=" ")


def test_a_case_is_offered_once_at_a_time(sam, dana, marquette):
    offered(sam, dana, marquette)
    with pytest.raises(RefusedError, match="offered already"):
        offered(sam, dana, marquette)


def test_a_case_is_not_offered_to_its_own_office(sam, dana, lansing):
    with pytest.raises(RefusedError) as refusal:
        offered(sam, dana, lansing)
    assert refusal.value.objections[0].field == "to_office"


def test_an_agent_offers_no_case(olivia, dana, marquette):
    with pytest.raises(NotAllowedError):
        offered(olivia, dana, marquette)


def test_an_answer_stays_in_the_history(sam, ruth, dana, marquette):
    decline_case(viewer_for(ruth), offered(sam, dana, marquette), answer="No free caseload")
    states = CaseOffer.objects.order_by("pk").values_list("state", "answered_by__first_name")
    assert list(states) == [("open", None), ("declined", "Ruth")]
