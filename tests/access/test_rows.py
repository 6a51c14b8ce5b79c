"""Rows that need one more category than their fields: sensitive numbers."""

import pytest

from offenders.choices import IdentifierKind
from offenders.models import Identifier
from ots.access.fields import HIDDEN, Seen, mask
from ots.access.viewer import viewer_for


def number(kind):
    return Identifier(kind=kind, value="123456789")


@pytest.mark.parametrize("kind", [IdentifierKind.SSN, IdentifierKind.DRIVER_LICENSE])
def test_a_sensitive_number_is_withheld_wherever_it_is_read(kind, paula):
    shown = mask(viewer_for(paula), number(kind))
    assert shown.value is HIDDEN
    assert shown.kind is HIDDEN


def test_another_number_shows(paula):
    assert mask(viewer_for(paula), number(IdentifierKind.SID)).value == "123456789"


def test_a_sensitive_number_shows_to_the_right_role_and_counts_as_seen(olivia):
    seen = Seen()
    assert mask(viewer_for(olivia), number(IdentifierKind.SSN), seen=seen).value == "123456789"
    assert seen.categories == {"identifier", "sensitive_identifier"}
