"""Closed people, sealed and destroyed records, youthful trainees: nothing tells they were there."""

from datetime import date

import pytest
from django.db import Error, transaction
from django.urls import reverse

from offenders.choices import CourtKind, DispositionKind, SentenceKind
from offenders.models import (
    Charge,
    CourtCase,
    Disposition,
    PersonClosure,
    SealOrder,
    Sentence,
    SentenceTerms,
)
from offenders.selectors.preview import preview
from offenders.selectors.sealable import Sealable
from offenders.selectors.search import SearchCriteria, find_people
from offenders.services.closing import refresh_closures
from offenders.services.restrictions import declare_known, lift_closure, restrict_person
from offenders.services.seals import CourtOrder, expunge, seal, unseal
from offenders.services.sentences import next_label
from ots.access.closures import reading_as, reading_everything
from ots.access.scopes import reaches
from ots.access.viewer import system_viewer, viewer_for
from ots.audit.models import AuditEntry
from supervision.models import SupervisionPeriod
from tests import factories
from timecomp.models import Computation
from timecomp.services.computing import compute_person

CUSTODIAN = system_viewer("tests")


@pytest.fixture
def custodian(db):
    """Custodian of restricted records."""
    return factories.user("Cleo", role="Restricted records custodian")


def order(court=None):
    return CourtOrder(
        court_id=(court or factories.court("Sealing Court")).pk,
        order_number="O-1",
        ordered_on=date(2026, 5, 4),
        authority="780.621",
    )


def found(user, name="Doe"):
    viewer = viewer_for(user)
    with reading_as(viewer):
        results = find_people(viewer, SearchCriteria(name=name))
        return [row.person.pk for row in results.page]


def text(client, name, *args):
    answer = client.get(reverse(name, args=args))
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


PAGES = ("offenders:person", "offenders:person-legal", "offenders:person-timeline")


@pytest.mark.parametrize("kind", ["employee", "protected"])
def test_a_restricted_person_is_closed_even_to_the_agent(kind, olivia, dana):
    restrict_person(CUSTODIAN, dana.pk, kind=kind, reason="works here")
    assert not reaches(viewer_for(olivia), dana.pk)
    assert found(olivia) == []


def test_a_restricted_person_is_open_to_those_with_the_right(custodian, dana):
    restrict_person(CUSTODIAN, dana.pk, kind="employee", reason="works here")
    assert reaches(viewer_for(custodian), dana.pk)


def test_a_restricted_person_is_open_to_whom_she_is_given_by_name(olivia, dana):
    restrict_person(CUSTODIAN, dana.pk, kind="protected", reason="witness")
    factories.give_person(olivia, dana)
    assert reaches(viewer_for(olivia), dana.pk)


def test_a_relative_stays_closed_to_the_user_named_whatever_the_right(custodian, dana):
    restrict_person(CUSTODIAN, dana.pk, kind="relative", user=custodian, reason="sister")
    assert not reaches(viewer_for(custodian), dana.pk)


def test_who_declares_to_know_a_person_loses_her_and_nobody_else_does(olivia, sam, dana, sign_in):
    page = reverse("offenders:person-known", args=[dana.pk])
    sign_in(olivia).post(page, {"reason": "We went to school together."})
    assert not reaches(viewer_for(olivia), dana.pk)
    assert reaches(viewer_for(sam), dana.pk)


def test_a_lifted_closure_opens_the_record_and_stays_in_the_history(olivia, dana):
    closure = restrict_person(CUSTODIAN, dana.pk, kind="employee", reason="works here")
    lift_closure(CUSTODIAN, dana.pk, closure.pk, reason="left")
    assert reaches(viewer_for(olivia), dana.pk)
    assert PersonClosure.objects.filter(person=dana).count() == 2


def test_declaring_twice_is_refused_in_words(olivia, dana):
    declare_known(viewer_for(olivia), dana.pk, reason="friend")
    assert PersonClosure.standing().count() == 1


def test_a_sealed_person_exists_for_nobody_without_the_right(tim, custodian, dana, sign_in):
    seal(CUSTODIAN, dana.pk, what=Sealable(), order=order())
    assert found(tim) == []
    assert text(sign_in(tim), "offenders:person", dana.pk) == "404"
    assert text(sign_in(tim), "offenders:person", dana.pk) == text(
        sign_in(tim), "offenders:person", 99999999
    )
    assert found(custodian) == [dana.pk]


def test_a_sealed_case_leaves_no_trace_on_any_page(tim, custodian, danas_sentence, sign_in):
    person, case = danas_sentence.person, danas_sentence.charge.case
    docket = case.docket_number
    assert docket in text(sign_in(tim), "offenders:person-legal", person.pk)
    seal(CUSTODIAN, person.pk, what=Sealable(case_id=case.pk), order=order())
    client = sign_in(tim)
    pages = [text(client, name, person.pk) for name in PAGES]
    assert [page for page in pages if docket in page or "robbery" in page.lower()] == []
    assert docket in text(sign_in(custodian), "offenders:person-legal", person.pk)


def test_the_page_of_a_sealed_sentence_is_not_there(tim, danas_sentence, sign_in):
    person = danas_sentence.person
    seal(CUSTODIAN, person.pk, what=Sealable(charge_id=danas_sentence.charge_id), order=order())
    page = text(sign_in(tim), "offenders:sentence", person.pk, danas_sentence.pk)
    assert page == text(sign_in(tim), "offenders:sentence", person.pk, 99999999) == "404"


def test_dates_computed_from_what_is_sealed_show_to_nobody_without_the_right(
    tim, custodian, danas_sentence, django_capture_on_commit_callbacks, sign_in
):
    person = danas_sentence.person
    compute_person(CUSTODIAN, person.pk)
    worksheet = ("timecomp:person-date-worksheet", person.pk, "A-start")
    assert text(sign_in(tim), *worksheet) != "404"
    with django_capture_on_commit_callbacks(execute=True):
        seal(
            CUSTODIAN,
            person.pk,
            what=Sealable(case_id=danas_sentence.charge.case_id),
            order=order(),
        )
    assert text(sign_in(tim), *worksheet) == "404"
    assert Computation.objects.filter(person=person).exists()


def test_a_new_sentence_gets_a_letter_that_the_sealed_one_does_not_have(danas_sentence):
    person = danas_sentence.person
    seal(CUSTODIAN, person.pk, what=Sealable(charge_id=danas_sentence.charge_id), order=order())
    assert next_label(person.pk) == "B"


def test_what_is_unsealed_shows_again(tim, danas_sentence, sign_in):
    person, case = danas_sentence.person, danas_sentence.charge.case
    sealed = seal(CUSTODIAN, person.pk, what=Sealable(case_id=case.pk), order=order())
    unseal(CUSTODIAN, person.pk, seal_id=sealed.pk, order=order())
    assert case.docket_number in text(sign_in(tim), "offenders:person-legal", person.pk)


def test_an_order_to_destroy_leaves_only_itself(danas_sentence):
    person, case = danas_sentence.person, danas_sentence.charge.case
    tombstone = expunge(CUSTODIAN, person.pk, what=Sealable(case_id=case.pk), order=order())
    with reading_everything():
        assert not CourtCase.objects.filter(pk=case.pk).exists()
        assert not Sentence.objects.filter(pk=danas_sentence.pk).exists()
    assert tombstone.destroyed["sentences"] == 1
    assert tombstone.case_id == case.pk


def test_facts_go_for_no_other_reason(danas_sentence):
    with pytest.raises(Error, match="never deleted"), transaction.atomic():
        SentenceTerms.objects.filter(sentence=danas_sentence).delete()


def test_sealing_and_its_court_are_in_the_trail(dana):
    seal(CUSTODIAN, dana.pk, what=Sealable(), order=order())
    entry = AuditEntry.objects.filter(event="RECORD_SEALED", person_id=dana.pk).latest("pk")
    assert entry.additional_data["authority"] == "780.621"


def dispose(charge, kind):
    """Let the charge end otherwise than it did."""
    standing = Disposition.objects.filter(charge=charge, superseded_at=None)
    standing.update(superseded_at=charge.recorded_at)
    Disposition.objects.create(charge=charge, kind=kind, disposed_on=date(2026, 1, 2))


@pytest.fixture
def trainee(danas_case):
    """Dana is in prison as a youthful trainee."""
    sentence = factories.add_sentence(factories.add_charge(danas_case))
    old = sentence.terms.get()
    SentenceTerms.objects.filter(pk=old.pk).update(superseded_at=old.recorded_at)
    values = {
        field.attname: getattr(old, field.attname)
        for field in SentenceTerms._meta.concrete_fields
        if field.attname not in {"id", "superseded_at", "recorded_at", "supersedes_id", "kind"}
    }
    SentenceTerms.objects.create(**values, supersedes=old, kind=SentenceKind.HYTA_PRISON)
    dispose(sentence.charge, DispositionKind.DEFERRED)
    refresh_closures(danas_case.person_id)
    return sentence


def counts_seen_by(user):
    with reading_as(viewer_for(user)):
        return Charge.objects.count()


@pytest.mark.parametrize(("who", "number"), [("vic", 0), ("olivia", 1), ("paula", 1), ("tim", 1)])
def test_a_youthful_trainees_count_is_read_by_those_whom_the_law_names(
    who, number, trainee, request
):
    assert counts_seen_by(request.getfixturevalue(who)) == number


def test_the_court_opens_its_own_youthful_trainee_as_its_lists_do(courtney, dana, trainee, sign_in):
    assert found(courtney) == [dana.pk]
    page = sign_in(courtney).get(reverse("offenders:person", args=[dana.pk]))
    assert page.status_code == 200
    ways = preview(viewer_for(factories.user("Seth", role="Security officer")), courtney, dana.pk)
    assert ways.ways == ("has a case at the own court",)


def test_the_court_neither_lists_nor_opens_whom_only_a_sealed_case_brings(
    courtney, dana, danas_case, sign_in
):
    what = Sealable(case_id=danas_case.pk)
    seal(CUSTODIAN, dana.pk, what=what, order=order(danas_case.court))
    assert found(courtney) == []
    page = sign_in(courtney).get(reverse("offenders:person", args=[dana.pk]))
    assert page.status_code == 404


def test_a_conviction_opens_a_youthful_trainees_record(vic, trainee):
    dispose(trainee.charge, DispositionKind.CONVICTED_PLEA)
    refresh_closures(trainee.person_id)
    assert counts_seen_by(vic) == 1


def test_a_deferred_count_of_one_supervised_as_a_trainee_is_closed(vic, danas_case):
    charge = factories.add_charge(danas_case)
    dispose(charge, DispositionKind.DEFERRED)
    SupervisionPeriod.objects.create(
        person=danas_case.person, supervision_type="hyta", began_on=date(2026, 1, 2)
    )
    refresh_closures()
    assert counts_seen_by(vic) == 0


def test_a_case_of_the_juvenile_court_is_closed_to_those_without_the_category(olivia, tim, dana):
    court = factories.court("Family Division")
    type(court).objects.filter(pk=court.pk).update(kind=CourtKind.PROBATE)
    factories.add_charge(factories.court_case(dana, court_=court))
    refresh_closures(dana.pk)
    assert (counts_seen_by(olivia), counts_seen_by(tim)) == (0, 1)


def test_every_table_that_hangs_on_a_case_or_count_is_closed_with_it():
    def hangs(model):
        return {each.name for each in model._meta.fields} & {"case", "charge", "sentence", "terms"}

    kept = {SealOrder}  # the tombstone, shown only to those who carry orders out
    models = [m for m in SealOrder._meta.apps.get_app_config("offenders").get_models() if hangs(m)]
    assert [m.__name__ for m in models if m not in kept and not hasattr(m, "closed_by")] == []
