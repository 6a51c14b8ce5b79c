"""One site for all attacks; each attack is undone, so that the next meets the same site."""

from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from tests.access.attack.site import Site, built_site, undone


@pytest.fixture(scope="package")
def site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    """The site with its cast and a person of whom everything is recorded."""
    with django_db_blocker.unblock(), undone():
        name = connection.settings_dict["NAME"]
        assert name.startswith("test_"), f"[{name}] is not the tests' own database."
        yield built_site()
