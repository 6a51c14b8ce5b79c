"""Tables that come as XML: each child of the root is a row, each of its children a column.

The file is read in pieces, so that its size does not matter. One that declares a document type is
refused unread, as entities come with it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.parsers import expat

from ots.exchange.refusals import FileRefusedError
from ots.exchange.tables import Row, Table, read_rows

PIECE: Final = 64 * 1024
LARGEST_ROW: Final = 4 * 1024 * 1024
_ROW, _CELL, _PART = 2, 3, 4


def rows_in(path: Path, table: Table) -> Iterator[Row]:
    """Yield the rows of a CSV or XML file; raises ``FileRefusedError`` where it can't be read on.

    A column with parts of its own, as ``<detail name="decision">accept</detail>``, becomes a JSON
    object.
    """
    if path.suffix.lower() != ".xml":
        yield from read_rows(path, table)
        return
    reader = _Reader(path, table)
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                yield from reader.feed(piece, is_last=False)
            yield from reader.feed(b"", is_last=True)
    except expat.ExpatError as error:
        said = expat.ErrorString(error.code)
        raise FileRefusedError(
            f"[{path.name}], line {error.lineno} is not XML: {said}; send it again."
        ) from error
    except OSError as error:
        raise FileRefusedError(f"[{path.name}] can't be read: {error.strerror}.") from error


class _Reader:
    """Gathers the cells of a row as the parser meets them."""

    def __init__(self, path: Path, table: Table) -> None:
        self._path, self._table = path, table
        self._rows: list[Row] = []
        self._depth = 0
        self._line = 0
        self._size = 0
        self._fault = ""
        self._cells: dict[str, str] = {}
        self._cell, self._part = "", ""
        self._parts: dict[str, str] = {}
        self._text: list[str] = []
        self._parser = expat.ParserCreate()
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.StartDoctypeDeclHandler = self._refuse_document_type
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._say

    def feed(self, piece: bytes, *, is_last: bool) -> list[Row]:
        """Return the rows that end in the piece."""
        self._rows = []
        self._parser.Parse(piece, is_last)
        return self._rows

    def _refuse_document_type(self, *_: object) -> None:
        raise FileRefusedError(
            f"[{self._path.name}] declares a document type: send it without <!DOCTYPE>."
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._text = []
        if self._depth == _ROW:
            self._line, self._fault, self._size = self._parser.CurrentLineNumber, "", 0
            self._cells = dict.fromkeys(self._table.columns, "")
        elif self._depth == _CELL:
            self._cell, self._parts = name, {}
            if name not in self._cells:
                self._fault = self._fault or f"[{name}] is no column of {self._table.name}"
        elif self._depth == _PART:
            self._part = attributes.get("name", name)
        elif self._depth > _PART:
            self._fault = self._fault or f"[{self._cell}] is nested too deeply"

    def _end(self, _name: str) -> None:
        if self._depth == _PART:
            self._parts[self._part] = "".join(self._text).strip()
        elif self._depth == _CELL:
            said = "".join(self._text).strip()
            self._cells[self._cell] = json.dumps(self._parts) if self._parts else said
        elif self._depth == _ROW:
            cells = {} if self._fault else self._cells
            self._rows.append(Row(self._line, cells=cells, fault=self._fault))
        self._text = []
        self._depth -= 1

    def _say(self, text: str) -> None:
        self._size += len(text)
        if self._size > LARGEST_ROW:
            self._fault = self._fault or "the row is larger than 4 MB"
        elif self._depth >= _CELL:
            self._text.append(text)
