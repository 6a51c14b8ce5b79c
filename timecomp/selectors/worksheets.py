"""The why of a date: its steps in plain words, with the facts that the viewer may see."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from offenders.selectors.reading import Reading
from timecomp.law import worksheet as law
from timecomp.law.credit_lines import CreditMonths
from timecomp.law.credit_months import credit_months
from timecomp.law.rule_book import law_version
from timecomp.law.topics import NET_TOPIC, Topic
from timecomp.models import Computation
from timecomp.selectors.dates import standing_computation
from timecomp.selectors.evaluation import evaluate
from timecomp.selectors.frozen import OFFENDER_DATES, thaw_facts
from timecomp.selectors.seen_steps import months_as_seen, section_as_seen
from timecomp.selectors.words import DATE_WORDS

# What leads up to a date, in the order in which a reader follows it.
MINIMUM = (Topic.REGIME, Topic.START, Topic.CALENDAR_MINIMUM, Topic.NET_MINIMUM)
MAXIMUM = (Topic.REGIME, Topic.START, Topic.CALENDAR_MAXIMUM, Topic.NET_MAXIMUM)
LEADS_TO = {
    Topic.EARLIEST_RELEASE_DATE: (*MINIMUM, Topic.PAROLE_ELIGIBILITY),
    Topic.MAXIMUM_DISCHARGE_DATE: MAXIMUM,
    Topic.PAROLE_DISCHARGE_DATE: (),
}


@dataclass(frozen=True, slots=True)
class DateWorksheet:
    """One date, and the sections that lead up to it, the conclusion first."""

    key: str
    label: str
    sentence: str
    day: date | None
    as_of: date
    computed_at: object
    sections: tuple[law.WorksheetSection, ...]
    tables: tuple[CreditMonths, ...]
    law_has_changed: bool
    stored_day: date | None

    @property
    def gives_another_date(self) -> bool:
        """Say whether today's law book leads elsewhere than to the date that stands."""
        return self.day != self.stored_day


def date_worksheet(reading: Reading, person_id: int, key: str) -> DateWorksheet | None:
    """Return the why of a date of the computation that stands; None for a date that it has not.

    The steps are worked out again from the stored facts: the same facts under the same law give
    the same steps. Where the law book has changed since, the worksheet says so, and all the more
    where it leads to another date.
    """
    sentence, _, name = key.rpartition("-")
    if name not in DATE_WORDS or not reading.sees(Computation, "facts"):
        return None
    stored = standing_computation(reading, person_id)
    if stored is None:
        return None
    recorded = thaw_facts(stored.facts, person_id=person_id, as_of=stored.as_of)
    result = evaluate(recorded, trace=True)
    sheet = law.worksheet(result)
    sections = list(_sections(sheet, stored, Topic(name), sentence))
    if not sections:
        return None
    return DateWorksheet(
        key=key,
        label=DATE_WORDS[name],
        sentence=sentence,
        day=sections[0].day,
        as_of=stored.as_of,
        computed_at=reading.masked(stored).computed_at,
        sections=tuple(section_as_seen(reading, section) for section in sections),
        tables=tuple(
            months_as_seen(reading, table)
            for table in credit_months(recorded.case, result)
            if _explains(table, sections)
        ),
        law_has_changed=stored.law_version != law_version(),
        stored_day=_stored_day(stored, name, sentence),
    )


def _explains(table: CreditMonths, sections: Iterable[law.WorksheetSection]) -> bool:
    topic = NET_TOPIC[table.end]
    return any(each.count == table.sentence and each.topic is topic for each in sections)


def _stored_day(stored: Computation, name: str, sentence: str) -> date | None:
    if not sentence:
        day: date | None = getattr(stored, name)
        return day
    found = next(each for each in stored.results["sentences"] if each["id"] == sentence)
    return date.fromisoformat(found[name]) if found.get(name) else None


def _sections(
    sheet: law.Worksheet, stored: Computation, topic: Topic, sentence: str
) -> Iterator[law.WorksheetSection]:
    if topic.value not in OFFENDER_DATES:
        own = sheet.sentences.get(sentence, ())
        yield from _of(own, (topic, *(each for each in _before(topic) if each is not topic)))
        return
    if sentence:
        return
    yield from _of(sheet.person, (topic,))
    controlling = {
        Topic.EARLIEST_RELEASE_DATE: stored.controlling_minimum,
        Topic.MAXIMUM_DISCHARGE_DATE: stored.controlling_maximum,
    }.get(topic, "")
    yield from _of(sheet.sentences.get(controlling, ()), LEADS_TO[topic])


def _before(topic: Topic) -> tuple[Topic, ...]:
    line = MAXIMUM if topic.value.endswith("maximum") else MINIMUM
    return line[: line.index(topic)] if topic in line else line


def _of(
    sections: Iterable[law.WorksheetSection], topics: Iterable[Topic]
) -> list[law.WorksheetSection]:
    by_topic = {section.topic: section for section in sections}
    return [by_topic[topic] for topic in topics if topic in by_topic]
