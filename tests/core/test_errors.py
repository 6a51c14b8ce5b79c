"""Error pages: plain words, the request's number, and never what went wrong inside."""

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.test import Client
from django.urls import path

from ots.access.pages import public_page
from ots.core import errors
from ots.urls import handler400, handler403, handler404, handler500, urlpatterns  # noqa: F401

SECRET = "the-inside-of-the-house"


@public_page
def breaks(request, *, kind):
    failures = {
        "403": PermissionDenied(SECRET),
        "413": RequestDataTooBig(SECRET),
        "500": ValueError(SECRET),
    }
    raise failures[kind]


@public_page
def slowed(request):
    return errors.too_many_requests(request, 90)


urlpatterns = [*urlpatterns, path("breaks/<str:kind>/", breaks), path("slowed/", slowed)]


@pytest.fixture
def browser(settings):
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("status", [403, 413, 500])
def test_it_says_what_to_do_with_the_requests_number_and_nothing_of_the_inside(status, browser, db):
    answer = browser.get(f"/breaks/{status}/")
    body = answer.content.decode()
    assert answer.status_code == status
    assert answer["X-Request-ID"] in body
    assert SECRET not in body
    assert "Traceback" not in body


def test_a_page_that_is_not_there_says_so(browser, db):
    answer = browser.get("/nowhere/")
    assert answer.status_code == 404
    assert answer["X-Request-ID"] in answer.content.decode()


def test_one_who_asks_too_often_is_told_when_to_come_back(browser, db):
    answer = browser.get("/slowed/")
    assert answer.status_code == 429
    assert answer["Retry-After"] == "90"
    assert "Wait 2 minutes" in answer.content.decode()


def test_a_form_that_is_too_large_is_refused_in_plain_words(browser, db, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = browser.post("/sign-in/", {"username": "x" * 500})
    assert answer.status_code == 413
    assert "more than can be taken in" in answer.content.decode()


def test_a_host_that_is_not_ours_is_not_understood(browser, db):
    assert browser.get("/sign-in/", headers={"host": "evil.example"}).status_code == 400
