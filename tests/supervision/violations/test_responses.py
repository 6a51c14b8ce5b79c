"""An answer keeps within the grid and the law, and says why where it leaves the grid."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from offenders.models import Person, Statute
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, viewer_for
from supervision.choices.incident import AllegationState
from supervision.choices.response import ResponseMove
from supervision.models import Incident, Response
from supervision.rules.person_facts import Kind
from supervision.selectors.person_facts import facts_of
from supervision.selectors.technical import case_of
from supervision.services.incidents import state_allegation
from supervision.services.proceedings import ReportText, open_proceeding
from supervision.services.responses import Answer, propose_response, step_response
from tests.factories.supervision_recommendations import convicted
from tests.factories.supervision_violation import answer_kind, incident, supervised

pytestmark = pytest.mark.django_db


@pytest.fixture
def dana_on_parole(dana: Person) -> Person:
    return supervised(dana)


def answer(user: User, person: Person, *incidents: Incident, key: str, **more: object) -> Response:
    chosen = Answer(
        kind_id=answer_kind(key).pk,
        effective_on=timezone.localdate(),
        **more,  # type: ignore[arg-type]  # passed through
    )
    return propose_response(viewer_for(user), person.pk, incidents=incidents, answer=chosen)


def test_what_the_grid_presumes_needs_no_approval(olivia: User, dana_on_parole: Person) -> None:
    given = answer(olivia, dana_on_parole, incident(olivia, dana_on_parole), key="written-warning")
    assert (given.presumed_level, given.deviation, given.needs_approval) == (1, "none", False)


def test_the_heaviest_violation_of_several_is_the_one_presumed_for(
    olivia: User, dana_on_parole: Person
) -> None:
    several = [incident(olivia, dana_on_parole), incident(olivia, dana_on_parole, "V309")]
    given = answer(olivia, dana_on_parole, *several, key="curfew")
    assert given.presumed_level == 2


def test_a_deviation_without_a_reason_is_refused(olivia: User, dana_on_parole: Person) -> None:
    with pytest.raises(RefusedError, match="presumes level 1; you chose level 2"):
        answer(olivia, dana_on_parole, incident(olivia, dana_on_parole), key="curfew")


def test_a_deviation_with_a_reason_waits_for_a_supervisor(
    olivia: User, dana_on_parole: Person
) -> None:
    given = answer(
        olivia,
        dana_on_parole,
        incident(olivia, dana_on_parole),
        key="curfew",
        deviation_reason="pattern",
    )
    assert (given.deviation, given.needs_approval) == ("up", True)


def test_confinement_beyond_sixty_days_on_parole_is_refused_in_the_words_of_the_law(
    olivia: User, dana_on_parole: Person
) -> None:
    with pytest.raises(RefusedError, match="MCL 791.258a.*60 days"):
        answer(
            olivia,
            dana_on_parole,
            incident(olivia, dana_on_parole, "V309"),
            key="confinement",
            jail_days=61,
            deviation_reason="community_safety",
        )


def test_confinement_on_probation_is_refused_while_the_grade_is_not_known(
    olivia: User, dana: Person
) -> None:
    supervised(dana, "probation")
    with pytest.raises(RefusedError, match="grade of the offense is not known"):
        answer(
            olivia,
            dana,
            incident(olivia, dana, "V309"),
            key="confinement",
            jail_days=1,
            deviation_reason="community_safety",
        )


def test_two_violations_of_one_episode_count_once_toward_the_caps(
    olivia: User, dana_on_parole: Person
) -> None:
    first = incident(olivia, dana_on_parole, "V309")
    second = incident(olivia, dana_on_parole, "V308", episode=first.episode)
    answer(
        olivia,
        dana_on_parole,
        first,
        second,
        key="confinement",
        jail_days=3,
        deviation_reason="community_safety",
    )
    facts = facts_of(dana_on_parole.pk, timezone.localdate())
    assert len({each.transaction for each in facts.technical_sanctions}) == 1


def test_a_refused_answer_counts_toward_nothing(
    olivia: User, sam: User, dana_on_parole: Person
) -> None:
    given = answer(
        olivia,
        dana_on_parole,
        incident(olivia, dana_on_parole, "V309"),
        key="confinement",
        jail_days=3,
        deviation_reason="community_safety",
    )
    step_response(viewer_for(sam), given, move=ResponseMove.REFUSED, note="Try a curfew first")
    assert facts_of(dana_on_parole.pk, timezone.localdate()).technical_sanctions == ()


def test_information_cannot_be_answered(olivia: User, dana_on_parole: Person) -> None:
    with pytest.raises(RefusedError, match="information and no violation"):
        answer(
            olivia, dana_on_parole, incident(olivia, dana_on_parole, "V704"), key="written-warning"
        )


def test_what_was_withdrawn_cannot_be_answered(olivia: User, dana_on_parole: Person) -> None:
    missed = incident(olivia, dana_on_parole)
    state_allegation(
        viewer_for(olivia),
        missed,
        state=AllegationState.WITHDRAWN,
        on=timezone.localdate(),
        reason="Was in hospital",
    )
    with pytest.raises(RefusedError, match="withdrawn"):
        answer(olivia, dana_on_parole, missed, key="written-warning")


def test_a_positive_that_nobody_confirmed_carries_nothing_above_a_word(
    olivia: User, dana_on_parole: Person
) -> None:
    with pytest.raises(RefusedError, match="nothing above a verbal response"):
        answer(
            olivia, dana_on_parole, incident(olivia, dana_on_parole, "V401"), key="written-warning"
        )


def test_a_positive_that_was_admitted_may_be_answered(olivia: User, dana_on_parole: Person) -> None:
    positive = incident(olivia, dana_on_parole, "V401")
    state_allegation(
        viewer_for(olivia),
        positive,
        state=AllegationState.ADMITTED,
        on=timezone.localdate(),
        reason="Said so",
    )
    assert answer(olivia, dana_on_parole, positive, key="written-warning").pk


def test_an_answer_waiting_for_approval_goes_no_further(
    olivia: User, dana_on_parole: Person
) -> None:
    given = answer(
        olivia,
        dana_on_parole,
        incident(olivia, dana_on_parole),
        key="curfew",
        deviation_reason="pattern",
    )
    with pytest.raises(RefusedError, match="approve this answer first"):
        step_response(viewer_for(olivia), given, move=ResponseMove.NOTIFIED)


def test_agents_do_not_approve(olivia: User, dana_on_parole: Person) -> None:
    given = answer(
        olivia,
        dana_on_parole,
        incident(olivia, dana_on_parole),
        key="curfew",
        deviation_reason="pattern",
    )
    with pytest.raises(NotAllowedError):
        step_response(viewer_for(olivia), given, move=ResponseMove.APPROVED)


def test_a_supervisor_does_not_approve_the_own_answer(sam: User, dana_on_parole: Person) -> None:
    given = answer(
        sam,
        dana_on_parole,
        incident(sam, dana_on_parole),
        key="curfew",
        deviation_reason="pattern",
    )
    with pytest.raises(NotAllowedError, match="own answer"):
        step_response(viewer_for(sam), given, move=ResponseMove.APPROVED)


def test_an_answer_is_approved_told_acknowledged_and_completed(
    olivia: User, sam: User, dana_on_parole: Person
) -> None:
    given = answer(
        olivia,
        dana_on_parole,
        incident(olivia, dana_on_parole),
        key="curfew",
        deviation_reason="pattern",
        until=timezone.localdate() + timedelta(days=30),
    )
    step_response(viewer_for(sam), given, move=ResponseMove.APPROVED)
    for move in (ResponseMove.NOTIFIED, ResponseMove.ACKNOWLEDGED, ResponseMove.COMPLETED):
        step_response(viewer_for(olivia), given, move=move, on=date(2026, 11, 20))
    assert given.steps.count() == 4


@pytest.mark.parametrize(("key", "is_allowed"), [("verbal-warning", True), ("curfew", False)])
def test_an_alert_of_a_device_alone_is_answered_by_a_talk_at_most(
    olivia: User, dana_on_parole: Person, key: str, *, is_allowed: bool
) -> None:
    alert = incident(olivia, dana_on_parole, informant="em_vendor")
    reason = {"deviation_reason": "pattern"}
    if is_allowed:
        assert answer(olivia, dana_on_parole, alert, key=key, **reason).pk
        return
    with pytest.raises(RefusedError, match="alert of a device"):
        answer(olivia, dana_on_parole, alert, key=key, **reason)
    state_allegation(
        viewer_for(olivia),
        alert,
        state=AllegationState.ADMITTED,
        on=timezone.localdate(),
        reason="Said so",
    )
    assert answer(olivia, dana_on_parole, alert, key=key, **reason).pk


@pytest.mark.parametrize(("mcl", "is_left_out"), [("750.81(2)", True), ("750.81(1)", False)])
def test_a_conviction_of_domestic_violence_is_left_out_of_the_limits(
    dana: Person, mcl: str, *, is_left_out: bool
) -> None:
    convicted(dana, mcl)
    assert case_of(dana.pk, Kind.PROBATION).is_left_out is is_left_out


@pytest.mark.parametrize(
    ("mcl", "is_misdemeanor", "is_one"),
    [("257.625(9)(c)", False, True), ("257.625(9)(a)", True, False), ("257.6251", False, False)],
)
def test_a_felony_on_the_list_of_drunk_driving_is_drunk_driving(
    dana: Person, mcl: str, *, is_misdemeanor: bool, is_one: bool
) -> None:
    convicted(dana, mcl)
    Statute.objects.filter(mcl=mcl).update(is_misdemeanor=is_misdemeanor)
    assert case_of(dana.pk, Kind.PROBATION).is_felony_drunk_driving is is_one


def test_a_case_reported_as_swift_and_sure_is_confined_by_its_own_ladder(
    olivia: User, dana: Person
) -> None:
    supervised(dana, "probation")
    known = incident(olivia, dana, "V309")
    text = ReportText(route="local", is_swift_and_sure=True)
    open_proceeding(viewer_for(olivia), dana.pk, incidents=[known], text=text)
    with pytest.raises(RefusedError, match="Swift and Sure sanction number 1: not more than 3"):
        answer(
            olivia,
            dana,
            known,
            key="confinement",
            jail_days=4,
            deviation_reason="community_safety",
        )
