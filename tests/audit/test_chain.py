"""The tree of hashes and the comparison, whatever stands in them."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from ots.audit.archives import ArchivedEntries, runs_of
from ots.audit.comparison import Comparison, Position
from ots.audit.findings import Fault, Report
from ots.audit.tree import proof, root, root_by

leaves_of_a_seal = st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=40)
entry_numbers = st.lists(st.integers(1, 10_000), unique=True, min_size=1, max_size=60)


@given(leaves_of_a_seal, st.data())
def test_every_leaf_proves_that_it_is_under_the_root(leaves, data):
    index = data.draw(st.integers(0, len(leaves) - 1))
    assert root_by(leaves[index], proof(leaves, index)) == root(leaves)


@given(leaves_of_a_seal, st.data())
def test_another_leaf_gives_another_root(leaves, data):
    index = data.draw(st.integers(0, len(leaves) - 1))
    changed = [*leaves]
    changed[index] = hashlib.sha256(leaves[index]).digest()
    assert root(changed) != root(leaves)


@given(leaves_of_a_seal, st.binary(min_size=32, max_size=32))
def test_a_leaf_more_gives_another_root(leaves, further):
    assert root([*leaves, further]) != root(leaves)


def row(number):
    text = f'[{number}, 5, "ots", "2026-11-21T00:00:00"]'.encode()
    return number, 5, text, hashlib.sha256(text).digest()


def promise(number):
    return number, row(number)[3], 1


def compared(rows, promises, position):
    comparison = Comparison(position, Report())
    comparison.run(rows, promises)
    comparison.settle(lambda _: False)
    return {(finding.fault, finding.entry) for finding in comparison.report.findings}


SEALED = Position(transaction=5, entry=10_000)


@given(entry_numbers, st.randoms())
def test_entries_that_come_in_another_order_are_no_finding(numbers, chance):
    shuffled = chance.sample(numbers, len(numbers))
    assert compared(map(row, shuffled), map(promise, numbers), SEALED) == set()


@given(entry_numbers, st.data())
def test_every_removed_entry_is_named(numbers, data):
    gone = set(data.draw(st.lists(st.sampled_from(numbers), max_size=5)))
    left = [number for number in numbers if number not in gone]
    found = compared(map(row, left), map(promise, numbers), SEALED)
    assert found == {(Fault.REMOVED, number) for number in gone}


@given(entry_numbers, st.data())
def test_every_entry_put_in_is_named(numbers, data):
    added = set(data.draw(st.lists(st.sampled_from(numbers), max_size=5)))
    promised = [number for number in numbers if number not in added]
    found = compared(map(row, numbers), map(promise, promised), SEALED)
    assert found == {(Fault.INSERTED, number) for number in added}


@given(entry_numbers, st.data())
def test_every_altered_entry_is_named(numbers, data):
    altered = set(data.draw(st.lists(st.sampled_from(numbers), max_size=5)))
    rows = [
        (number, 5, row(number)[2] + b" ", row(number)[3]) if number in altered else row(number)
        for number in numbers
    ]
    found = compared(rows, map(promise, numbers), SEALED)
    assert found == {(Fault.ALTERED, number) for number in altered}


@given(st.sets(st.integers(1, 200)))
def test_archived_runs_hold_just_their_entries(numbers):
    held = ArchivedEntries(*runs_of(sorted(numbers)))
    assert {number for number in range(1, 201) if held.holds(number)} == numbers
