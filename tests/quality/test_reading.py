"""From the draw over the blind reading to the finding that closes."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from offenders.models import SentenceTerms
from offenders.services.facts import correct_fact
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry
from ots.core.uploads.errors import UploadRefusedError
from ots.quality.choices import Outcome, RootCause
from ots.quality.models import Comparison, Draw, Finding, Item
from ots.quality.selectors.measures import measures, rates
from ots.quality.selectors.samples import to_read
from ots.quality.services.drawing import draw_sample, frame
from ots.quality.services.findings import FindingRefusedError, explain, look_again, name_cause
from ots.quality.services.reading import ReadingRefusedError, read_document, reading_due
from ots.quality.services.register import Entry, look_up
from tests import factories
from tests.factories.person import small_photograph
from timecomp.engine.calendar import FEDERAL


def read(user, item, said):
    return read_document(viewer_for(user), item, said)


@pytest.fixture
def finding(quinn, item, said):
    """The document says six years, the record five."""
    read(quinn, item, {**said, "minimum": "6-0-0"})
    return Finding.objects.get()


def test_the_same_seed_and_frame_draw_the_same(count, quinn, plan):
    viewer = viewer_for(quinn)
    for number in range(70):
        factories.add_charge(count.case, description=f"Count {number}")
    first, second = draw_sample(viewer, plan), draw_sample(viewer, plan)
    assert [each.charge_id for each in first.items.all()] == [
        each.charge_id for each in second.items.all()
    ]
    assert first.items.count() == 59


def test_a_draw_keeps_its_seed_and_cannot_be_changed(item):
    assert (item.draw.seed, item.draw.per_county, item.draw.frame_size) == (7, 59, 1)
    with pytest.raises(DatabaseError), transaction.atomic():
        Draw.objects.update(seed=8)


def test_the_frame_is_read_by_one_query(count, django_assert_num_queries):
    for _ in range(5):
        factories.add_charge(count.case)
    with django_assert_num_queries(1):
        assert len(frame(as_of=timezone.localdate())) == 6


def test_only_those_who_may_draw(olivia, plan, count):
    with pytest.raises(NotAllowedError):
        draw_sample(viewer_for(olivia), plan)


def test_a_document_that_agrees_matches_everywhere(quinn, item, said):
    outcomes = {each.field: each.outcome for each in read(quinn, item, said)}
    assert set(outcomes.values()) <= {Outcome.MATCH, Outcome.NOT_COMPARABLE}
    assert not Finding.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed", "outcome"),
    [
        ("minimum", "6-0-0", Outcome.MISMATCH),
        ("judge", "Hon. A. Bell", Outcome.NOT_IN_SYSTEM),
        ("jail_credit", "", Outcome.NOT_IN_DOCUMENT),
        ("offense", "?", Outcome.NOT_COMPARABLE),
        ("disposition", "convicted_plea", Outcome.MATCH),
    ],
)
def test_each_outcome(field, typed, outcome, quinn, item, said):
    read(quinn, item, {**said, field: typed})
    assert Comparison.objects.get(field=field).outcome == outcome


def test_the_agency_has_ten_business_days(finding):
    assert finding.answer_due_on == FEDERAL.after_business_days(timezone.localdate(), 10)


def test_what_was_read_is_never_changed(finding):
    with pytest.raises(DatabaseError), transaction.atomic():
        Comparison.objects.update(said="7-0-0")


def test_the_sheet_is_blind_until_it_is_read(quinn, item, sign_in):
    answer = sign_in(quinn).get(reverse("quality:sheet", args=[item.person_id, item.pk]))
    text = answer.content.decode().replace("as 5-0-0", "")
    assert "20-000123-FC" in text
    assert [held for held in ("5-0-0", "20-0-0", "2019-12-01", "750.529") if held in text] == []


def test_the_sheet_asks_before_it_objects(quinn, item, sign_in):
    answer = sign_in(quinn).get(reverse("quality:sheet", args=[item.person_id, item.pk]))
    assert "Not saved" not in answer.content.decode()


def test_a_reviewer_types_on_the_sheet_and_sees_both(quinn, item, said, sign_in):
    url = reverse("quality:sheet", args=[item.person_id, item.pk])
    scan = SimpleUploadedFile("judgment.jpg", small_photograph())
    sent = {**said, "minimum": "6-0-0", "scan": scan}
    answer = sign_in(quinn).post(url, sent, follow=True)
    text = answer.content.decode()
    assert "6-0-0" in text
    assert "5-0-0" in text
    assert "Mismatch" in text
    assert Item.objects.get().scan.name.endswith(".jpg")


def test_a_file_that_is_no_document_is_refused(quinn, item, said):
    with pytest.raises(UploadRefusedError):
        read_document(viewer_for(quinn), item, said, scan=BytesIO(b"GIF89a"))


def test_nobody_reads_the_own_document_a_second_time(quinn, item, said):
    read(quinn, item, said)
    with pytest.raises(ReadingRefusedError):
        read(quinn, item, said)


def test_another_reader_reads_a_tenth_again_and_opens_no_finding(quinn, rosa, item, said):
    read(quinn, item, said)
    assert reading_due(viewer_for(rosa), item) == 2
    assert list(to_read(viewer_for(rosa))) == [item]
    read(rosa, item, {**said, "minimum": "6-0-0"})
    assert not Finding.objects.exists()
    assert reading_due(viewer_for(rosa), item) is None


def test_a_finding_closes_once_the_record_matches(quinn, tim, dana, finding):
    viewer = viewer_for(tim)
    name_cause(viewer, finding, RootCause.KEYED)
    with pytest.raises(FindingRefusedError, match="still differs"):
        look_again(viewer, finding)
    terms = SentenceTerms.objects.get(superseded_at=None)
    correct_fact(viewer, terms, person_id=dana.pk, reason="as the judgment", minimum_years=6)
    look_again(viewer, finding)
    finding.refresh_from_db()
    assert (finding.closing, finding.closed_by) == ("matches", tim)


def test_a_finding_names_its_cause_before_it_closes(quinn, finding):
    with pytest.raises(FindingRefusedError, match="cause"):
        explain(viewer_for(quinn), finding, "the court wrote it wrong")


def test_a_reviewer_closes_it_with_a_reason(quinn, finding):
    viewer = viewer_for(quinn)
    name_cause(viewer, finding, RootCause.DOCUMENT)
    explain(viewer, finding, "the court wrote it wrong")
    entry = AuditEntry.objects.filter(event="FINDING_CLOSED").latest("pk")
    assert (entry.reason, entry.actor) == ("the court wrote it wrong", quinn)


def test_the_clerk_does_not_explain_the_own_error_away(tim, finding):
    viewer = viewer_for(tim)
    name_cause(viewer, finding, RootCause.DOCUMENT)
    with pytest.raises(NotAllowedError):
        explain(viewer, finding, "no matter")


def test_a_document_of_the_register_finds_its_record(quinn, count):
    found = look_up(viewer_for(quinn), Entry(count.case.court, "20 000123 fc"))
    assert found.charge == count


def test_a_document_without_a_record_is_a_finding(quinn, count):
    look_up(viewer_for(quinn), Entry(count.case.court, "20-999999-FH"))
    assert Finding.objects.get().comparison.outcome == Outcome.NOT_IN_SYSTEM


def test_a_missing_document_closes_once_the_case_is_recorded(quinn, dana, count):
    viewer = viewer_for(quinn)
    look_up(viewer, Entry(count.case.court, "20-999999-FH"))
    finding = Finding.objects.get()
    name_cause(viewer, finding, RootCause.LOST)
    factories.add_charge(factories.court_case(dana, docket="20-999999-FH"))
    look_again(viewer, finding)
    finding.refresh_from_db()
    assert finding.closing == "matches"


def test_rates_are_told_by_court_and_quarter(quinn, finding, count):
    (found,) = rates(viewer_for(quinn), by="court")
    assert found.group == count.case.court.name
    assert found.share.number - found.share.right == 1
    assert found.weighted < 100


def test_an_error_of_severity_four_weighs_more_than_its_share(quinn, item, said):
    read(quinn, item, {**said, "minimum": "6-0-0", "judge": "A. Bell"})
    (found,) = rates(viewer_for(quinn), by="court")
    assert found.weighted == pytest.approx(100 * 32 / 38)


def test_a_sample_is_drawn_on_the_page(quinn, count, ingham, sign_in):
    sent = {
        "purpose": "Ingham",
        "confidence": "0.90",
        "error_rate": "0.10",
        "errors_allowed": 0,
        "counties": [ingham.pk],
        "seed": 5,
    }
    page = sign_in(quinn).post(reverse("quality:sample-draw"), sent, follow=True)
    assert "Read number 1" in page.content.decode()
    assert (Draw.objects.get().counties, Draw.objects.get().per_county) == ([ingham.pk], 22)


def measure(user, key):
    found = measures(viewer_for(user), today=timezone.localdate())
    return next(each for each in found if each.label.startswith(key))


def test_a_judgment_entered_late_is_not_in_time(quinn, count):
    today = timezone.localdate()
    charge = factories.add_charge(count.case)
    factories.add_sentence(charge, sentenced_on=today - timedelta(days=7))
    late = factories.add_charge(count.case)
    factories.add_sentence(late, sentenced_on=today - timedelta(days=8))
    found = measure(quinn, "Judgments")
    assert (found.share.right, found.share.number, found.colour) == (1, 2, "Red")


@pytest.mark.parametrize("name", ["overview", "sample-draw", "findings", "rates", "measures"])
def test_an_auditor_reads_rates_and_findings(name, audrey, finding, sign_in):
    assert sign_in(audrey).get(reverse(f"quality:{name}")).status_code == 200


def test_an_auditor_does_not_open_the_sheet(audrey, item, sign_in):
    url = reverse("quality:sheet", args=[item.person_id, item.pk])
    assert sign_in(audrey).get(url).status_code == 403


def test_the_rates_leave_as_a_file(quinn, finding, sign_in):
    text = sign_in(quinn).get(reverse("quality:rates-export") + "?by=field").content.decode()
    assert "Minimum," in text


def test_the_findings_ask_as_often_for_many(
    quinn, item, said, sign_in, django_assert_max_num_queries
):
    client, url = sign_in(quinn), reverse("quality:findings")
    read(quinn, item, {**said, "minimum": "6-0-0", "maximum": "30-0-0", "judge": "A. Bell"})
    client.get(url)
    with django_assert_max_num_queries(14):
        client.get(url)
