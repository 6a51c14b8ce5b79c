"""Conditions that no violation ever named: what one may ask the court to drop."""

import pytest
from django.urls import reverse

from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.models import User
from ots.access.viewer import NOBODY
from supervision.models import ConditionTerms
from supervision.selectors.conditions_named import never_named
from tests.conftest import SignIn
from tests.factories.supervision_conditions import impose
from tests.factories.supervision_violation import incident


@pytest.fixture
def two(olivia: User, dana: Person) -> list[ConditionTerms]:
    """Two conditions in force beside one of the law's; a violation named the first."""
    made = [impose(olivia, dana, code) for code in ("SUB-01", "STD-13", "STD-01")]
    first = made[0].condition.template
    incident(olivia, dana, conditions=[f"{first.code} {first.title}"])
    return made


def test_the_list_counts_and_marks_what_no_violation_named(
    olivia: User, dana: Person, two: list[ConditionTerms], sign_in: SignIn
) -> None:
    shown = sign_in(olivia).get(reverse("supervision:conditions", args=[dana.pk]))
    assert shown.context["unnamed"] == {two[1].condition_id}
    body = " ".join(shown.content.decode().split())
    assert (
        "1 of 3 in force is not asked by law in every order and was never named in a violation"
        in body
    )
    assert body.count(", never named in a violation") == 1


def test_one_who_sees_no_violation_is_told_of_none(dana: Person, two: list[ConditionTerms]) -> None:
    assert never_named(Reading(NOBODY), dana.pk, ()) is None
