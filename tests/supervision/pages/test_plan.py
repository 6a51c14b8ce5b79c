"""A case plan on its pages: written, signed, worked on, reviewed and closed; nothing is lost."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offenders.models import Person
from ots.access.models import User
from supervision.models import ActionStep, Goal, Obligation, PlanSignature, PlanState
from supervision.services.obligations import open_obligation
from tests.conftest import SignIn
from tests.factories.supervision_risk import first_answers, scoring

TODAY = timezone.localdate()
GOAL = {
    "need": "work",
    "statement": "I want a job that I can keep",
    "why_it_matters": "So I can pay for my son",
    "strength": "I know how to weld",
    "measure": "Pay stubs",
    "target": "Thirty hours a week for three months",
    "by_date": (TODAY + timedelta(days=120)).isoformat(),
    "stage": "preparation",
}
STEP = {
    "new_objective": "A certificate",
    "what": "Take the welding test",
    "who": "person",
    "kind": "program",
    "due_on": (TODAY + timedelta(days=30)).isoformat(),
}
SIGN = {"name": "Dana Doe", "witness": "Oscar Tester", "signed_on": TODAY.isoformat()}


class Plan:
    """Dana's plan in Olivia's browser."""

    def __init__(self, browser: Client, person: Person) -> None:
        """Begin with nothing."""
        self.browser = browser
        self.person = person

    def post(self, name: str, data: dict[str, object] | None = None, **parts: int) -> int:
        """Send a form of the plan."""
        url = reverse(f"supervision:{name}", kwargs={"person": self.person.pk, **parts})
        return self.browser.post(url, data or {}).status_code

    def page(self) -> str:
        """Return the page of the plan."""
        url = reverse("supervision:plan", args=[self.person.pk])
        return self.browser.get(url).content.decode()

    def state(self) -> PlanState:
        """Return the plan's state as it stands."""
        return PlanState.objects.get(person=self.person, superseded_at=None)


@pytest.fixture
def empty(olivia: User, dana: Person, sign_in: SignIn) -> Plan:
    """No plan yet."""
    return Plan(sign_in(olivia), dana)


@pytest.fixture
def drafted(empty: Plan) -> Plan:
    """A draft with one goal and one step."""
    empty.post("plan-begin")
    empty.post("goal-add", GOAL)
    empty.post("step-add", STEP, goal=1)
    return empty


@pytest.fixture
def signed(drafted: Plan) -> Plan:
    """Signed by both."""
    drafted.post("plan-sign", SIGN)
    return drafted


def test_it_holds_the_goal_in_the_persons_words(drafted: Plan) -> None:
    page = drafted.page()
    assert GOAL["statement"] in page
    assert STEP["what"] in page


def test_a_second_plan_is_refused_while_one_is_open(drafted: Plan) -> None:
    assert drafted.post("plan-begin") == 200
    assert PlanState.objects.filter(superseded_at=None).count() == 1


def test_a_plan_without_a_goal_is_not_signed(empty: Plan) -> None:
    empty.post("plan-begin")
    empty.post("plan-sign", SIGN)
    assert not PlanSignature.objects.exists()


def test_both_signatures_make_it_agreed(signed: Plan) -> None:
    parties = set(PlanSignature.objects.values_list("party", flat=True))
    assert (parties, signed.state().status) == ({"person", "agent"}, "agreed")


def test_the_persons_signature_asks_for_a_witness(drafted: Plan) -> None:
    drafted.post("plan-sign", {**SIGN, "witness": ""})
    assert not PlanSignature.objects.exists()


def test_signing_lets_the_review_fall_due(signed: Plan) -> None:
    due = Obligation.objects.get(title="Review the case plan", closed_on=None)
    assert due.due_on == signed.state().review_due_on


def test_a_signature_does_not_stand_for_words_that_came_later(signed: Plan) -> None:
    assert "Changed since" not in signed.page()
    signed.post("goal-change", {**GOAL, "target": "Forty hours"}, goal=1)
    assert "Changed since" in signed.page()


def test_a_step_done_leaves_the_signature_and_makes_it_active(signed: Plan) -> None:
    signed.post("step-done", {"done_on": TODAY.isoformat(), "minutes": 90}, step=1)
    assert signed.state().status == "active"
    assert "Changed since" not in signed.page()
    assert "1.5" in signed.page()


def test_earlier_words_stay_in_the_history(signed: Plan) -> None:
    signed.post("goal-change", {**GOAL, "target": "Forty hours"}, goal=1)
    targets = Goal.objects.order_by("pk").values_list("target", flat=True)
    assert list(targets) == [GOAL["target"], "Forty hours"]


def test_the_database_keeps_every_word(drafted: Plan) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Goal.objects.update(target="Another")


def test_progress_is_shown_with_its_day(signed: Plan) -> None:
    data = {"progress": 2, "stage": "action", "note": "Applied", "noted_on": TODAY.isoformat()}
    signed.post("goal-progress", data, goal=1)
    assert "2 Half way" in signed.page()


def test_a_review_meets_what_was_due_and_asks_for_the_next(signed: Plan) -> None:
    Obligation.objects.all().delete()
    open_obligation(
        person_id=signed.person.pk,
        kind="one_off",
        due_on=TODAY,
        source=signed.state().plan,
        title="Review the case plan",
    )
    data = {"occasion": "six_months", "summary": "On the way", "reviewed_on": TODAY.isoformat()}
    signed.post("plan-review", data)
    assert signed.state().status == "reviewed"
    assert Obligation.objects.get(due_on=TODAY).done_on == TODAY
    assert Obligation.objects.get(closed_on=None).due_on == signed.state().review_due_on


def test_a_closed_plan_asks_for_nothing_more(signed: Plan) -> None:
    signed.post("plan-close", {"closing": "done", "closed_on": TODAY.isoformat()})
    assert signed.state().status == "closed"
    assert not Obligation.objects.filter(closed_on=None, source_label="supervision.caseplan")
    assert signed.post("goal-add", GOAL) == 404


def test_a_new_plan_may_follow_a_closed_one(signed: Plan) -> None:
    signed.post("plan-close", {"closing": "replaced", "closed_on": TODAY.isoformat()})
    assert signed.post("plan-begin") == 302


def test_needs_of_the_assessment_show_which_has_no_goal(
    olivia: User, dana: Person, empty: Plan
) -> None:
    answers = {
        **first_answers("oras_cst"),
        "criminal_friends": "most",
        "not_full_time": True,
    }
    made = scoring(olivia, dana, instrument="oras_cst", answers=answers)
    empty.post("plan-begin", {"scoring": made.pk})
    empty.post("goal-add", GOAL)
    page = empty.page()
    assert "Friends and associates: 2 of 8" in page
    assert "No goal yet" in page


def test_a_step_needs_an_objective(drafted: Plan) -> None:
    drafted.post("step-add", {**STEP, "new_objective": "", "what": "Nothing"}, goal=1)
    assert ActionStep.objects.count() == 1


def test_it_prints_in_plain_words(signed: Plan) -> None:
    url = reverse("supervision:plan-print", args=[signed.person.pk])
    assert signed.browser.get(url).content.startswith(b"%PDF")


def test_a_supervisor_of_another_district_finds_nothing(
    ruth: User, drafted: Plan, sign_in: SignIn
) -> None:
    url = reverse("supervision:plan", args=[drafted.person.pk])
    assert sign_in(ruth).get(url).status_code == 404


def test_a_clerk_may_not_open_it(tim: User, drafted: Plan, sign_in: SignIn) -> None:
    url = reverse("supervision:plan", args=[drafted.person.pk])
    assert sign_in(tim).get(url).status_code == 403
