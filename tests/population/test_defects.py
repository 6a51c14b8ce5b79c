"""The deliberate defects occur, and only in a small share."""

EXPECTED = {
    "credit_on_one_count",
    "minimum_over_two_thirds",
    "silent_on_consecutive",
    "consecutive_without_statute",
    "credit_longer_than_possible",
    "amended_judgment",
    "vacated_count",
    "missing_parole_detainer",
    "month_end",
    "leap_day",
    "resentenced_youth",
}


def test_every_deliberate_defect_occurs(people):
    assert {defect for person in people for defect in person.defects} == EXPECTED


def test_defects_are_few(people):
    assert sum(bool(person.defects) for person in people) < len(people) * 0.08


def test_an_amended_judgment_keeps_what_it_corrects(people):
    amended = [
        count
        for person in people
        if "amended_judgment" in person.defects
        for case in person.cases
        for count in case.counts
        if len(count.terms) > 1
    ]
    assert amended


def test_a_leap_day_stands_in_the_record(people):
    days = [
        terms.sentenced_on
        for person in people
        if "leap_day" in person.defects
        for case in person.cases
        for count in case.counts
        for terms in count.terms
    ]
    assert any((day.month, day.day) == (2, 29) for day in days)
