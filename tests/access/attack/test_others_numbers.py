"""Numbers in addresses that are somebody else's, too large, too small, or none at all."""

import pytest

from ots.audit.models import AuditEntry, Outcome
from tests.access.attack.payloads import ODD_NUMBERS, ODD_WORDS
from tests.access.attack.site import FAILED, FAR, roles_that_open, undone
from tests.access.sitemap import pages, pages_of_administration

pytestmark = pytest.mark.django_db

# Reach no one but those given to them.
BOUND = (
    "Parole agent",
    "Probation agent",
    "Supervisor",
    "Court user",
    "Other state's compact office",
    "Other state's agent",
)
ABOUT_A_PERSON = [page for page in pages() if page.is_about_a_person]
INSIDE = [
    page for page in ABOUT_A_PERSON if len(page.parts) > 1 and page.parts != ("person", "key")
]
# They only lead to the list they belong to: by a link, or where the row's category is closed.
LEADS_BACK = {
    ("get", "offenders:grant-end"),
    *((each, "supervision:money-entry") for each in ("get", "post")),
    *((each, "supervision:person-test") for each in ("get", "post")),
    # What is sent to them says what a document is for, and leads to the document.
    ("post", "supervision:scoring-print"),
    ("post", "supervision:proceeding-packet"),
    ("post", "interstate:activity-packet"),
}
OPEN_TO_THE_BOUND = [page for page in ABOUT_A_PERSON if set(BOUND) & set(roles_that_open(page))]
NOT_THERE = 404
NOT_THIS_METHOD = 405
REFUSED = {403, NOT_THERE, NOT_THIS_METHOD}


def refused(site, page, who, method):
    url = page.url({**site.values, "person": FAR})
    answer = site.ask(who, method, url)
    shown = b"" if answer.streaming else answer.content
    return answer.status_code in REFUSED and b"Faraway" not in shown


@pytest.mark.parametrize("who", BOUND)
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_out_of_reach_is_opened(who, method, site):
    may = [page for page in ABOUT_A_PERSON if who in roles_that_open(page)]
    assert [page.name for page in may if not refused(site, page, who, method)] == []


@pytest.mark.parametrize("page", OPEN_TO_THE_BOUND, ids=lambda page: page.name)
def test_each_attempt_is_in_the_trail_as_refused(page, site):
    who = next(each for each in BOUND if each in roles_that_open(page))
    with undone():
        before = AuditEntry.objects.count()
        answer = site.client(who).get(page.url({**site.values, "person": FAR}))
        if answer.status_code == NOT_THIS_METHOD:
            answer = site.client(who).post(page.url({**site.values, "person": FAR}))
        told = AuditEntry.objects.order_by("pk")[before:]
        found = [(each.outcome, each.person_id) for each in told if each.event == "ACCESS_DENIED"]
    assert answer.status_code == NOT_THERE
    assert found == [(Outcome.DENIED, FAR)]


@pytest.mark.parametrize("page", INSIDE, ids=lambda page: page.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_row_of_another_person_is_not_opened_under_one_in_reach(page, method, site):
    # The far person is in reach of statewide roles; the rows are the first person's.
    who = site.openers(page)[-1]
    wide = next((each for each in site.openers(page) if each not in BOUND), who)
    answer = site.ask(wide, method, page.url({**site.values, "person": FAR}))
    assert answer.status_code in REFUSED or (method, page.name) in LEADS_BACK


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_number_breaks_a_page(method, site):
    wrong = []
    for page in [each for each in pages() if each.parts]:
        who = site.openers(page)[-1]
        for part in page.parts:
            known = isinstance(site.values[part], int)
            for odd in ODD_NUMBERS if known else ():
                url = page.url({**site.values, part: odd})
                answer = site.ask(who, method, url)
                if answer.status_code >= FAILED:
                    wrong.append(f"{page.name} {part}={odd}: {answer.exc_info[1]!r}")
    assert not wrong, "\n".join(wrong)


def test_no_number_breaks_a_page_of_administration(site):
    wrong = []
    for page in [each for each in pages_of_administration() if each.parts]:
        for odd in (*ODD_NUMBERS, "zq", "_5F", "1_2F2"):
            answer = site.ask("Administrator", "get", page.url(dict.fromkeys(page.parts, odd)))
            if answer.status_code >= FAILED:
                wrong.append(f"{page.name} {odd}: {answer.exc_info[1]!r}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("odd", [*ODD_WORDS, "-1"], ids=lambda odd: odd[:12])
def test_no_word_in_place_of_a_number_breaks_a_page_or_leads_out_of_it(odd, site):
    wrong = []
    for page in [each for each in pages() if each.parts]:
        mark = page.url(dict.fromkeys(page.parts, 4242))
        answer = site.ask(site.openers(page)[-1], "get", mark.replace("4242", odd))
        if answer.status_code >= FAILED or "X-Zq" in answer.headers or b"root:" in answer.content:
            wrong.append(page.name)
    assert wrong == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_choice_changed_to_anothers_number_changes_nothing_of_the_other(method, site):
    wrong = []
    for form in site.forms_sent(method):
        hidden = [each.name for each in form.fields.values() if each.kind in {"hidden", "select"}]
        sent = form.filled(**dict.fromkeys(hidden, str(FAR)))
        with undone():
            before = AuditEntry.objects.filter(person_id=FAR, outcome=Outcome.SUCCESS).count()
            answer = getattr(site.client(form.who), method)(form.action, sent)
            after = AuditEntry.objects.filter(person_id=FAR, outcome=Outcome.SUCCESS).count()
        if answer.status_code >= FAILED or after != before:
            wrong.append(f"{form.who} {form.action} {hidden}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)
