"""Searching as a browser does: the terms are posted and the answer stands at a sealed address."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.test import Client

from ots.access.searching import ASKS


def address_of(client: Client, page: str, terms: Mapping[str, object]) -> str:
    """Return the address at which the page answers the search."""
    return client.post(page, {ASKS: "1", **terms}).headers["Location"]


def search(client: Client, page: str, terms: Mapping[str, object]) -> HttpResponse:
    """Return the page that answers the search, or its refusal."""
    answer = client.post(page, {ASKS: "1", **terms})
    sealed = answer.headers.get("Location")
    return client.get(sealed) if sealed else answer
