"""Questions change hands: taken by one clerk only, given to a colleague, given back."""

import pytest

from ots.access.models import User
from ots.access.viewer import NotAllowedError, Viewer, system_viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from timecomp.models import ComputationException
from timecomp.services.assignment import (
    Moved,
    give_back_questions,
    give_questions,
    take_questions,
)
from timecomp.services.computing import compute_person


@pytest.fixture
def questions(danas_case) -> list[int]:
    """Two sentences over two thirds of their maximum."""
    for _ in range(2):
        charge = factories.add_charge(danas_case, of=factories.statute("750.84", title="Assault"))
        factories.add_sentence(charge, minimum_years=8, maximum_years=10)
    compute_person(system_viewer("tests"), danas_case.person_id)
    asked = ComputationException.objects.filter(rule="two_thirds_rule")
    return list(asked.order_by("pk").values_list("pk", flat=True))


@pytest.fixture
def tim_may(tim: User) -> Viewer:
    return viewer_for(tim)


@pytest.fixture
def tess(db: None) -> User:
    return factories.user("Tess", role="Records and time-computation clerk")


def holders(questions: list[int]) -> list[User | None]:
    found = ComputationException.objects.filter(pk__in=questions).order_by("pk")
    return [each.assigned_to for each in found]


def test_a_clerk_takes_several_at_once(tim_may: Viewer, questions: list[int]) -> None:
    assert take_questions(tim_may, questions) == Moved(2, 0)
    assert holders(questions) == [tim_may.user, tim_may.user]


def test_what_another_has_taken_stays_with_him(
    tim_may: Viewer, tess: User, questions: list[int]
) -> None:
    take_questions(tim_may, questions[:1])
    assert take_questions(viewer_for(tess), questions) == Moved(1, 1)
    assert holders(questions) == [tim_may.user, tess]


def test_a_clerk_gives_his_own_to_a_colleague(
    tim_may: Viewer, tess: User, questions: list[int]
) -> None:
    take_questions(tim_may, questions)
    give_questions(tim_may, questions, clerk_id=tess.pk)
    assert holders(questions) == [tess, tess]


def test_nobody_gets_questions_who_may_not_settle_them(
    tim_may: Viewer, olivia: User, questions: list[int]
) -> None:
    with pytest.raises(NotAllowedError):
        give_questions(tim_may, questions, clerk_id=olivia.pk)


def test_a_clerk_gives_back_only_his_own(tim_may: Viewer, tess: User, questions: list[int]) -> None:
    take_questions(tim_may, questions[:1])
    take_questions(viewer_for(tess), questions[1:])
    assert give_back_questions(tim_may, questions) == Moved(1, 1)
    assert holders(questions) == [None, tess]


def test_it_is_in_the_trail_with_the_people(tim_may: Viewer, questions: list[int], dana) -> None:
    take_questions(tim_may, questions)
    entry = AuditEntry.objects.get(event="QUESTIONS_ASSIGNED")
    assert entry.people == [dana.pk]


def test_an_agent_may_not_take_any(olivia: User, questions: list[int]) -> None:
    with pytest.raises(NotAllowedError):
        take_questions(viewer_for(olivia), questions)
