"""What the policy asks to be known of an account: recorded, shown at the review, kept."""

from datetime import date, timedelta

import pytest
from django.db import Error, transaction
from django.urls import reverse
from django.utils import timezone

from ots.access.accounts.attributes import Attributes, attributes_of, record_attributes
from ots.access.accounts.keeping import OwnAccountError
from ots.access.accounts.listing import questions
from ots.access.models import AccountAttributes
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry

TOLD = Attributes("517-555-0142", True, True, date(2026, 1, 2), date(2028, 1, 2))


def page(account):
    return reverse("access:account-attributes", args=[account.pk])


def sent(**told):
    values = {
        "telephone": "517-555-0142",
        "is_sworn": "on",
        "has_ndex_privilege": "on",
        "certified_on": "2026-01-02",
        "certified_until": "2028-01-02",
        "reason": "Letter of the chief",
    }
    return {**values, **told}


def listed(adam, key):
    return list(next(each for each in questions(viewer_for(adam)) if each.key == key).rows)


def test_an_administrator_records_them_on_the_page(adam, olivia, sign_in):
    sign_in(adam).post(page(olivia), sent())
    made = attributes_of(olivia)
    assert (made.telephone, made.is_sworn, made.has_ndex_privilege) == ("517-555-0142", True, True)
    assert (made.certified_on, made.certified_until) == (date(2026, 1, 2), date(2028, 1, 2))
    assert (made.recorded_by, made.reason) == (adam, "Letter of the chief")


def test_the_review_shows_what_stands(adam, olivia, sign_in):
    record_attributes(viewer_for(adam), olivia, TOLD)
    shown = sign_in(adam).get(reverse("access:account-detail", args=[olivia.pk])).content.decode()
    assert "517-555-0142" in shown
    assert "Jan 2, 2028" in shown


def test_a_change_is_a_newer_row_and_the_older_one_is_shown(adam, olivia, sign_in):
    record_attributes(viewer_for(adam), olivia, TOLD)
    record_attributes(viewer_for(adam), olivia, Attributes("517-555-0199"))
    assert AccountAttributes.objects.filter(user=olivia).count() == 2
    assert attributes_of(olivia).supersedes.telephone == "517-555-0142"
    assert "517-555-0142" in sign_in(adam).get(page(olivia)).content.decode()


def test_the_form_starts_with_what_stands(adam, olivia, sign_in):
    record_attributes(viewer_for(adam), olivia, TOLD)
    assert 'value="517-555-0142"' in sign_in(adam).get(page(olivia)).content.decode()


def test_what_was_recorded_is_never_rewritten(adam, olivia):
    made = record_attributes(viewer_for(adam), olivia, TOLD)
    with pytest.raises(Error, match="never changed"), transaction.atomic():
        AccountAttributes.objects.filter(pk=made.pk).update(is_sworn=False)


def test_the_trail_names_what_changed(adam, olivia):
    record_attributes(viewer_for(adam), olivia, TOLD)
    record_attributes(viewer_for(adam), olivia, Attributes("517-555-0142", is_sworn=True))
    entry = AuditEntry.objects.filter(event="ATTRIBUTES_RECORDED").latest("pk")
    assert entry.actor == adam
    assert entry.additional_data["changed"] == [
        "has_ndex_privilege",
        "certified_on",
        "certified_until",
    ]


def test_nobody_attests_the_own(adam, sign_in):
    with pytest.raises(OwnAccountError):
        record_attributes(viewer_for(adam), adam, TOLD)
    sign_in(adam).post(page(adam), sent())
    assert attributes_of(adam) is None


def test_only_administrators_record_them(olivia, oscar):
    with pytest.raises(NotAllowedError):
        record_attributes(viewer_for(olivia), oscar, TOLD)


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"certified_until": ""}, "Give both days"),
        ({"certified_on": ""}, "Give both days"),
        ({"certified_until": "2026-01-02"}, "Give a day after"),
    ],
)
def test_a_certification_has_both_days_in_their_order(told, message, adam, olivia, sign_in):
    assert message in sign_in(adam).post(page(olivia), sent(**told)).content.decode()
    assert attributes_of(olivia) is None


def test_the_database_takes_no_certification_that_ends_before_it_began(olivia):
    with pytest.raises(Error, match="both_its_days"), transaction.atomic():
        AccountAttributes.objects.create(
            user=olivia, certified_on=date(2026, 1, 2), certified_until=date(2026, 1, 2)
        )


def test_accounts_without_them_are_listed(adam, olivia, oscar):
    record_attributes(viewer_for(adam), olivia, TOLD)
    assert oscar in listed(adam, "no-attributes")
    assert olivia not in listed(adam, "no-attributes")


@pytest.mark.parametrize(("days", "is_listed"), [(-1, True), (30, True), (31, False)])
def test_a_certification_that_ends_soon_is_listed(days, is_listed, adam, olivia):
    ends = timezone.localdate() + timedelta(days=days)
    told = Attributes(certified_on=date(2020, 1, 2), certified_until=ends)
    record_attributes(viewer_for(adam), olivia, told)
    assert (olivia in listed(adam, "cfr-ends")) is is_listed
