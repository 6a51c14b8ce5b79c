"""A person's supervision at a glance, and the pages of conditions, zones, levels and offers."""

from datetime import date

import pytest
from django.urls import reverse

from offenders.models import Demographics, Hearing, Warrant
from offenders.services.facts import correct_fact
from ots.access.viewer import system_viewer, viewer_for
from supervision.models import CaseOffer, Condition, ConditionNotice, LevelPeriod, Zone
from supervision.services.offers import OfferEntry, offer_case
from tests import factories
from tests.factories.supervision_conditions import ORDERED, impose, on_parole, template
from tests.factories.supervision_recommendations import convicted
from tests.searching import search

TESTS = {"how_often": {"times": 1, "per": 1, "unit": "week"}, "scheme": "on fixed days"}
ORDER = {
    "imposed_by": "court",
    "order_number": "24-1234-FH",
    "ordered_on": "2026-01-05",
    "why_this_person": "Drank before the offense",
}


def url(name, *parts):
    return reverse(f"supervision:{name}", args=parts)


def page(client, name, *parts):
    return client.get(url(name, *parts)).content.decode()


# Overview


def test_it_says_how_the_person_is_supervised(olivia, dana, sign_in):
    on_parole(dana)
    LevelPeriod.objects.create(person=dana, level="maximum", began_on=date(2026, 1, 5))
    shown = page(sign_in(olivia), "overview", dana.pk)
    assert all(words in shown for words in ("Parole", "Maximum", "Default until assessed"))


def test_it_shows_what_to_keep_in_mind_with_its_source(olivia, dana, danas_case, sign_in):
    Warrant.objects.create(
        person=dana, number="W-77", kind="arrest", status="active", issued_on=ORDERED
    )
    (known,) = Demographics.objects.filter(person=dana)
    correct_fact(
        system_viewer("tests"),
        known,
        person_id=dana.pk,
        reason="Said so",
        needs_interpreter=True,
        language="Arabic",
    )
    Hearing.objects.create(
        person=dana,
        case=danas_case,
        purpose="Plea",
        scheduled_at="2026-10-01T14:00Z",
        outcome="Failed to appear",
    )
    impose(olivia, dana, "NC-01", answers={"protected": "Robin", "ways": ["online"]})
    flags = [
        (each.text, each.source)
        for each in sign_in(olivia).get(url("overview", dana.pk)).context["overview"].flags
    ]
    assert flags == [
        ("Warrant active", "Warrant W-77, Jan 5, 2026"),
        ("No contact with a victim", "NC-01, Jan 5, 2026"),
        ("Missed court 1x in 24 months", "Outcomes of hearings"),
        ("Interpreter: Arabic", "Identity and contact"),
    ]


def test_supervision_without_a_case_is_flagged(olivia, dana, sign_in):
    on_parole(dana)
    assert "No court case on record" in page(sign_in(olivia), "overview", dana.pk)


def test_it_counts_the_conditions(olivia, dana, sign_in):
    impose(olivia, dana, "SUB-01")
    overview = sign_in(olivia).get(url("overview", dana.pk)).context["overview"]
    assert (len(overview.conditions.active), overview.conditions_note) == (1, "1 without notice")


def test_it_is_small(olivia, dana, sign_in):
    on_parole(dana)
    assert len(sign_in(olivia).get(url("overview", dana.pk)).content) < 50_000


def test_others_cases_are_not_there(oscar, dana, sign_in):
    assert sign_in(oscar).get(url("overview", dana.pk)).status_code == 404


def test_victim_services_find_no_tab_of_supervision(vic, dana, sign_in):
    shown = sign_in(vic).get(reverse("offenders:person", args=[dana.pk])).content.decode()
    assert url("overview", dana.pk) not in shown


def test_more_conditions_take_no_more_queries(olivia, dana, sign_in, django_assert_max_num_queries):
    client = sign_in(olivia)
    impose(olivia, dana, "SUB-01")
    client.get(url("conditions", dana.pk))
    with django_assert_max_num_queries(60) as before:
        client.get(url("conditions", dana.pk))
    for code in ("STD-01", "STD-13", "STD-14", "STD-15"):
        impose(olivia, dana, code)
    with django_assert_max_num_queries(len(before)):
        client.get(url("conditions", dana.pk))


# Recording conditions


def test_a_condition_is_found_by_a_word(olivia, dana, sign_in):
    shown = sign_in(olivia).get(url("condition-choose", dana.pk), {"q": "curfew"}).content.decode()
    assert "CUR-01" in shown
    assert "STD-01" not in shown


def test_a_condition_is_recorded_as_typed(olivia, dana, sign_in):
    data = {**ORDER, "answer_how_often": "2 a week", "answer_scheme": "on fixed days"}
    sign_in(olivia).post(url("condition-add", dana.pk, template("SUB-03").pk), data)
    assert Condition.objects.get().terms.get().details["how_often"] == {
        "times": 2,
        "per": 1,
        "unit": "week",
    }


def test_what_cannot_be_read_stays_with_what_to_type(olivia, dana, sign_in):
    data = {**ORDER, "answer_how_often": "sometimes", "answer_scheme": "on fixed days"}
    shown = sign_in(olivia).post(url("condition-add", dana.pk, template("SUB-03").pk), data)
    assert "cannot be read" in shown.context["form"].errors["answer_how_often"][0]
    assert "sometimes" in shown.content.decode()


def test_a_special_condition_asks_for_its_reason(olivia, dana, sign_in):
    data = {**ORDER, "why_this_person": ""}
    shown = sign_in(olivia).post(url("condition-add", dana.pk, template("SUB-01").pk), data)
    assert "why_this_person" in shown.context["form"].errors


def test_a_form_sent_twice_records_once(olivia, dana, sign_in):
    client = sign_in(olivia)
    address = url("condition-add", dana.pk, template("SUB-01").pk)
    token = client.get(address).context["form"]["token"].value()
    for _ in range(2):
        client.post(address, {**ORDER, "token": token})
    assert Condition.objects.count() == 1


def test_the_next_condition_of_an_order_need_not_repeat_it(olivia, dana, sign_in):
    impose(olivia, dana, "SUB-01")
    form = sign_in(olivia).get(url("condition-add", dana.pk, template("SUB-03").pk)).context["form"]
    assert (form["order_number"].value(), form["ordered_on"].value()) == ("24-1234-FH", ORDERED)


def test_the_standard_list_is_recorded_at_once(olivia, dana, sign_in):
    data = {**ORDER, "templates": [template(code).pk for code in ("STD-01", "STD-14")]}
    sign_in(olivia).post(url("condition-standard", dana.pk), data)
    assert sorted(Condition.objects.values_list("template__code", flat=True)) == [
        "STD-01",
        "STD-14",
    ]


def test_an_amendment_starts_from_what_stands(olivia, dana, sign_in):
    terms = impose(olivia, dana, "SUB-03", answers=TESTS)
    form = sign_in(olivia).get(url("condition-amend", dana.pk, terms.condition_id)).context["form"]
    assert form["answer_how_often"].value() == "once a week"


def test_the_person_is_recorded_as_told(olivia, dana, sign_in):
    terms = impose(olivia, dana, "SUB-01")
    data = {"conditions": [terms.condition_id], "given_on": "2026-01-06", "manner": "signed"}
    sign_in(olivia).post(url("condition-notice", dana.pk), data)
    assert ConditionNotice.objects.get().given_on == date(2026, 1, 6)


def test_a_condition_rests_and_says_so(olivia, dana, sign_in):
    terms = impose(olivia, dana, "SUB-01")
    client = sign_in(olivia)
    data = {"on": "2026-01-20", "reason": "Hospital"}
    client.post(url("condition-rest", dana.pk, terms.condition_id), data)
    assert "Let it bind again" in page(client, "condition", dana.pk, terms.condition_id)


def test_a_condition_ends_for_a_reason(olivia, dana, sign_in):
    terms = impose(olivia, dana, "SUB-01")
    data = {"ended_as": "removed", "on": "2026-01-20", "reason": ""}
    shown = sign_in(olivia).post(url("condition-end", dana.pk, terms.condition_id), data)
    assert "reason" in shown.context["form"].errors


def test_a_condition_of_another_person_is_not_there(olivia, dana, lansing, sign_in):
    other = factories.person("Erin", last_name="Eck", agent=olivia, office=lansing)
    terms = impose(olivia, other, "SUB-01")
    address = url("condition", dana.pk, terms.condition_id)
    assert sign_in(olivia).get(address).status_code == 404


def test_the_sheet_for_the_person_is_a_document(olivia, dana, sign_in):
    impose(olivia, dana, "SUB-01")
    response = sign_in(olivia).get(url("conditions-print", dana.pk))
    assert response.content.startswith(b"%PDF")


# Zones


@pytest.fixture
def keep_out(olivia, dana):
    return impose(olivia, dana, "GEO-01", answers={"area": "Grand Avenue"}).condition


ZONE = {
    "label": "Grand Avenue",
    "kind": "exclusion",
    "shape": "circle",
    "points": "42.729, -84.548",
    "feet": "1000",
    "began_on": "2026-01-05",
}


def test_a_zone_is_drawn_by_typing_its_points(olivia, dana, keep_out, sign_in):
    sign_in(olivia).post(url("zone-draw", dana.pk, keep_out.pk), ZONE)
    assert round(Zone.objects.get().buffer_m) == 305


def test_a_mistyped_point_is_named(olivia, dana, keep_out, sign_in):
    data = {**ZONE, "points": "42.729, -84.548\nMain Street"}
    shown = sign_in(olivia).post(url("zone-draw", dana.pk, keep_out.pk), data)
    assert "[Main Street]" in shown.context["form"].errors["points"][0]


def test_the_map_says_whether_a_place_is_inside(olivia, dana, keep_out, sign_in):
    client = sign_in(olivia)
    client.post(url("zone-draw", dana.pk, keep_out.pk), ZONE)
    shown = search(client, url("zones", dana.pk), {"place": "42.7291, -84.5481"})
    (answer,) = shown.context["answers"]
    assert answer.is_inside


def test_the_map_moves_without_the_place_in_the_address(olivia, dana, keep_out, sign_in):
    client = sign_in(olivia)
    asked_for = {"center": "46.5436, -87.3954", "width": "1000"}
    shown = search(client, url("zone-draw", dana.pk, keep_out.pk), asked_for)
    assert shown.context["drawing"].window.center.latitude == 46.5436
    assert "46.54" not in shown.wsgi_request.get_full_path()
    assert Zone.objects.count() == 0


# Levels and offers


def test_a_level_is_set(olivia, dana, sign_in):
    data = {"level": "medium", "basis": "assessment", "began_on": "2026-01-05"}
    sign_in(olivia).post(url("level-set", dana.pk), data)
    assert LevelPeriod.objects.get().level == "medium"


def test_an_agent_is_offered_no_override(olivia, dana, sign_in):
    form = sign_in(olivia).get(url("level-set", dana.pk)).context["form"]
    assert "override_up" not in dict(form.fields["basis"].choices)


def test_a_case_goes_to_another_office_and_its_agent(sam, ruth, dana, marquette, sign_in):
    agent = factories.user("Mona", role="Parole agent", office=marquette)
    data = {"to_office": marquette.pk, "why": "moved", "handover": "Mondays"}
    sign_in(sam).post(url("case-offer", dana.pk), data)
    offer = CaseOffer.objects.get()
    data = {"agent": agent.pk, "began_on": "2026-03-01"}
    sign_in(ruth).post(url("offer-accept", dana.pk, offer.pk), data)
    dana.refresh_from_db()
    assert dana.agent == agent


def test_who_offers_does_not_answer(sam, dana, marquette, sign_in):
    entry = OfferEntry(to_office=marquette, why="moved", handover="")
    offer = offer_case(viewer_for(sam), dana.pk, entry)
    assert sign_in(sam).get(url("offer-accept", dana.pk, offer.pk)).status_code == 404


def test_offers_are_listed_for_both_offices(sam, ruth, dana, marquette, sign_in):
    offer_case(viewer_for(sam), dana.pk, OfferEntry(to_office=marquette, why="moved", handover=""))
    assert ["Doe" in page(sign_in(who), "offers") for who in (sam, ruth)] == [True, True]


def test_a_weapon_offense_is_flagged_with_its_section(olivia, dana, sign_in):
    on_parole(dana)
    convicted(dana, "750.227b")
    shown = page(sign_in(olivia), "overview", dana.pk)
    assert "Weapon offense" in shown
    assert "Convicted under 750.227b" in shown
