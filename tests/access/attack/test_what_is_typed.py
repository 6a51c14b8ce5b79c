"""Markup, queries, templates, paths and odd letters in every field and address there is."""

import ast
from pathlib import Path
from urllib.parse import urlencode

import pytest

from ots.access.searching import ASKS
from tests.access.attack.forms import read
from tests.access.attack.payloads import LONG, NO_TEXT, PRODUCT, TYPED
from tests.access.attack.site import FAILED, tables
from tests.access.sitemap import pages

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parents[3]
APPS = ("ots", "offenders", "timecomp", "supervision", "interstate")
# Sent as they stand by the page; they have tests of their own.
IN_ADDRESSES = tuple(TYPED)[:5]
NOT_TYPED = {"csrfmiddlewaretoken"}


def complaints(what, form_or_page, answer):
    """Say what went wrong: it broke, it reflected, it was evaluated, it reached a header."""
    found = []
    if answer.status_code >= FAILED:
        told = answer.exc_info[1] if getattr(answer, "exc_info", None) else ""
        found.append(f"{form_or_page}: {what}: broke with {told!r}")
    if "X-Zq" in answer.headers or "zq" in answer.cookies:
        found.append(f"{form_or_page}: {what}: reached a header")
    if not answer.streaming and answer.get("Content-Type", "").startswith("text/html"):
        html = answer.content.decode()
        found += [f"{form_or_page}: {what}: {tag}" for tag in read("", "/", html).made_up]
        if PRODUCT in html:
            found.append(f"{form_or_page}: {what}: was evaluated")
    return found


def forms_for(site, what):
    """The forms that are sent the payload: Django's own of administration get the first alone."""
    every = what == IN_ADDRESSES[0]
    return [form for form in site.forms_sent("post") if every or "/admin/" not in form.action]


def names_asked() -> set[str]:
    """Every name that the code reads from an address."""
    found = set()
    for app in APPS:
        for file in (ROOT / app).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                found |= set(_name_read(node))
    return found


def _name_read(node):
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
        asked, key = node.func.value, node.args[0]
        if node.func.attr not in {"get", "getlist", "pop"}:
            return
    elif isinstance(node, ast.Subscript):
        asked, key = node.value, node.slice
    else:
        return
    if isinstance(asked, ast.Attribute) and asked.attr == "GET" and isinstance(key, ast.Constant):
        yield str(key.value)


@pytest.mark.parametrize("what", sorted(TYPED))
def test_no_field_of_any_form_breaks_or_reflects_it(what, site):
    before, wrong = tables(), []
    for form in forms_for(site, what):
        answer = site.ask(form.who, "post", form.action, form.filled_with(TYPED[what]))
        wrong += complaints(what, f"{form.action} {form.who}", answer)
    assert not wrong, "\n".join(wrong)
    assert tables() == before


@pytest.mark.parametrize("what", IN_ADDRESSES)
def test_no_choice_or_hidden_field_breaks_or_reflects_it(what, site):
    wrong = []
    for form in forms_for(site, what):
        sent = {name: TYPED[what] for name in form.fields if name not in NOT_TYPED}
        answer = site.ask(form.who, "post", form.action, sent)
        wrong += complaints(what, f"{form.action} {form.who}", answer)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("what", IN_ADDRESSES)
def test_no_parameter_of_any_page_breaks_or_reflects_it(what, site):
    asked = names_asked()
    for form in site.forms_sent("get"):
        asked |= set(form.fields)
    query, wrong = urlencode(dict.fromkeys(asked, TYPED[what])), []
    for page in pages():
        who = site.openers(page)[-1]
        answer = site.ask(who, "get", f"{site.url(page)}?{query}")
        wrong += complaints(what, page.name, answer)
    assert {"next", "page", "before"} <= asked
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("what", sorted(TYPED))
def test_no_search_breaks_or_reflects_it(what, site):
    wrong = []
    for form in site.forms_sent("get"):
        answer = site.ask(form.who, "get", form.action, form.filled_with(TYPED[what]))
        wrong += complaints(what, f"{form.action} {form.who}", answer)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("what", sorted(TYPED))
def test_no_answer_to_a_search_that_is_posted_breaks_or_reflects_it(what, site):
    searches = [form for form in site.forms_sent("post") if ASKS in form.fields]
    by_action, wrong = {form.action: form for form in searches}, []
    for form in by_action.values():
        everywhere = {name: TYPED[what] for name in form.fields if name not in NOT_TYPED}
        for sent in (form.filled_with(TYPED[what]), {**everywhere, ASKS: "1"}):
            answer = site.ask(form.who, "post", form.action, sent, follow=True)
            wrong += complaints(what, f"{form.action} {form.who}", answer)
    assert {"/people/", "/oversight/trail/", "/access/preview/"} <= by_action.keys()
    assert not wrong, "\n".join(wrong)


def test_a_million_letters_in_every_field_are_answered(site):
    wrong = []
    for form in site.forms_sent("post"):
        typed = [each.name for each in form.fields.values() if each.is_typed][:1]
        sent = form.filled(**dict.fromkeys(typed, LONG))
        answer = site.ask(form.who, "post", form.action, sent)
        if answer.status_code >= FAILED:
            wrong.append(f"{form.action}: {typed}")
    assert not wrong, "\n".join(wrong)


def test_bytes_that_are_no_text_are_answered(site):
    wrong = []
    for form in forms_for(site, ""):
        body = b"&".join(name.encode() + b"=" + NO_TEXT for name in form.fields)
        kind = "application/x-www-form-urlencoded"
        answer = site.ask(form.who, "post", form.action, body, content_type=kind)
        wrong += complaints("no text", f"{form.action} {form.who}", answer)
    assert not wrong, "\n".join(wrong)


def test_what_is_no_form_is_answered(site):
    wrong = []
    for form in forms_for(site, ""):
        for kind in ("application/json", "text/xml", "multipart/form-data; boundary=zq"):
            body = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
            answer = site.ask(form.who, "post", form.action, body, content_type=kind)
            wrong += complaints(kind, f"{form.action} {form.who}", answer)
            if b"root:" in answer.content:
                wrong.append(f"{form.action}: {kind}: opened a file")
    assert not wrong, "\n".join(wrong)
