"""Tests of a person, or of many: what each came to, and what may rest on it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from supervision.choices.drug_test import Analyte
from supervision.choices.drug_test import Reading as DrugResult
from supervision.models import (
    Admission,
    AnalyteResult,
    CustodyTransfer,
    DrugPanel,
    DrugTest,
    Selection,
    Specimen,
    ValidityReading,
    VoidedTest,
)
from supervision.rules.testing import Outcome, Ruling, may_sanction, outcome_of, validity_of
from supervision.selectors.test_facts import facts_of_test

NEGATIVE = DrugResult.NEGATIVE
WORDS = {
    Outcome.PENDING: ("Waiting for the result", "warn"),
    Outcome.NEGATIVE: ("Negative", "good"),
    Outcome.PRESCRIBED: ("Positive, prescribed", "good"),
    Outcome.PRESUMPTIVE: ("Presumptive positive, not confirmed", "warn"),
    Outcome.POSITIVE: ("Positive, confirmed", "bad"),
    Outcome.ADMITTED: ("Admitted in writing", "bad"),
    Outcome.DILUTE: ("Dilute", "warn"),
    Outcome.ADULTERATED: ("Adulterated", "bad"),
    Outcome.SUBSTITUTED: ("Substituted", "bad"),
    Outcome.REFUSED: ("Refused", "bad"),
    Outcome.NO_SHOW: ("Did not come", "bad"),
    Outcome.UNABLE: ("Unable to provide", "warn"),
    Outcome.VOID: ("Void", "plain"),
}


@dataclass(frozen=True, slots=True)
class TestLine:
    """A test in a list: what it came to and what was found."""

    __test__ = False

    test: Masked
    outcome: Outcome
    words: str
    tone: str
    substances: str


@dataclass(frozen=True, slots=True)
class TestSheet:
    """All of one test."""

    __test__ = False

    line: TestLine
    ruling: Ruling
    validity: str
    # What was not negative; and what was, in words, stage by stage.
    found: list[Masked]
    negative: list[tuple[str, str]]
    specimen: Masked | None
    transfers: list[Masked]
    validity_reading: Masked | None
    admissions: list[Masked]
    voiding: Masked | None


def sees_tests(reading: Reading) -> bool:
    """Say whether the viewer sees tests at all."""
    return reading.sees(DrugTest, "taken_at")


def tests_of(reading: Reading, person_id: int) -> QuerySet[DrugTest]:
    """Return the tests of a person, the newest first; to be cut into pages before ``lines_of``."""
    rows = in_scope(reading.viewer, DrugTest.objects.all(), person="person")
    if not sees_tests(reading):
        return rows.none()
    return _whole(rows.filter(person_id=person_id, superseded_at=None))


def lines_of(reading: Reading, tests: Iterable[DrugTest]) -> list[TestLine]:
    """Return what each test came to."""
    return [_line(reading, test) for test in tests]


def sheet_of_test(reading: Reading, person_id: int, test_id: int) -> TestSheet:
    """Return all of one test; 404 where the person has no such test."""
    test = get_object_or_404(tests_of(reading, person_id), pk=test_id)
    facts = facts_of_test(test)
    specimen = next(iter(test.specimens.all()), None)
    return TestSheet(
        line=_line(reading, test),
        ruling=may_sanction(facts),
        validity=validity_of(facts.measured, facts.on).value,
        found=[reading.masked(each) for each in test.results.all() if each.reading != NEGATIVE],
        negative=_negative(test),
        specimen=reading.masked(specimen) if specimen else None,
        transfers=[reading.masked(each) for each in specimen.transfers.all()] if specimen else [],
        validity_reading=_first(reading, test.validity_readings.all()),
        admissions=[reading.masked(each) for each in test.admissions.all()],
        voiding=_first(reading, test.voidings.all()),
    )


def panel_choices() -> list[tuple[int, str]]:
    """Return the panels in use, as choices of a form."""
    return list(DrugPanel.objects.filter(is_active=True).values_list("pk", "name"))


def drawn_days(reading: Reading, person_id: int, *, since: date) -> list[Masked]:
    """Return the days from ``since`` for which the person was drawn."""
    if not reading.sees(Selection, "on"):
        return []
    rows = in_scope(reading.viewer, Selection.objects.all(), person="person")
    found = rows.filter(person_id=person_id, superseded_at=None, on__gte=since).order_by("on")
    return [reading.masked(each) for each in found.select_related("draw__commitment__scheme")]


def _whole(rows: QuerySet[DrugTest]) -> QuerySet[DrugTest]:
    """Read with each test all that tells what it came to."""
    specimens = Specimen.objects.filter(superseded_at=None).prefetch_related(
        Prefetch("transfers", CustodyTransfer.objects.order_by("position"))
    )
    return rows.select_related("panel").prefetch_related(
        Prefetch("results", AnalyteResult.objects.filter(superseded_at=None)),
        Prefetch("validity_readings", ValidityReading.objects.filter(superseded_at=None)),
        Prefetch("admissions", Admission.objects.filter(superseded_at=None)),
        Prefetch("voidings", VoidedTest.objects.filter(superseded_at=None)),
        Prefetch("specimens", specimens),
    )


def _line(reading: Reading, test: DrugTest) -> TestLine:
    outcome = outcome_of(facts_of_test(test))
    words, tone = WORDS[outcome]
    names = dict(Analyte.choices)
    substances = ", ".join(names[each] for each in _positive(test))
    return TestLine(reading.masked(test), outcome, words, tone, substances)


def _positive(test: DrugTest) -> tuple[str, ...]:
    found = {each.analyte for each in test.results.all() if each.reading == "positive"}
    return tuple(sorted(found))


def _negative(test: DrugTest) -> list[tuple[str, str]]:
    """The stages with the names of what they found negative."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in test.results.all():
        if each.reading == NEGATIVE:
            found[each.get_stage_display()].append(each.get_analyte_display())
    return [(stage, ", ".join(names)) for stage, names in sorted(found.items())]


def _first(reading: Reading, rows: Iterable[ValidityReading | VoidedTest]) -> Masked | None:
    found = next(iter(rows), None)
    return reading.masked(found) if found else None
