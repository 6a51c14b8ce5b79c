"""Whoever reads a name has left a trace: no page, list or file names a person unrecorded."""

import pytest

pytestmark = pytest.mark.django_db

# Most pages about the person, and the lists.
PAGES_AT_LEAST = 100


def test_no_page_names_a_person_unrecorded(site):
    assert site.readers
    assert len(site.named) > PAGES_AT_LEAST
    assert site.unrecorded() == ""
