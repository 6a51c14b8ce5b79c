"""What moves dates while a sentence runs."""

from datetime import date

import pytest

from offenders.models import Misconduct, ParoleViolation, Person, Restoration, Sentence
from offenders.services import conduct
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for

RECORDER = system_viewer("tests")


def test_guilt_is_not_found_before_the_deed(dana: Person) -> None:
    with pytest.raises(RefusedError, match="before the deed"):
        conduct.record_misconduct(
            RECORDER,
            dana.pk,
            violated_on=date(2022, 2, 1),
            found_guilty_on=date(2022, 1, 31),
            misconduct_class="II",
        )
    assert not Misconduct.objects.exists()


def test_a_clerk_records_credit_on_a_sentence(tim: User, danas_sentence: Sentence) -> None:
    award = conduct.award_credit(
        viewer_for(tim),
        danas_sentence.pk,
        kind="special_disciplinary_credit",
        days=24,
        awarded_on=date(2021, 6, 1),
        applies_to="both",
    )
    assert (award.person_id, award.days) == (danas_sentence.person_id, 24)


@pytest.mark.parametrize(("days", "is_fine"), [(30, True), (31, False)])
def test_no_more_is_given_back_than_was_taken(
    danas_sentence: Sentence, days: int, is_fine: bool
) -> None:
    conduct.forfeit_credit(
        RECORDER, danas_sentence.pk, days=30, ordered_on=date(2022, 1, 1), authority="warden"
    )
    if is_fine:
        conduct.restore_credit(RECORDER, danas_sentence.pk, days=days, ordered_on=date(2022, 6, 1))
    else:
        with pytest.raises(RefusedError, match="Only 30 days"):
            conduct.restore_credit(
                RECORDER, danas_sentence.pk, days=days, ordered_on=date(2022, 6, 1)
            )
    assert Restoration.objects.exists() is is_fine


def test_a_release_on_parole_sets_the_status(dana: Person) -> None:
    conduct.release_on_parole(RECORDER, dana.pk, released_on=date(2025, 8, 5), term_months=600)
    dana.refresh_from_db()
    assert dana.status == "parole"


def test_parole_is_not_violated_before_the_release(dana: Person) -> None:
    parole = conduct.release_on_parole(
        RECORDER, dana.pk, released_on=date(2025, 8, 5), term_months=24
    )
    with pytest.raises(RefusedError, match="before the release"):
        conduct.record_parole_violation(
            RECORDER, parole.pk, kind="technical", declared_on=date(2025, 8, 4)
        )


def test_nobody_is_back_before_the_violation_is_declared(dana: Person) -> None:
    parole = conduct.release_on_parole(
        RECORDER, dana.pk, released_on=date(2025, 8, 5), term_months=24
    )
    with pytest.raises(RefusedError, match="is not back"):
        conduct.record_parole_violation(
            RECORDER,
            parole.pk,
            kind="technical",
            declared_on=date(2025, 9, 4),
            available_on=date(2025, 9, 3),
        )
    assert not ParoleViolation.objects.exists()


def test_a_supervisor_may_not_record_misconduct(sam: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError, match=r"custody\.record"):
        conduct.record_misconduct(
            viewer_for(sam),
            dana.pk,
            violated_on=date(2022, 2, 1),
            found_guilty_on=date(2022, 2, 2),
            misconduct_class="II",
        )
