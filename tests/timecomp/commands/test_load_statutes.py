"""``load_statutes``."""

import io

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_it_says_what_changed() -> None:
    out = io.StringIO()
    call_command("load_statutes", stdout=out)
    call_command("load_statutes", stdout=out)
    first, second = out.getvalue().splitlines()
    assert " new, 0 corrected" in first
    assert second.startswith("Offences: 0 new, 0 corrected")
