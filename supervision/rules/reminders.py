"""When to remind, and in what words: plain, in the person's language, and never why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

POLICY: Final = "Default of the agency; edit it"
REMINDER_HOURS = parameter(
    "supervision.reminder_hours",
    title="Hours before an appointment or a court date at which a reminder goes out",
    unit="hours",
    module=__name__,
    values=[Value(None, (72, 24), POLICY, Standing.INFERRED, "Usual practice.")],
)
# A reminder that is later than this says nothing any more.
LATEST: Final = timedelta(hours=2)

ENGLISH_DAYS: Final = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
SPANISH_DAYS: Final = (*("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),)
ENGLISH_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SPANISH_MONTHS: Final = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
    *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
NOON: Final = 12


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language."""

    appointment: str
    court: str
    test: str
    places: Mapping[str, str]
    stop: str
    subject: str


ENGLISH: Final = Words(
    appointment="Reminder: you have an appointment with {agent} {place} on {when}.",
    court="Reminder: you have to be in court on {when}. Questions: ask {agent}.",
    test="Reminder: you have an appointment with {agent} {place} on {when}.",
    places={"office": "at the office", "home": "at your home", "telephone": "by telephone"},
    stop="If you cannot come, call before. To stop reminders, tell {agent}.",
    subject="Reminder: {when}",
)
SPANISH: Final = Words(
    appointment="Recordatorio: tiene una cita con {agent} {place} el {when}.",
    court="Recordatorio: debe presentarse en el tribunal el {when}. Preguntas: hable con {agent}.",
    test="Recordatorio: tiene una cita con {agent} {place} el {when}.",
    places={"office": "en la oficina", "home": "en su casa", "telephone": "por teléfono"},
    stop="Si no puede venir, llame antes. Para no recibir recordatorios, avise a {agent}.",
    subject="Recordatorio: {when}",
)
WORDS: Final[Mapping[str, Words]] = {"en": ENGLISH, "es": SPANISH}


@dataclass(frozen=True, slots=True)
class Reminder:
    """What somebody is reminded of; the time is local."""

    kind: str
    when: datetime
    agent: str
    place: str = ""


def times_to_remind(event_at: datetime, now: datetime) -> list[tuple[int, datetime]]:
    """Return the hours before and the moment of each reminder that is not too late."""
    hours = REMINDER_HOURS.on(event_at.date()).amount
    moments = ((each, event_at - timedelta(hours=each)) for each in hours)
    return [(each, at) for each, at in moments if at >= now - LATEST and event_at > now]


def subject_of(reminder: Reminder, language: str) -> str:
    """Return the subject of an e-mail."""
    return WORDS[language].subject.format(when=when_in_words(reminder.when, language))


def text_of(reminder: Reminder, language: str) -> str:
    """Return what the person reads."""
    words = WORDS[language]
    sentence = {"court": words.court, "test": words.test}.get(reminder.kind, words.appointment)
    told = sentence.format(
        agent=reminder.agent,
        place=words.places.get(reminder.place, ""),
        when=when_in_words(reminder.when, language),
    )
    return f"{' '.join(told.split())} {words.stop.format(agent=reminder.agent)}"


def when_in_words(when: datetime, language: str) -> str:
    """Write day and time as the language does."""
    clock = f"{when.hour % NOON or NOON}:{when.minute:02}"
    if language == "es":
        half = "de la mañana" if when.hour < NOON else "de la tarde"
        day, month = SPANISH_DAYS[when.weekday()], SPANISH_MONTHS[when.month - 1]
        return f"{day} {when.day} de {month} a las {clock} {half}"
    half = "AM" if when.hour < NOON else "PM"
    day, month = ENGLISH_DAYS[when.weekday()], ENGLISH_MONTHS[when.month - 1]
    return f"{day}, {month} {when.day} at {clock} {half}"
