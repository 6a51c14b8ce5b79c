"""A hypothetical case as a page of rows: typed in, filled from a case file, and read as a case."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django import forms

from timecomp.forms.hypothesis_rows import LIFE, SECTIONS, HeadForm, Json, Row, SentenceRow
from timecomp.law.case_fields import CaseFileError
from timecomp.law.case_json import case_to_json, parse_cases
from timecomp.law.facts import Case

NAME_OF_CASE = "hypothetical"
MOST_ROWS = 60
OWN_NAMES = {"from": "from_", "class": "class_"}
# What the page has no rows for goes along as it came.
CARRIED = ("decisions",)
SAME_AS_NOTHING = ("jail_credit_days", "habitual")
TERMS = ("minimum__", "maximum__", "term__")
_ROW = re.compile(rf"^({'|'.join(SECTIONS)})-(\d{{1,4}})-")
_PLACE = re.compile(r"^\[0\]\.(\w+)\[(\d+)\](?:\.([\w.]+))?: (.*)$", re.DOTALL)
NO_PAROLE = "No parole had begun by that day; enter the parole that was violated."


@dataclass
class Hypothesis:
    """The rows of a case, section by section, and what is wrong with the case as a whole."""

    head: HeadForm
    rows: dict[str, list[Row]]
    carried: Json = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    @property
    def sections(self) -> Iterator[tuple[str, str, list[Row]]]:
        """Yield each section: its name, the noun of its rows, its rows."""
        for name, kind in SECTIONS.items():
            yield name, kind.noun, self.rows[name]

    @property
    def carried_text(self) -> str:
        """Return what is carried along, for a hidden field."""
        return json.dumps(self.carried) if self.carried else ""

    def case(self) -> Case | None:
        """Return the case; None where something is wrong, which then stands beside its field."""
        if not self._is_filled():
            return None
        document = self._document()
        if document is None:
            return None
        try:
            [case] = parse_cases([document])
        except CaseFileError as error:
            self._tell(str(error))
            return None
        return case

    def _is_filled(self) -> bool:
        every = [self.head, *(row for rows in self.rows.values() for row in rows)]
        # Every form is asked, so that every mistake shows at once.
        return not sum(not form.is_valid() for form in every)

    def _document(self) -> Json | None:
        head = self.head.cleaned_data
        document: Json = {
            "id": NAME_OF_CASE,
            "as_of": _iso(head["as_of"]),
            "person": {"birth_date": _iso(head["birth_date"])},
            "options": {
                name: head[name]
                for name in ("disciplinary_credit_months", "jail_days")
                if head[name]
            },
            **{name: [row.entry() for row in self._said(name)] for name in SECTIONS},
            **self.carried,
        }
        return document if self._violations_placed(document) else None

    def _said(self, section: str) -> list[Row]:
        """The rows in which anything is said."""
        return [row for row in self.rows[section] if row.has_changed()]

    def _violations_placed(self, document: Json) -> bool:
        """Put each violation under the parole that had begun when it was declared."""
        document.pop("violations")
        paroles = document["parole"]
        if not isinstance(paroles, list):
            raise TypeError(f"[{paroles!r}] is no list of paroles.")
        for row in self._said("violations"):
            declared = _iso(row.cleaned_data["declared_on"]) or ""
            begun = [each for each in paroles if str(each.get("released_on")) <= declared]
            if not begun:
                row.add_error("declared_on", NO_PAROLE)
                return False
            last = max(begun, key=lambda each: str(each["released_on"]))
            last.setdefault("violations", []).append(row.entry())
        return True

    def _tell(self, message: str) -> None:
        """Put what the law's reader found beside the field it names, else on top."""
        found = _PLACE.match(message)
        if found is not None and found[1] in SECTIONS:
            said = self._said(found[1])
            name = _field_name(found[3] or "")
            if int(found[2]) < len(said) and name in said[int(found[2])].fields:
                said[int(found[2])].add_error(name, found[4])
                return
        self.errors.append(message.removeprefix("[0]."))


def empty_hypothesis() -> Hypothesis:
    """Return a page with one sentence to fill in."""
    rows: dict[str, list[Row]] = {name: [] for name in SECTIONS}
    rows["sentences"] = [SentenceRow(prefix="sentences-0", initial={"id": "A"})]
    return Hypothesis(HeadForm(), rows)


def filled_hypothesis(case: Case) -> Hypothesis:
    """Return the page filled with a case."""
    document = case_to_json(case)
    paroles = document["parole"]
    if not isinstance(paroles, list):
        raise TypeError(f"[{paroles!r}] is no list of paroles.")
    document["violations"] = [each for parole in paroles for each in parole["violations"]]
    rows = {name: _filled(name, _entries(document, name)) for name in SECTIONS}
    person, options = document["person"], document["options"]
    head = {"as_of": document["as_of"], **_mapping(person), **_mapping(options)}
    carried = {name: document[name] for name in CARRIED if document.get(name)}
    return Hypothesis(HeadForm(initial=head), rows, carried)


def typed_hypothesis(data: Mapping[str, object]) -> Hypothesis:
    """Return the page as it was typed, to be checked."""
    rows = {
        name: [
            kind(
                data, prefix=f"{name}-{number}", empty_permitted=True, use_required_attribute=False
            )
            for number in _numbers(data, name)
        ]
        for name, kind in SECTIONS.items()
    }
    return Hypothesis(HeadForm(data), rows, _carried(data))


def changed_hypothesis(
    data: Mapping[str, object], *, add: str = "", remove: tuple[str, int] | None = None
) -> Hypothesis:
    """Return the page as it was typed with a row more or less, and nothing checked yet."""
    rows: dict[str, list[Row]] = {}
    for name, kind in SECTIONS.items():
        numbers = [n for n in _numbers(data, name) if remove != (name, n)]
        rows[name] = [
            kind(prefix=f"{name}-{n}", initial=_typed(kind(data, prefix=f"{name}-{n}")))
            for n in numbers
        ]
        if name == add and len(numbers) < MOST_ROWS:
            number = max(numbers, default=-1) + 1
            rows[name].append(kind(prefix=f"{name}-{number}", initial=_first(name, numbers)))
    return Hypothesis(HeadForm(initial=_typed(HeadForm(data))), rows, _carried(data))


def _typed(form: forms.Form) -> dict[str, object]:
    return {each.name: each.data for each in form}


def _first(section: str, numbers: Sequence[int]) -> dict[str, object]:
    """A new sentence has the next letter for its name."""
    if section != "sentences":
        return {}
    return (
        {"id": chr(ord("A") + len(numbers))}
        if len(numbers) < len("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        else {}
    )


def _numbers(data: Mapping[str, object], section: str) -> list[int]:
    found = (_ROW.match(key) for key in data)
    numbers = {int(each[2]) for each in found if each is not None and each[1] == section}
    return sorted(numbers)[:MOST_ROWS]


def _carried(data: Mapping[str, object]) -> Json:
    try:
        found = json.loads(str(data.get("carried") or "{}"))
    except (ValueError, RecursionError):
        return {}
    return (
        {name: found[name] for name in CARRIED if name in found} if isinstance(found, dict) else {}
    )


def _filled(section: str, entries: Sequence[Mapping[str, object]]) -> list[Row]:
    kind = SECTIONS[section]
    return [
        kind(prefix=f"{section}-{place}", initial=_initial(kind, entry))
        for place, entry in enumerate(entries[:MOST_ROWS])
    ]


def _initial(kind: type[Row], entry: Mapping[str, object]) -> dict[str, object]:
    """What is nought need not be said, where nought and nothing are the same."""
    values = {
        name: value
        for name in kind.base_fields
        if (value := _at(entry, name)) != 0 or not _is_nothing(name)
    }
    if entry.get("maximum") == LIFE:
        values["maximum_is_life"] = True
    return values


def _is_nothing(name: str) -> bool:
    return name in SAME_AS_NOTHING or name.startswith(TERMS)


def _at(entry: Mapping[str, object], name: str) -> object:
    place: object = entry
    for step in name.split("__"):
        key = step.removesuffix("_") if step in OWN_NAMES.values() else step
        place = place.get(key) if isinstance(place, Mapping) else None
    return place


def _entries(document: Mapping[str, object], name: str) -> Sequence[Mapping[str, object]]:
    found = document[name]
    return found if isinstance(found, list) else []


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _field_name(place: str) -> str:
    steps = [OWN_NAMES.get(each, each) for each in place.split(".")]
    name = "__".join(steps)
    return {"maximum": "maximum__years", "minimum": "minimum__years"}.get(name, name)


def _iso(value: object) -> str | None:
    return value.isoformat() if hasattr(value, "isoformat") else None
