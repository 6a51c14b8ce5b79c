"""Requests that no page of ours makes: without the token, by another method, from another site."""

import pytest
from django.db import connection
from django.test import Client

from ots.audit.models import AuditEntry
from tests import factories
from tests.access.attack.site import FAILED, undone
from tests.access.sitemap import pages, pages_of_administration
from tests.factories.signing_in import signed_in_client

pytestmark = pytest.mark.django_db

REFUSED = 403
# A program has no page to take a token from: it is asked for its key.
ASKED_FOR_A_KEY = 401
NOT_THIS_METHOD = 405
# What looking leaves behind: the trail, the session, and what an address was counted for.
LOOKING = ("audit_", "django_session", "access_signinsession", "access_keptform", "auditlog_")
MACHINES = {page.name for page in pages() if page.rule and page.rule.is_machine}
ODD = ("head", "options", "put", "patch", "delete", "trace")


def every_page(site):
    for page in pages():
        yield site.openers(page)[-1], page.name, site.url(page)
    for page in pages_of_administration():
        values = dict.fromkeys(page.parts, site.values["account"])
        yield "Administrator", page.name, page.url(values)


def refusals(name):
    return {ASKED_FOR_A_KEY} if name in MACHINES else {REFUSED, NOT_THIS_METHOD}


def strict(site, who):
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    return browser if who == "nobody" else signed_in_client(site.cast[who], client=browser)


def counts() -> dict[str, tuple[int, int, int]]:
    """Count what was ever written to each table in this database, looking apart."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, pg_stat_get_xact_tuples_inserted(oid),"
            " pg_stat_get_xact_tuples_updated(oid), pg_stat_get_xact_tuples_deleted(oid)"
            " FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
        )
        return {name: tuple(told) for name, *told in cursor.fetchall() if not is_looking(name)}


def is_looking(table: str) -> bool:
    return table.startswith(LOOKING)


def test_no_page_takes_a_form_without_its_token(site):
    browsers, wrong = {}, []
    for who, name, url in every_page(site):
        with undone():
            browsers.setdefault(who, strict(site, who))
            answer = browsers[who].post(url, {"zq": "1"})
        if answer.status_code not in refusals(name):
            wrong.append(f"{name}: {answer.status_code}")
        browsers.clear()
    assert wrong == []


def test_only_the_address_for_other_systems_asks_for_no_token():
    assert {"exchange:message-in"} == MACHINES


def test_a_token_of_another_browser_counts_for_nothing(site):
    with undone():
        browser = strict(site, "Parole agent")
        browser.get("/account/")
        other = strict(site, "Supervisor")
        token = other.get("/account/").cookies["csrftoken"].value
        answer = browser.post("/account/", {"csrfmiddlewaretoken": token})
    assert answer.status_code == REFUSED


def test_a_form_from_another_site_is_refused(site):
    with undone():
        browser = strict(site, "Parole agent")
        token = browser.get("/account/").cookies["csrftoken"].value
        answer = browser.post(
            "/account/",
            {"csrfmiddlewaretoken": token},
            headers={"origin": "https://elsewhere.example"},
        )
    assert answer.status_code == REFUSED


def test_a_write_would_be_seen():
    before = counts()
    factories.agency("An agency that is written")
    assert counts() != before


def test_looking_at_a_page_changes_nothing(site):
    wrong = []
    for who, name, url in every_page(site):
        with undone():
            before = counts()
            site.client(who).get(url)
            after = counts()
        changed = {table for table in after if after[table] != before.get(table)}
        if changed:
            wrong.append(f"{name}: {sorted(changed)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("method", ODD)
def test_another_method_changes_nothing_and_breaks_nothing(method, site):
    wrong = []
    for who, name, url in every_page(site):
        with undone():
            before = counts()
            answer = getattr(site.client(who), method)(url)
            after = counts()
        if answer.status_code >= FAILED or after != before:
            wrong.append(f"{name}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_a_method_named_in_a_header_or_field_is_not_believed(site):
    with undone():
        before = AuditEntry.objects.filter(event="SIGNED_OUT").count()
        answer = site.client("Parole agent").get(
            "/sign-out/?_method=POST", headers={"x-http-method-override": "POST"}
        )
        assert AuditEntry.objects.filter(event="SIGNED_OUT").count() == before
    assert answer.status_code == NOT_THIS_METHOD
