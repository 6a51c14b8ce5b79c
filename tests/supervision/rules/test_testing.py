"""What a test shows: validity at the edge of each limit, and what may rest on it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.testing import (
    Found,
    Measured,
    Outcome,
    TestFacts,
    Validity,
    is_fresh,
    may_sanction,
    outcome_of,
    validity_of,
)

ON = date(2025, 3, 1)
D = Decimal
READINGS = st.sampled_from(["negative", "positive", "prescribed", "invalid"])
FOUND = st.lists(
    st.builds(
        Found,
        analyte=st.sampled_from(["THC", "COC"]),
        stage=st.sampled_from(["screen", "confirmation"]),
        reading=READINGS,
    ),
    max_size=4,
    unique_by=lambda each: (each.analyte, each.stage),
).map(tuple)


def facts(*found, **more):
    return TestFacts(on=ON, attendance="given", found=found, **more)


def screen(reading="positive"):
    return Found("COC", "screen", reading)


def confirmation(reading="positive"):
    return Found("COC", "confirmation", reading)


@pytest.mark.parametrize(
    ("measured", "expected"),
    [
        (Measured(D("20"), D("1.0020")), Validity.VALID),
        (Measured(D("19.99"), D("1.0029")), Validity.DILUTE),
        (Measured(D("19.99"), D("1.0030")), Validity.VALID),
        (Measured(D("2"), D("1.0010")), Validity.DILUTE),
        (Measured(D("1.99"), D("1.0010")), Validity.SUBSTITUTED),
        (Measured(D("1.99"), D("1.0200")), Validity.SUBSTITUTED),
        (Measured(D("1.99"), D("1.0011")), Validity.DILUTE),
        (Measured(ph=D("3.99")), Validity.ADULTERATED),
        (Measured(ph=D("4")), Validity.VALID),
        (Measured(ph=D("10.99")), Validity.VALID),
        (Measured(ph=D("11")), Validity.ADULTERATED),
        (Measured(nitrite=D("499.99")), Validity.VALID),
        (Measured(nitrite=D("500")), Validity.ADULTERATED),
        (Measured(creatinine=D("19")), Validity.DILUTE),
        (Measured(is_foreign_substance_found=True), Validity.ADULTERATED),
        (None, Validity.NOT_MEASURED),
    ],
)
def test_validity_at_the_edge_of_each_limit(measured, expected):
    assert validity_of(measured, ON) is expected


@pytest.mark.parametrize(
    ("degrees", "fresh"), [("89.9", False), ("90", True), ("100", True), ("100.1", False)]
)
def test_fresh_urine_is_warm(degrees, fresh):
    assert is_fresh(D(degrees), ON) is fresh


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (facts(), Outcome.PENDING),
        (facts(screen("negative")), Outcome.NEGATIVE),
        (facts(screen()), Outcome.PRESUMPTIVE),
        (facts(screen(), confirmation()), Outcome.POSITIVE),
        (facts(screen(), confirmation("negative")), Outcome.NEGATIVE),
        (facts(screen(), confirmation("prescribed")), Outcome.PRESCRIBED),
        (facts(screen("invalid")), Outcome.PENDING),
        (facts(screen(), is_admitted_in_writing=True), Outcome.ADMITTED),
        (facts(confirmation(), is_voided=True), Outcome.VOID),
        (TestFacts(on=ON, attendance="refused"), Outcome.REFUSED),
        (TestFacts(on=ON, attendance="no_show"), Outcome.NO_SHOW),
        (TestFacts(on=ON, attendance="unable"), Outcome.UNABLE),
        (facts(screen("negative"), measured=Measured(D(10), D("1.002"))), Outcome.DILUTE),
    ],
)
def test_what_a_test_came_to(test, expected):
    assert outcome_of(test) is expected


@given(FOUND)
def test_without_confirmation_or_admission_no_finding_carries_a_sanction(found):
    unconfirmed = tuple(each for each in found if each.stage == "screen")
    assert not may_sanction(facts(*unconfirmed)).is_allowed


@given(FOUND)
def test_a_voided_test_carries_nothing(found):
    assert not may_sanction(facts(*found, is_voided=True, is_admitted_in_writing=True)).is_allowed


@given(FOUND)
def test_a_ruling_always_says_why(found):
    assert may_sanction(facts(*found)).reason
