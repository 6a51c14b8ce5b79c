"""Who looked at a person's record, for those who answer for it."""

from django.urls import reverse


def page(client, dana):
    return client.get(reverse("oversight:person-trail", args=[dana.pk]))


def test_the_supervisor_sees_who_looked(sam, views, olivia, sign_in):
    body = page(sign_in(sam), views).content.decode()
    assert f"{olivia} viewed the record of person" in body


def test_a_supervisor_elsewhere_finds_nothing(ruth, views, sign_in):
    assert page(sign_in(ruth), views).status_code == 404


def test_an_agent_does_not_see_who_looked(olivia, views, sign_in):
    assert page(sign_in(olivia), views).status_code == 403


def test_the_record_leads_there_for_the_supervisor_alone(sam, olivia, views, sign_in):
    url = reverse("offenders:person", args=[views.pk])
    link = reverse("oversight:person-trail", args=[views.pk])
    assert link in sign_in(sam).get(url).content.decode()
    assert link not in sign_in(olivia).get(url).content.decode()
