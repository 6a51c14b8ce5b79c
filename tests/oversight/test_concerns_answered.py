"""Who answers what is said to be wrong, what who told it sees of that, and what is kept."""

import pytest
from auditlog.registry import auditlog
from django.db import Error, transaction
from django.urls import reverse
from django.utils import timezone

from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry
from ots.oversight.desks import WORKED_BY
from ots.oversight.models import Concern, ConcernStep
from ots.oversight.models.concern import (
    ENDED,
    NEXT,
    OF_A_RECORD,
    ConcernKind,
    ConcernState,
    Desk,
)
from ots.oversight.selectors.concerns import (
    concern_read,
    concerns_to_answer,
    lines,
    own_concerns,
    own_lines,
    times_to_answer,
    waiting_concerns,
)
from ots.oversight.selectors.told_page import told_page
from ots.oversight.services.concerns import (
    ConcernRefusedError,
    move_concern,
    tell_concern,
)
from tests import factories
from tests.oversight.telling import NOW, WORDS, dates_of, earlier, queries, told


def test_a_wrong_date_waits_at_the_records_with_its_page(concern, tim, dana, sign_in):
    client = sign_in(tim)
    assert WORDS in client.get(reverse("oversight:concern-list")).content.decode()
    detail = client.get(reverse("oversight:concern-detail", args=[concern.pk])).content.decode()
    assert f'href="{dates_of(dana)}"' in detail


def test_the_clerk_finds_it_beside_the_record(concern, tim, dana, sign_in):
    shown = sign_in(tim).get(reverse("offenders:person", args=[dana.pk])).content.decode()
    assert reverse("oversight:concern-detail", args=[concern.pk]) in shown


def test_home_says_how_many_wait(concern, tim, sign_in):
    assert "1 report waits for an answer" in sign_in(tim).get(reverse("home")).content.decode()


def test_it_waits_from_the_day_it_was_told(concern, tim):
    told_before = earlier(concern, 2)
    [first, second] = lines(concerns_to_answer(viewer_for(tim)))
    assert (first.concern, first.days) == (told_before, 2)
    assert (second.concern, second.days) == (concern, 0)


def test_nobody_but_the_desk_and_who_told_it_reads_the_words(concern, seth, sam, oscar):
    assert concern_read(viewer_for(seth), concern.pk) is None
    assert concern_read(viewer_for(sam), concern.pk) is None
    with pytest.raises(NotAllowedError):
        concerns_to_answer(viewer_for(oscar))
    assert not own_concerns(viewer_for(oscar)).exists()


def test_supervisors_answer_for_the_people_of_their_offices(olivia, dana, sam, ruth):
    made = told(olivia, dana, kind="fact", address=reverse("supervision:risk", args=[dana.pk]))
    assert concern_read(viewer_for(sam), made.pk) is not None
    assert concern_read(viewer_for(ruth), made.pk) is None


def test_the_security_officer_reads_of_a_page_and_of_nobodys_record(olivia, dana, seth, sign_in):
    made = told(olivia, dana, kind="page", words="The list stays empty.")
    page = reverse("oversight:concern-detail", args=[made.pk])
    shown = sign_in(seth).get(page).content.decode()
    assert "The list stays empty." in shown
    assert dana.full_name not in shown


def test_what_is_answered_is_shown_with_its_words_and_days_to_who_told_it(
    concern, tim, olivia, sign_in
):
    move_concern(viewer_for(tim), concern.pk, state="seen", words="")
    move_concern(viewer_for(tim), concern.pk, state="mended", words="The judgment was amended.")
    shown = sign_in(olivia).get(reverse("oversight:concern-own")).content.decode()
    assert "The judgment was amended." in shown
    assert "on the same day" in shown


def test_the_page_takes_a_step_and_leads_back_to_the_list(concern, tim, sign_in):
    page = reverse("oversight:concern-detail", args=[concern.pk])
    answer = sign_in(tim).post(page, {"state": "no_fault", "words": "It is the amended day."})
    assert answer["Location"] == reverse("oversight:concern-list")
    assert concern.steps.get().taken_by == tim


@pytest.mark.parametrize("state", ENDED)
def test_an_answer_says_why(state, concern, tim):
    with pytest.raises(ConcernRefusedError, match="who told it reads this"):
        move_concern(viewer_for(tim), concern.pk, state=state, words=" ")


def test_the_database_keeps_no_answer_without_words(concern, tim):
    with pytest.raises(Error, match="answers_have_words"), transaction.atomic():
        concern.steps.create(state="mended", taken_by=tim, taken_at=NOW)


@pytest.mark.parametrize("state", sorted(set(ConcernState) - set(NEXT["new"])))
def test_a_step_that_does_not_follow_is_refused(state, concern, tim):
    with pytest.raises(ConcernRefusedError, match="somebody was faster"):
        move_concern(viewer_for(tim), concern.pk, state=state, words="x")


def test_every_state_leads_on_and_is_reached():
    assert all(NEXT[state] for state in ConcernState)
    assert {after for following in NEXT.values() for after in following} == (
        set(ConcernState) - {ConcernState.NEW}
    )


def test_who_does_not_answer_it_takes_no_step(concern, sam):
    with pytest.raises(NotAllowedError):
        move_concern(viewer_for(sam), concern.pk, state="seen", words="")


def test_what_is_answered_leaves_the_list_and_can_be_taken_up_again(concern, tim):
    viewer = viewer_for(tim)
    move_concern(viewer, concern.pk, state="mended", words="Done.")
    assert (waiting_concerns(viewer), concerns_to_answer(viewer, waiting=False).count()) == (0, 1)
    move_concern(viewer, concern.pk, state="seen", words="Not done after all.")
    assert waiting_concerns(viewer) == 1


def test_the_median_of_days_is_told_by_kind(concern, tim):
    for days in (2, 4, 9):
        answered = earlier(concern, days)
        move_concern(viewer_for(tim), answered.pk, state="mended", words="Done.")
    [time] = times_to_answer(now=timezone.now())
    assert (time.kind, time.answered, time.days) == (ConcernKind.DATE, 3, 4.0)


def test_of_a_record_gone_out_of_reach_nothing_is_shown(concern, olivia, oscar, dana, sign_in):
    type(dana).objects.filter(pk=dana.pk).update(agent=oscar)
    shown = sign_in(olivia).get(reverse("oversight:concern-own")).content.decode()
    assert "out of your reach now" in shown
    assert WORDS not in shown
    assert dates_of(dana) not in shown


def test_telling_and_answering_are_in_the_trail_without_their_words(concern, tim, dana, olivia):
    move_concern(viewer_for(tim), concern.pk, state="mended", words="The judgment was amended.")
    entries = list(AuditEntry.objects.filter(event__startswith="CONCERN_").order_by("pk"))
    assert [(each.event, each.actor, each.person_id) for each in entries] == [
        ("CONCERN_TOLD", olivia, dana.pk),
        ("CONCERN_MOVED", tim, dana.pk),
    ]
    assert not [each for each in entries if "judgment" in str(each.additional_data)]


@pytest.mark.parametrize("model", [Concern, ConcernStep])
def test_the_trail_keeps_no_copy_of_the_words(model):
    assert not auditlog.contains(model)


@pytest.mark.parametrize("model", [Concern, ConcernStep])
def test_nothing_of_it_is_rewritten(model, concern, tim):
    move_concern(viewer_for(tim), concern.pk, state="seen", words="")
    with pytest.raises(Error, match="never changed or deleted"), transaction.atomic():
        model.objects.all()._raw_delete("default")


def test_reading_it_is_in_the_trail_with_whose_record_it_is(concern, tim, dana, sign_in):
    sign_in(tim).get(reverse("oversight:concern-list"))
    entry = AuditEntry.objects.filter(event="LIST_VIEWED", actor=tim).latest("pk")
    assert (entry.people, entry.additional_data["list"]) == ([dana.pk], "concerns")


@pytest.mark.parametrize(("who", "page"), [("tim", "concern-list"), ("olivia", "concern-own")])
def test_a_longer_list_asks_no_more(who, page, concern, olivia, tim, sign_in):
    client = sign_in({"tim": tim, "olivia": olivia}[who])
    few = queries(client, reverse(f"oversight:{page}"))
    for number in range(3):
        told(olivia, factories.person(f"Pat{number}", agent=olivia, office=olivia.office))
    assert queries(client, reverse(f"oversight:{page}")) == few


def test_own_lines_of_nobodys_record_are_open(olivia):
    viewer = viewer_for(olivia)
    tell_concern(viewer, told_page(viewer, reverse("home")), kind="idea", words="Larger letters.")
    [line] = own_lines(viewer, own_concerns(viewer))
    assert line.is_open_to_viewer


def test_facts_and_dates_are_of_a_record_and_no_others():
    assert set(OF_A_RECORD) == {ConcernKind.FACT, ConcernKind.DATE}
    assert WORKED_BY.keys() == set(Desk)
