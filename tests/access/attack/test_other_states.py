"""Users of another state meet the compact's pages of a person of whom everything is recorded."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from interstate.choices import Post
from interstate.models import Activity, CompactCase, CompactEvent, CompactObligation
from interstate.rules.content import ContentType, form_of
from interstate.rules.limits import CLOSED_STAYS_READABLE, LIMITS
from interstate.rules.vocabulary import EventType, Key
from interstate.services.cases import CaseEntry, CaseRefusedError, open_case
from offenders.models import Person, Warrant
from ots.access.categories import Category
from ots.access.scopes import decide, in_scope
from ots.access.viewer import viewer_for
from tests.access.attack.site import roles_that_open, undone
from tests.access.sitemap import pages
from tests.access.world_marks import MARK
from tests.factories.compact import compact_office, post

pytestmark = pytest.mark.django_db

OFFICE, AGENT = "Other state's compact office", "Other state's agent"
BOTH = pytest.mark.parametrize("who", [OFFICE, AGENT])
# Who the person is and with whom in Michigan: what stands on top of the compact's pages.
TOLD = {
    *(("Person", part) for part in ("last_name", "first_name", "middle_name", "suffix")),
    *(("Person", part) for part in ("birth_date", "office", "agent")),
    ("Identifier", "value"),
}
DRAFTED = "ZQDRAFTED"
CASE, ACTIVITY, OWED = (
    next(each for each in pages() if each.name == f"interstate:{name}")
    for name in ("case", "activity", "office-owed")
)


@pytest.fixture
def abroad(site):
    """Both hold posts in Ohio, for which the person's case is."""
    with undone():
        post(site.cast[OFFICE], "OH", Post.OFFICE)
        post(site.cast[AGENT], "OH")
        yield site


def case_of(site) -> CompactCase:
    return CompactCase.objects.get(pk=site.values["transfer"])


def draft(site) -> None:
    """What Michigan writes and has not sent."""
    form = form_of(EventType.TRANSFER_REQUEST)
    said = next(
        each
        for each in form.fields
        if each.category == Category.SUPERVISION and each.type is ContentType.NOTE
    )
    Activity.objects.filter(pk=site.values["activity"]).update(content={said.name: DRAFTED})


def send(site, kind: EventType = EventType.REPORTING_INSTRUCTIONS_REQUEST) -> None:
    """Michigan sends something of the case; its draft stays a draft."""
    draft(site)
    event = happened(site, kind)
    Activity.objects.create(
        case=event.case,
        kind=kind.value,
        side="sending",
        status="received",
        event=event,
        content_version="2026-04-01",
        sent_at=event.happened_at,
    )
    CompactCase.objects.filter(pk=event.case_id).update(state="RI_PENDING")


def happened(site, kind: EventType, *, days_ago: int = 0) -> CompactEvent:
    case = case_of(site)
    return CompactEvent.objects.create(
        case=case,
        position=case.events.count(),
        happened_at=timezone.now() - timedelta(days=days_ago),
        type=kind.value,
        by="sending",
    )


def texts_met(site, who) -> dict[str, str]:
    """What each page that his role opens says to him; every request is undone."""
    return {
        page.name: site.look(who, site.url(page))[1]
        for page in pages()
        if who in roles_that_open(page)
    }


def marks_met(site, who) -> dict[tuple[str, str], str]:
    """Which fields of the record he met, each with a page that told it."""
    found = {}
    for name, text in texts_met(site, who).items():
        words = set(re.findall(MARK, text))
        for mark, (model, column) in site.world.marks.items():
            if (mark in words) if mark.startswith("MK") else (mark in text):
                found.setdefault((model.__name__, column), name)
    return found


@BOTH
def test_of_the_record_they_meet_who_it_is_and_nothing_else(who, abroad):
    send(abroad)
    met = marks_met(abroad, who)
    assert ("Person", "last_name") in met
    assert {field: page for field, page in met.items() if field not in TOLD} == {}


def test_they_meet_nobody_of_whom_nothing_was_sent(abroad):
    draft(abroad)
    assert marks_met(abroad, OFFICE) == {}


def test_they_meet_nobody_whose_case_was_closed_long_ago(abroad):
    send(abroad)
    days = CLOSED_STAYS_READABLE.on(timezone.localdate()).amount.count
    happened(abroad, EventType.CASE_CLOSURE_REPLY, days_ago=days + 1)
    CompactCase.objects.filter(pk=abroad.values["transfer"]).update(state="CLOSED")
    assert marks_met(abroad, OFFICE) == {}


@BOTH
def test_a_draft_stays_with_the_state_that_writes_it(who, abroad):
    send(abroad)
    told = texts_met(abroad, who)
    assert [name for name, text in told.items() if DRAFTED in text] == []


def test_each_page_that_names_the_person_to_them_is_in_the_trail(abroad):
    send(abroad)
    texts_met(abroad, OFFICE)
    assert (abroad.url(CASE), OFFICE) in abroad.named
    assert abroad.unrecorded() == ""


def owe_victims(site) -> None:
    """Michigan told a victim of the transfer, and has an answer to give."""
    case = case_of(site)
    happened(site, EventType.VICTIM_NOTICE_SENT)
    for key in (Key.VICTIM_RECEIPT, Key.VICTIM_ANSWER):
        CompactObligation.objects.create(
            case=case,
            key=key.value,
            rule="3.108",
            rule_set="2026-04-01",
            standing="verified",
            owed_by="sending",
            owing_office=case.sending_office,
            awaiting_office=case.receiving_office,
            started_by=0,
            started_on=timezone.localdate(),
            due_on=timezone.localdate(),
        )


def pages_that_tell_of_victims(site, who) -> set[str]:
    """The pages on which he reads what Michigan owes victims, or told one."""
    titles = (LIMITS[Key.VICTIM_ANSWER].title, form_of(EventType.VICTIM_NOTICE_SENT).title)
    told = {
        "case": site.ask(who, "get", site.url(CASE)),
        "owed": site.ask(who, "get", site.url(OWED), {"whose": "ours"}),
        "awaited": site.ask(who, "get", site.url(OWED), {"whose": "theirs"}),
    }
    words = re.compile("|".join(titles), re.IGNORECASE)
    texts = {name: unescape(answer.content.decode()) for name, answer in told.items()}
    # Above what is owed stands what may not be done and why, which is the same for every case.
    texts["case"] = texts["case"].partition('id="owed"')[2]
    return {name for name, text in texts.items() if words.search(text)}


def test_what_michigan_owes_its_victims_is_told_to_michigan_alone(abroad):
    send(abroad)
    owe_victims(abroad)
    assert pages_that_tell_of_victims(abroad, "Compact office") == {"case", "owed"}
    assert pages_that_tell_of_victims(abroad, OFFICE) == set()


def test_a_case_with_a_third_state_is_not_named_to_them(abroad):
    send(abroad)
    own = case_of(abroad)
    third = CompactCase.objects.get(pk=own.pk)
    third.pk, third.number = None, "IC-2026-800001"
    third.receiving_office = compact_office("IN")
    third.receiving = third.receiving_office.member
    third.save()
    entry = CaseEntry(
        supervision="parole",
        sending_office=compact_office("OH"),
        receiving_office=compact_office("MI"),
        searched_duplicates=True,
    )
    with pytest.raises(CaseRefusedError) as refused:
        open_case(viewer_for(abroad.cast[OFFICE]), own.person_id, entry)
    assert own.number in str(refused.value)
    assert third.number not in str(refused.value)


@pytest.mark.parametrize("who", ["Supervisor", "Compact office"])
def test_michigan_without_a_post_reads_no_draft_of_another_state(who, abroad):
    send(abroad)
    theirs = Activity.objects.create(
        case=case_of(abroad),
        kind=EventType.PROGRESS_REPORT.value,
        side="receiving",
        content_version="2026-04-01",
        author=abroad.cast[AGENT],
    )
    page = abroad.url(ACTIVITY)
    address = ACTIVITY.url({**abroad.values, "activity": theirs.pk})
    assert abroad.ask(who, "get", page).status_code == 200
    assert abroad.ask(who, "get", address).status_code == 404
    assert address not in abroad.ask(who, "get", abroad.url(CASE)).content.decode()


def test_on_a_page_of_the_compact_no_row_of_the_record_is_read(abroad):
    send(abroad)
    person, viewer = abroad.world.person.pk, viewer_for(abroad.cast[OFFICE])
    decision = decide(viewer, person)
    on_page = viewer.looking_at(person, decision.opened).holding_only(
        decision.rights, decision.apps
    )
    read = {
        model: in_scope(on_page, model.objects.all(), person=path).exists()
        for model, path in ((Person, ""), (CompactCase, "person"), (Warrant, "person"))
    }
    assert read == {Person: True, CompactCase: True, Warrant: False}
