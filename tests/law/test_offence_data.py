"""A wrong field of the offense table is named, with what to write instead."""

import csv
from pathlib import Path

import pytest

from timecomp.law import offences
from timecomp.law.offences import OFFENCES_CSV, OffenceCode, OffenceDataError, all_offences


def read_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **changed: str) -> OffenceCode:
    """The first row of the table, with some fields changed, as it is read from a file."""
    with OFFENCES_CSV.open(encoding="utf-8", newline="") as lines:
        row = {**next(csv.DictReader(lines)), **changed}
    path = tmp_path / "offences.csv"
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, row)
        writer.writeheader()
        writer.writerow(row)
    monkeypatch.setattr(offences, "OFFENCES_CSV", path)
    (read,) = all_offences.__wrapped__()
    return read


@pytest.mark.parametrize(
    ("column", "value", "what_to_do"),
    [
        ("title", " ", "Fill it in."),
        ("mcl", "", "Fill it in."),
        ("maximum_kind", "forever", "Use one of: "),
        ("maximum_kind", "life", "Give a length for a term, and for nothing else."),
        ("maximum_years", "four", "Use a whole number or nothing."),
        ("is_drug", "maybe", "Use true, false, or nothing where the law is not known."),
        ("since", "1 March 2003", "Use a day written 2003-03-01, or nothing."),
        ("standing", "certain", "Use one of: "),
    ],
)
def test_a_wrong_field_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, column: str, value: str, what_to_do: str
) -> None:
    with pytest.raises(OffenceDataError) as refused:
        read_with(tmp_path, monkeypatch, **{column: value})
    assert f"{column} is [{value}]. {what_to_do}" in str(refused.value)


def test_a_term_without_a_length_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OffenceDataError, match=r"maximum_kind is \[term\]. Give a length"):
        read_with(tmp_path, monkeypatch, maximum_years="")


@pytest.mark.parametrize(
    ("years", "months", "days", "length"),
    [
        ("4", "", "", (48, None)),
        ("1", "6", "", (18, None)),
        ("", "15", "", (15, None)),
        ("", "", "93", (None, 93)),
        ("1", "", "1", (12, 1)),
    ],
)
def test_the_longest_term_is_read_in_months_and_days(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    years: str,
    months: str,
    days: str,
    length: tuple[int | None, int | None],
) -> None:
    row = read_with(
        tmp_path, monkeypatch, maximum_years=years, maximum_months=months, maximum_days=days
    )
    assert (row.maximum_months, row.maximum_days) == length


def test_what_the_law_is_not_known_of_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_with(tmp_path, monkeypatch, is_drug="").is_drug is None
