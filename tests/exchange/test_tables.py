"""Reading the files of an agency."""

import gzip
from pathlib import Path

import pytest

from ots.exchange.refusals import FileRefusedError
from ots.exchange.tables import Row, Table, count_rows, find_file, read_rows

PETS = Table(name="pets", key="pet", columns=("pet", "born"))


def pets(tmp_path: Path, text: str | bytes, name: str = "pets.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(path: Path) -> list[Row]:
    return list(read_rows(path, PETS))


def refusal(path: Path) -> str:
    with pytest.raises(FileRefusedError) as refused:
        count_rows(path, PETS)
    return str(refused.value)


def test_it_reads_a_plain_file_with_line_numbers(tmp_path: Path) -> None:
    rows = read(pets(tmp_path, "pet,born\nRex,2014\nTom,2015\n"))
    assert [(row.line, row.cells["pet"]) for row in rows] == [(2, "Rex"), (3, "Tom")]


def test_it_reads_a_gzip_file(tmp_path: Path) -> None:
    path = pets(tmp_path, gzip.compress(b"pet,born\nRex,2014\n"), "pets.csv.gz")
    assert read(path)[0].cells == {"pet": "Rex", "born": "2014"}


def test_it_reads_a_file_written_by_a_spreadsheet(tmp_path: Path) -> None:
    path = pets(tmp_path, b"\xef\xbb\xbfpet,born\r\nRex,2014\r\n")
    assert read(path)[0].cells == {"pet": "Rex", "born": "2014"}


def test_columns_may_stand_in_another_order(tmp_path: Path) -> None:
    assert read(pets(tmp_path, "born,pet\n2014,Rex\n"))[0].cells["pet"] == "Rex"


def test_the_fingerprint_does_not_depend_on_the_order_of_columns(tmp_path: Path) -> None:
    one = read(pets(tmp_path, "pet,born\nRex,2014\n"))
    other = read(pets(tmp_path, "born,pet\n2014,Rex\n"))
    assert one[0].digest == other[0].digest


def test_a_line_number_is_that_of_the_first_line_of_a_row(tmp_path: Path) -> None:
    rows = read(pets(tmp_path, 'pet,born\n"Rex\nthe First",2014\nTom,2015\n'))
    assert [row.line for row in rows] == [2, 4]


def test_empty_lines_are_no_rows(tmp_path: Path) -> None:
    assert count_rows(pets(tmp_path, "pet,born\nRex,2014\n\n"), PETS) == 1


def test_a_row_with_a_column_too_few_has_a_fault(tmp_path: Path) -> None:
    rows = read(pets(tmp_path, "pet,born\nRex\nTom,2015\n"))
    assert rows[0].fault == "the row has 1 columns where 2 are expected"
    assert rows[1].fault == ""


def test_a_row_that_is_not_utf_8_has_a_fault_naming_the_column(tmp_path: Path) -> None:
    rows = read(pets(tmp_path, b"pet,born\nR\xe9x,2014\nTom,2015\n"))
    assert rows[0].fault == "pet holds bytes that are not UTF-8 text"
    assert rows[1].cells["pet"] == "Tom"


def test_a_row_with_a_null_character_has_a_fault(tmp_path: Path) -> None:
    rows = read(pets(tmp_path, b"pet,born\nRe\x00x,2014\n"))
    assert rows[0].fault == "pet holds bytes that are not UTF-8 text"


def test_text_after_a_closing_quotation_mark_is_a_fault_of_its_row_alone(tmp_path: Path) -> None:
    rows = read(pets(tmp_path, 'pet,born\n"Rex"y,2014\nTom,2015\n'))
    assert rows[0].fault.startswith("the line is not CSV")
    assert rows[1].cells["pet"] == "Tom"


def test_a_quotation_mark_never_closed_refuses_the_file_with_its_line(tmp_path: Path) -> None:
    path = pets(tmp_path, 'pet,born\nTom,2015\n"Rex,2014\nMax,2016\n')
    assert refusal(path) == "[pets.csv], line 3: a quotation mark is never closed."


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert refusal(pets(tmp_path, "")).startswith("[pets.csv] is empty")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    assert "no column [born]" in refusal(pets(tmp_path, "pet,age\nRex,3\n"))


def test_an_unknown_column_is_named(tmp_path: Path) -> None:
    assert "a column [age] that is not known" in refusal(pets(tmp_path, "pet,born,age\n"))


def test_a_column_that_is_there_twice_is_named(tmp_path: Path) -> None:
    assert "a column [pet] that is there twice" in refusal(pets(tmp_path, "pet,born,pet\n"))


def test_a_picture_is_refused(tmp_path: Path) -> None:
    assert "no column [pet]" in refusal(pets(tmp_path, b"\x89PNG\r\n\x1a\n\x00\x00\xff"))


def test_a_file_that_is_gzip_by_name_only_is_refused(tmp_path: Path) -> None:
    path = pets(tmp_path, "pet,born\nRex,2014\n", "pets.csv.gz")
    assert "[pets.csv.gz] is not a gzip file" in refusal(path)


def test_a_gzip_file_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    lines = "".join(f"Rex{number},{number * 7919}\n" for number in range(5000))
    whole = gzip.compress(f"pet,born\n{lines}".encode())
    path = pets(tmp_path, whole[: len(whole) // 2], "pets.csv.gz")
    assert "[pets.csv.gz] is damaged or cut off after line" in refusal(path)


def test_a_cell_as_long_as_a_book_is_refused(tmp_path: Path) -> None:
    path = pets(tmp_path, f"pet,born\n{'x' * 200_000},2014\n")
    assert read(path)[0].fault.startswith("the line is not CSV")


def test_a_missing_file_is_named_with_its_folder(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match=r"\[pets.csv.gz\] is missing"):
        find_file(tmp_path, PETS)


def test_a_file_in_both_forms_is_refused(tmp_path: Path) -> None:
    pets(tmp_path, "pet,born\n")
    pets(tmp_path, gzip.compress(b"pet,born\n"), "pets.csv.gz")
    with pytest.raises(FileRefusedError, match="keep one"):
        find_file(tmp_path, PETS)


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pets.csv").mkdir()
    assert "[pets.csv] can't be read" in refusal(tmp_path / "pets.csv")
