"""A case file as it arrives, in bytes: whatever is wrong with it is told in one line."""

import json
from typing import NoReturn

from timecomp.law.case_fields import CaseFileError
from timecomp.law.case_json import parse_cases
from timecomp.law.facts import Case

LONGEST_REASON = 300


def cases_of(content: bytes) -> list[Case]:
    """The cases of a file; what is no case file is refused in one line that names the place."""
    try:
        return parse_cases(document_of(content))
    except CaseFileError as error:
        raise CaseFileError(_one_line(str(error))) from error


def document_of(content: bytes) -> object:
    """The JSON of a file, not yet read as cases."""
    try:
        document: object = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 text (byte {error.start})."
    except json.JSONDecodeError as error:
        reason = f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}."
    except (RecursionError, ValueError) as error:
        reason = f"is not a case file: {error}."
    else:
        return document
    raise CaseFileError(_one_line(reason))


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _one_line(reason: str) -> str:
    line = " ".join(reason.encode("utf-8", errors="replace").decode().split())
    return line if len(line) <= LONGEST_REASON else f"{line[:LONGEST_REASON]} …"
