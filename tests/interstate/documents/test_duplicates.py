"""Before a case is opened, what may be the same is shown; going on is deliberate and is kept."""

from datetime import date

import pytest
from django.urls import reverse

from interstate.models import CompactCase
from interstate.services.cases import CaseEntry, CaseRefusedError, open_case
from ots.access.viewer import viewer_for
from tests import factories
from tests.factories.compact import compact_case, compact_office
from tests.factories.signing_in import signed_in_client


def entry(sender, to="IN", **more):
    return CaseEntry(
        supervision="parole",
        sending_office=sender.delegate.office,
        receiving_office=compact_office(to),
        searched_duplicates=True,
        **more,
    )


def asked(sender, person, to="IN", **more):
    """Ask for a case on the page, and return what it answers."""
    said = {
        "sending": sender.delegate.office_id,
        "receiving": compact_office(to).pk,
        "supervision": "parole",
        "act": "open",
        **more,
    }
    url = reverse("interstate:case-open", args=[person.pk])
    return signed_in_client(sender).post(url, said).content.decode()


def test_an_open_case_for_any_state_is_shown_before_another_is_opened(sender, case, dana):
    shown = asked(sender, dana)
    assert f"Case {case.number}" in shown
    assert "Why another case is opened all the same" in shown
    assert CompactCase.objects.count() == 1


def test_a_closed_case_of_the_same_state_is_shown(sender, case, dana):
    CompactCase.objects.update(state="CLOSED")
    assert f"Case {case.number}" in asked(sender, dana, to="OH")


def test_a_closed_case_of_another_state_stands_in_no_way(sender, case, dana):
    CompactCase.objects.update(state="CLOSED")
    asked(sender, dana)
    assert CompactCase.objects.filter(receiving="IN").exists()


def test_going_on_is_kept_with_its_reason(sender, case, dana):
    asked(sender, dana, opened_despite="Ohio refused; the mother moved.")
    made = CompactCase.objects.get(receiving="IN")
    assert made.opened_despite == "Ohio refused; the mother moved."


@pytest.fixture
def twin(sender, dana):
    """Somebody of the same name and birth date under another number, sent to Ohio."""
    other = factories.person(
        dana.first_name, last_name=dana.last_name, birth_date=dana.birth_date, agent=sender
    )
    return compact_case(sender, other)


def test_people_alike_are_shown_with_their_cases(sender, twin, dana):
    shown = asked(sender, dana)
    assert f"No. {twin.person_id}" in shown
    assert f"case {twin.number}" in shown
    assert not CompactCase.objects.filter(receiving="IN").exists()


def test_somebody_unlike_stands_in_no_way(sender, dana):
    other = factories.person(
        "Moses", last_name="Quackenbush", birth_date=date(1979, 6, 2), agent=sender
    )
    compact_case(sender, other)
    asked(sender, dana)
    assert CompactCase.objects.filter(receiving="IN").exists()


def test_no_way_past_the_page_opens_a_case_without_the_reason(sender, case, dana):
    with pytest.raises(CaseRefusedError, match=case.number):
        open_case(viewer_for(sender), dana.pk, entry(sender))


def test_an_open_case_between_the_same_offices_is_gone_on_with(sender, case, dana):
    with pytest.raises(CaseRefusedError, match="go on with that one"):
        open_case(viewer_for(sender), dana.pk, entry(sender, "OH", opened_despite="Again"))
