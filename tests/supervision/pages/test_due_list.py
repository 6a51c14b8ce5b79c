"""The officer's list of what is late or due soon, person by person."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from ots.audit.models import AuditEntry
from supervision.services.obligations import open_obligation
from tests import factories
from tests.wording import says

pytestmark = pytest.mark.django_db
DUE = reverse("supervision:due-list")


def owe(person, days, **more):
    today = timezone.localdate()
    return open_obligation(
        person_id=person.pk,
        kind="contact",
        due_on=today + timedelta(days=days),
        window_opens_on=today - timedelta(days=60),
        source=person,
        **more,
    )


def test_it_shows_whose_contact_is_overdue(dana, olivia, sign_in):
    owe(dana, -10)
    assert "Overdue 10 days" in sign_in(olivia).get(DUE).content.decode()


def test_it_leaves_out_what_falls_due_later(dana, olivia, sign_in):
    owe(dana, 40)
    assert "Nothing is late" in sign_in(olivia).get(DUE).content.decode()


def test_it_leaves_out_the_people_of_others(dana, oscar, sign_in):
    owe(dana, -10)
    assert "Nothing is late" in sign_in(oscar).get(DUE).content.decode()


def test_a_supervisor_sees_the_people_of_the_office(dana, sam, sign_in):
    owe(dana, -10)
    assert dana.last_name in sign_in(sam).get(DUE).content.decode()


def test_it_shows_the_overdue_alone_when_asked(dana, olivia, sign_in):
    owe(dana, 3)
    shown = sign_in(olivia).get(DUE, {"show": "overdue"}).content.decode()
    assert not says(shown, dana.last_name)


def test_it_shows_one_kind_when_asked(dana, olivia, sign_in):
    owe(dana, -10)
    shown = sign_in(olivia).get(DUE, {"kind": "test"}).content.decode()
    assert not says(shown, dana.last_name)


def test_the_longest_late_comes_first(dana, olivia, lansing, sign_in):
    later = factories.person("Zoe", last_name="Later", agent=olivia, office=lansing)
    owe(later, -5)
    owe(dana, -50)
    shown = sign_in(olivia).get(DUE).content.decode()
    assert shown.index(dana.last_name) < shown.index("Later")


def test_what_does_not_fit_is_counted(dana, olivia, sign_in):
    for slot in range(1, 9):
        owe(dana, -10, slot=slot)
    assert "and 3 more" in sign_in(olivia).get(DUE).content.decode()


def test_the_trail_tells_whom_the_list_showed(dana, olivia, sign_in):
    owe(dana, -10)
    sign_in(olivia).get(DUE)
    entry = AuditEntry.objects.filter(event="LIST_VIEWED").latest("pk")
    assert entry.people == [dana.pk]


def test_more_people_ask_no_more_queries(
    dana, olivia, lansing, sign_in, django_assert_max_num_queries
):
    owe(dana, -10)
    browser = sign_in(olivia)
    browser.get(DUE)
    for number in range(8):
        owe(factories.person(f"P{number}", agent=olivia, office=lansing), -10)
    with django_assert_max_num_queries(14):
        browser.get(DUE)
