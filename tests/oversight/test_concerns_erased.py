"""What a court orders destroyed is told by no words of what users said is wrong."""

from datetime import date, timedelta

import pytest
from django.db import Error, transaction
from django.urls import reverse

from offenders.selectors.sealable import Sealable
from offenders.services.seals import CourtOrder, expunge
from ots.access.viewer import system_viewer, viewer_for
from ots.oversight.models import Concern, ConcernStep
from ots.oversight.selectors.concerns import answers_lately
from ots.oversight.services.concerns import move_concern
from ots.oversight.services.destroying import ERASED_WORDS
from tests import factories
from tests.oversight.telling import WORDS, told

ANSWER = "The judgment was amended."


@pytest.fixture
def answered(danas_case, concern, tim):
    """What is wrong with Dana's dates, looked at without words and then answered."""
    move_concern(viewer_for(tim), concern.pk, state="seen", words="")
    move_concern(viewer_for(tim), concern.pk, state="mended", words=ANSWER)
    return concern


def destroy(case):
    order = CourtOrder(
        court_id=case.court_id,
        order_number="O-1",
        ordered_on=date(2026, 5, 4),
        authority="780.621",
    )
    what = Sealable(case_id=case.pk)
    return expunge(system_viewer("tests"), case.person_id, what=what, order=order)


def test_an_order_erases_what_was_told_its_address_and_the_answer(answered, danas_case):
    order = destroy(danas_case)
    answered.refresh_from_db()
    assert (answered.words, answered.address) == (ERASED_WORDS, "")
    assert list(answered.steps.values_list("words", flat=True)) == ["", ERASED_WORDS]
    assert order.destroyed["reports erased"] == 2


def test_who_told_it_reads_that_it_is_gone(answered, danas_case, olivia, sign_in):
    destroy(danas_case)
    shown = sign_in(olivia).get(reverse("oversight:concern-own")).content.decode()
    assert ERASED_WORDS in shown
    assert WORDS not in shown


def test_what_is_told_of_another_person_stays(answered, danas_case, olivia):
    other = told(olivia, factories.person("Pat", agent=olivia, office=olivia.office))
    destroy(danas_case)
    other.refresh_from_db()
    assert other.words == WORDS


@pytest.mark.parametrize("model", [Concern, ConcernStep])
def test_nothing_is_erased_without_an_order(model, answered):
    with pytest.raises(Error, match="never changed or deleted"), transaction.atomic():
        model.objects.update(words=ERASED_WORDS)


def test_home_says_for_a_week_that_it_was_answered(answered, olivia, sign_in):
    assert "1 of your reports was answered" in sign_in(olivia).get(reverse("home")).content.decode()
    later = viewer_for(olivia, now=answered.told_at + timedelta(days=8))
    assert answers_lately(later) == 0


def test_an_answer_that_is_looked_at_anew_is_none(answered, olivia, tim):
    move_concern(viewer_for(tim), answered.pk, state="seen", words="")
    assert answers_lately(viewer_for(olivia)) == 0
