"""The headers of every page, file and error there is."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.sitemap import pages, pages_of_administration
from tests.access.world import page_values, whole_world
from tests.factories.signing_in import signed_in_client

EXPECTED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SHOWN = ("text/html", "application/json", "image/jpeg")


def complaints(name, answer):
    found = [
        f"{name}: {header} is {answer.get(header)}"
        for header, value in EXPECTED.items()
        if answer.get(header) != value
    ]
    policy = answer.get("Content-Security-Policy", "")
    if "unsafe" in policy or "default-src 'none'" not in policy:
        found.append(f"{name}: policy is {policy!r}")
    if "camera=()" not in answer.get("Permissions-Policy", ""):
        found.append(f"{name}: no Permissions-Policy")
    if "no-store" not in answer.get("Cache-Control", ""):
        found.append(f"{name}: may be kept, {answer.get('Cache-Control')!r}")
    kind = answer.get("Content-Type", "")
    if [header for header in answer.headers if header.startswith("Access-Control-")]:
        found.append(f"{name}: may be read by other sites")
    if kind.startswith("text/") and "charset=utf-8" not in kind.replace('"', ""):
        found.append(f"{name}: does not say its letters, {kind!r}")
    if not kind and not answer.streaming and answer.content:
        found.append(f"{name}: does not say what it is")
    if kind and not kind.startswith(SHOWN) and "Content-Disposition" not in answer:
        found.append(f"{name}: {kind} is shown in place")
    return found


INLINE = re.compile(r"<style|<script(?![^>]*\bsrc=)|<[^>]+\s(?:style|on[a-z]+)=[\"']")
# Django hands data to its own scripts in such blocks; they are read and never run.
DATA_BLOCK = re.compile(r'<script[^>]*type="application/json"')


def inline_of(name, answer):
    if answer.streaming or not answer.get("Content-Type", "").startswith("text/html"):
        return []
    body = DATA_BLOCK.sub("", answer.content.decode())
    return [f"{name}: {found.group(0)}" for found in INLINE.finditer(body)]


@pytest.mark.parametrize("name", ["tim", "adam", "olivia"])
def test_every_page_sends_them_and_holds_nothing_inline(name, request):
    user = request.getfixturevalue(name)
    values = page_values(whole_world())
    client = signed_in_client(user)
    wrong = []
    for page in pages():
        answer = client.get(page.url(values))
        wrong += complaints(page.name, answer) + inline_of(page.name, answer)
    assert wrong == []


def test_every_page_of_administration_sends_them_and_holds_nothing_inline(adam, olivia):
    client = signed_in_client(adam)
    wrong = []
    for page in pages_of_administration():
        answer = client.get(page.url(dict.fromkeys(page.parts, olivia.pk)))
        wrong += complaints(page.name, answer) + inline_of(page.name, answer)
    assert wrong == []


@pytest.mark.parametrize("path", ["/nowhere/", "/people/1/", "/sign-in/"])
def test_pages_for_nobody_send_them_too(path, db):
    assert complaints(path, Client().get(path)) == []


def test_a_visitor_is_never_told_by_a_header_who_made_the_site(client, db):
    assert "Server" not in client.get(reverse("access:sign-in")).headers
