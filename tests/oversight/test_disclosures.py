"""What leaves the system: to whom, by what authority, and who must hear of a correction."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from ots.audit.disclosures import IncompleteDisclosureError, Purpose, Release, disclose
from ots.audit.models import AuditEntry, Disclosure, Medium
from tests.searching import search

COURT = Release(
    recipient="Judge Day",
    recipient_agency="30th Circuit Court",
    authority="Order of 2026-11-02",
    purpose=Purpose.CRIMINAL_JUSTICE,
    reason="Sentencing",
)


@pytest.fixture
def packet(dana, olivia):
    return disclose(
        COURT, actor=olivia, people=[dana.pk], categories=["legal"], medium=Medium.PDF,
        document="Court packet", content=b"packet",
    )  # fmt: skip


def test_a_disclosure_is_in_the_trail_with_its_purpose(packet, dana):
    entry = AuditEntry.objects.get(event="RECORDS_DISCLOSED")
    assert (entry.people, entry.purpose, entry.reason) == ([dana.pk], "C", "Sentencing")
    assert entry.additional_data["recipient"] == "Judge Day"


@pytest.mark.parametrize("missing", ["recipient", "authority", "purpose"])
def test_nothing_leaves_without_its_recipient_authority_and_purpose(missing, db):
    told = {"recipient": "A", "authority": "B", "purpose": "C", missing: " "}
    with pytest.raises(IncompleteDisclosureError, match=missing):
        disclose(
            Release(**told), actor=None, people=[1], categories=[], medium=Medium.CSV, document="x"
        )
    assert not Disclosure.objects.exists()


def test_a_purpose_that_is_none_is_refused(db):
    with pytest.raises(IncompleteDisclosureError, match=r"\[Z\] is no purpose"):
        disclose(
            Release("A", "B", "Z"), actor=None, people=[1], categories=[], medium=Medium.CSV,
            document="x",
        )  # fmt: skip


def test_a_disclosure_is_never_changed(packet):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Disclosure.objects.update(recipient="Somebody else")


def test_an_export_is_a_disclosure(olivia, dana, sign_in):
    sign_in(olivia).get(reverse("supervision:caseload-export"))
    made = Disclosure.objects.get()
    assert (made.people, made.disclosed_by, made.medium) == ([dana.pk], olivia, "csv")
    assert "identity" in made.categories


def listed(client, name, *args, **query):
    page = reverse(name, args=args)
    answer = client.get(page, query) if args else search(client, page, query)
    return answer.context["rows"]


def test_auditors_find_what_left_to_a_recipient(auditing, packet):
    assert [row.document for row in listed(auditing, "oversight:disclosure-log", text="day")] == [
        "Court packet"
    ]
    assert listed(auditing, "oversight:disclosure-log", text="Smith") == []


def test_auditors_find_what_left_of_a_person(auditing, packet, dana):
    assert len(listed(auditing, "oversight:disclosure-log", person=dana.pk)) == 1
    assert listed(auditing, "oversight:disclosure-log", person=dana.pk + 1) == []


def test_the_supervisor_learns_who_must_hear_of_a_correction(sam, packet, dana, sign_in):
    rows = listed(sign_in(sam), "oversight:person-disclosures", dana.pk, category="legal")
    assert [(row.recipient, row.category_labels) for row in rows] == [
        ("Judge Day", ["Cases, charges and sentences"])
    ]


def test_who_received_another_category_need_not_hear(sam, packet, dana, sign_in):
    assert listed(sign_in(sam), "oversight:person-disclosures", dana.pk, category="medical") == []


def test_who_received_it_before_the_day_need_not_hear(sam, packet, dana, sign_in):
    later = timezone.localdate() + timedelta(days=1)
    assert (
        listed(sign_in(sam), "oversight:person-disclosures", dana.pk, since=later.isoformat()) == []
    )
