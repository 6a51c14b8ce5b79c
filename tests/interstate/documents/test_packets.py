"""An activity is printed with its documents, as far as the reader may see them."""

import re

import pytest
from django.urls import reverse

from interstate.rules.routing import Move
from interstate.rules.vocabulary import EventType
from interstate.selectors.activity_page import activity_page
from interstate.selectors.packet import packet_of
from interstate.services.activities import Asked, move_activity
from interstate.services.court_cases import name_court_cases
from interstate.services.drafts import start_activity
from offenders.selectors.reading import Reading
from ots.access.viewer import viewer_for
from ots.audit.models import Disclosure
from tests import factories
from tests.factories.compact import complete
from tests.factories.signing_in import signed_in_client


@pytest.fixture
def asked(sender, carla, case):
    """Dana's request, with its documents, in Ohio."""
    draft = start_activity(
        viewer_for(sender), case.pk, EventType.TRANSFER_REQUEST, content={"reason": "resident"}
    )
    complete(draft)
    move_activity(viewer_for(sender), draft.pk, Asked(move=Move.SUBMIT))
    return move_activity(viewer_for(carla), draft.pk, Asked(move=Move.TRANSMIT))


def packet(user, activity):
    reading = Reading(viewer_for(user))
    return packet_of(reading, activity, activity_page(reading, activity))


def url_of(activity):
    case = activity.case
    return reverse("interstate:activity-packet", args=[case.person_id, case.pk, activity.pk])


def test_a_packet_is_one_file_with_every_document_inside(asked, carla):
    browser = signed_in_client(carla)
    browser.post(url_of(asked), {"purpose": "C", "recipient": "Carla", "authority": "Rule 3.107"})
    answer = browser.get(url_of(asked))
    assert answer["Content-Type"] == "application/pdf"
    inside = re.findall(rb"/Type\s*/EmbeddedFile\b", answer.content)
    assert len(inside) == asked.attachments.count() > 1


def test_a_packet_names_each_document_with_its_digest(asked, carla):
    told = packet(carla, asked).data["documents"]
    digests = {dict(each["facts"])["SHA-256"] for each in told}
    assert digests == set(asked.attachments.values_list("digest", flat=True))


def test_a_packet_withholds_what_its_reader_may_not_see(asked, otto):
    said = dict(packet(otto, asked).data["said"])
    assert said["Employment or means of support"] == "Withheld"


def test_a_packet_says_for_which_court_case_it_is(asked, carla):
    count = factories.add_charge(factories.court_case(asked.case.person, docket="24-17-FH"))
    name_court_cases(viewer_for(carla), asked.case_id, [count.case_id])
    told = dict(packet(carla, asked).data["facts"])
    assert told["Court case"] == "24-17-FH, 30th Circuit Court: Armed robbery"


def test_a_packet_that_leaves_is_in_the_log_of_disclosures(asked, carla):
    browser = signed_in_client(carla)
    told = {"purpose": "C", "recipient": "Ohio", "authority": "Rule 3.107"}
    browser.post(url_of(asked), told)
    browser.get(url_of(asked))
    assert Disclosure.objects.get().document == f"compact packet {asked.pk}"
