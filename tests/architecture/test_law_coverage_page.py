"""The page of the catalogue is written from the catalogue, and says the same.

To write it anew: ``python -m tests.architecture.test_law_coverage_page``.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

import timecomp.law
from tests.law.case_files import PARAMETERS, RULES, all_cases, versions_asked
from timecomp.engine.standing import Standing

COVERAGE = Path(timecomp.law.__path__[0]) / "coverage.yaml"
PAGE = Path(__file__).parents[2] / "docs" / "law-coverage.md"
INTRODUCTION = """\
# What the law book covers

Every question of law that the computation of time has to answer, group by group, and where the
book answers it. This page is written from `timecomp/law/coverage.yaml` and the case files; do not
edit it. To write it anew: `python -m tests.architecture.test_law_coverage_page`.

- **rule**: a function of the statute; **parameter**: a dated amount; **check**: a question put to
  a person where the facts do not fit the law; **decision**: why the book needs none of these, and
  where it is honoured.
- **standing** says how sure the book is: *verified* against a source, *recalled* or *inferred* and
  awaiting counsel. The weakest of all versions and values is shown.
- **cases** counts the cases beside the statute that ask the rule or the amount by itself; whole
  cases come on top.
"""
WEAKEST_FIRST = (Standing.RECALLED, Standing.INFERRED, Standing.VERIFIED)
Row = dict[str, str]


def page() -> str:
    """The whole page as it must stand."""
    text = COVERAGE.read_text(encoding="utf-8")
    titles = dict(re.findall(r"^(\w+): # (.+)$", text, flags=re.MULTILINE))
    groups: dict[str, dict[str, Row]] = yaml.safe_load(text)
    asked = cases_by_id()
    parts = [INTRODUCTION, "\n".join(_summary(groups, titles))]
    for group, rows in groups.items():
        lines = (_line(id, row, asked) for id, row in rows.items())
        parts.append(_table(f"{group}. {titles[group]}", lines))
    return "\n".join(parts)


def cases_by_id() -> Counter[str]:
    """How many cases beside the statutes ask each rule and each parameter."""
    asked: Counter[str] = Counter()
    for case in all_cases():
        ids = {version.id for version in versions_asked(case)}
        if "parameter" in case.asks:
            ids.add(str(case.asks["parameter"]))
        asked.update(ids)
    return asked


def standing_of(id: str, kind: str) -> str:
    """The weakest standing of the versions or values; empty where the row has none of its own."""
    found = {version.standing for version in RULES.get(id, ()) if kind != "decision"}
    if not found and kind == "parameter" and id in PARAMETERS:
        found = {value.standing for value in PARAMETERS[id].values}
    return next((each.value for each in WEAKEST_FIRST if each in found), "")


def _summary(groups: dict[str, dict[str, Row]], titles: dict[str, str]) -> Iterator[str]:
    yield "| group | rows | rules | parameters | checks | decisions |"
    yield "|---|---:|---:|---:|---:|---:|"
    for group, rows in groups.items():
        kinds = Counter(row["kind"] for row in rows.values())
        counts = [kinds[kind] for kind in ("rule", "parameter", "check", "decision")]
        figures = " | ".join(map(str, (len(rows), *counts)))
        yield f"| {group}. {titles[group]} | {figures} |"
    yield ""


def _table(title: str, lines: Iterator[str]) -> str:
    head = "| id | kind | module | standing | cases | |\n|---|---|---|---|---:|---|"
    return "\n".join([f"## {title}\n", head, *lines, ""])


def _line(id: str, row: Row, asked: Counter[str]) -> str:
    module = row["module"].removeprefix("timecomp.")
    kind, note = row["kind"], row.get("note", "")
    cases = "" if kind == "decision" else str(asked[id] or "")
    return f"| `{id}` | {kind} | `{module}` | {standing_of(id, kind)} | {cases} | {note} |"


def test_the_page_says_what_the_catalogue_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "Write it anew; see the top of this file."


def test_every_rule_of_the_catalogue_shows_its_cases() -> None:
    asked = cases_by_id()
    rows = yaml.safe_load(COVERAGE.read_text(encoding="utf-8"))
    rules = [id for group in rows.values() for id, row in group.items() if row["kind"] == "rule"]
    assert not [id for id in rules if not asked[id]]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
