"""Reading what an officer types for a parameter, and telling it back in plain words."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum

# What a parameter stores: JSON alone, so that it is kept and compared as it was entered.
Answer = bool | int | str | list[str] | dict[str, str | int]

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
UNITS = ("day", "week", "month", "year")
ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
TIMES_A = re.compile(
    r"(?P<times>\d{1,2}|once|twice) ?(?:x|times)? ?(?:an?|per|/|every) ?"
    r"(?:(?P<per>\d{1,3}) )?(?P<unit>[a-z]+)"
)
EVERY = re.compile(r"every (?:(?P<per>\d{1,3}) )?(?P<unit>[a-z]+)")
WORDS = {"once": 1, "twice": 2}
TIME_FORMATS = ("%H:%M", "%I:%M%p", "%I%p", "%H.%M", "%I.%M%p")
DAY_FORMATS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y")
CENTS = 100


class UnreadableError(ValueError):
    """What was typed cannot be read; the message says what to type."""


class ParameterKind(StrEnum):
    """What kind of answer a parameter takes."""

    TEXT = "text"
    LIST = "list"
    WHOLE = "whole"
    MONEY = "money"
    DAY = "day"
    TIME = "time"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    DAYS = "days"
    OFTEN = "often"

    @property
    def described(self) -> str:
        """Say in words what is asked for."""
        return _DESCRIBED[self]


_DESCRIBED = {
    ParameterKind.TEXT: "a text",
    ParameterKind.LIST: "a list, one a line",
    ParameterKind.WHOLE: "a whole number",
    ParameterKind.MONEY: "an amount of money",
    ParameterKind.DAY: "a date",
    ParameterKind.TIME: "a time of day",
    ParameterKind.YES_NO: "yes or no",
    ParameterKind.CHOICE: "one of the choices",
    ParameterKind.CHOICES: "some of the choices",
    ParameterKind.DAYS: "days of the week",
    ParameterKind.OFTEN: "how often, as `2 a week` or `every 2 weeks`",
}


def read_answer(kind: ParameterKind, typed: str | list[str]) -> Answer | None:
    """Return what was typed as the kind stores it; nothing where nothing was typed."""
    if isinstance(typed, list):
        return [part for part in typed if part] or None
    text = typed.strip()
    return _READERS[kind](text) if text else None


def is_answer(kind: ParameterKind, answer: Answer) -> bool:
    """Say whether a stored answer is of the kind."""
    try:
        return _CHECKS[kind](answer)
    except (TypeError, ValueError, KeyError):
        return False


def told(kind: ParameterKind, answer: Answer) -> str:
    """Tell an answer in the words of a letter."""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, list):
        return ", ".join(answer)
    if isinstance(answer, dict):
        return told_often(answer)
    return _TOLD.get(kind, str)(answer)


def typed(kind: ParameterKind, answer: Answer) -> str:
    """Return an answer as it would be typed, so that reading it gives the same answer."""
    if isinstance(answer, list):
        return "\n".join(answer)
    if kind is ParameterKind.MONEY:
        return f"{int(str(answer)) / CENTS:.2f}"
    if kind in {ParameterKind.DAY, ParameterKind.TIME}:
        return str(answer)
    return told(kind, answer)


def told_often(often: Mapping[str, str | int]) -> str:
    """Tell how often: ``twice a week``, ``every 2 weeks``."""
    times, per, unit = int(often["times"]), int(often["per"]), str(often["unit"])
    counted = {1: "once", 2: "twice"}.get(times, f"{times} times")
    if per == 1:
        return f"{counted} a {unit}"
    return f"every {per} {unit}s" if times == 1 else f"{counted} every {per} {unit}s"


def _often(text: str) -> Answer:
    words = text.lower()
    if words in ADVERBS:
        return {"times": 1, "per": 1, "unit": ADVERBS[words]}
    found = TIMES_A.fullmatch(words)
    if found:
        times = WORDS.get(found["times"]) or int(found["times"])
        return _checked_often(times, int(found["per"] or 1), found["unit"], text)
    found = EVERY.fullmatch(words)
    if found:
        return _checked_often(1, int(found["per"] or 1), found["unit"], text)
    raise UnreadableError(
        f"[{text}] cannot be read: type `2 a week`, `every 2 weeks` or `monthly`."
    )


def _checked_often(times: int, per: int, unit: str, text: str) -> Answer:
    named = unit.removesuffix("s")
    if named not in UNITS or not times or not per:
        message = f"[{text}] cannot be read: count in days, weeks, months or years."
        raise UnreadableError(message)
    return {"times": times, "per": per, "unit": named}


def _money(text: str) -> Answer:
    try:
        amount = Decimal(text.replace("$", "").replace(",", "").strip())
    except InvalidOperation:
        raise UnreadableError(f"[{text}] is no amount: type dollars, as 30 or 30.50.") from None
    cents = amount * CENTS
    if not amount.is_finite() or cents != cents.to_integral_value() or amount < 0:
        raise UnreadableError(f"[{text}] is no amount: type dollars and cents, as 30.50.")
    return int(cents)


def _whole(text: str) -> Answer:
    if not re.fullmatch(r"\d{1,9}", text):
        raise UnreadableError(f"[{text}] is no whole number: type digits alone.")
    return int(text)


def _day(text: str) -> Answer:
    for form in DAY_FORMATS:
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007  a day alone
        except ValueError:
            continue
    raise UnreadableError(f"[{text}] is no date that exists: type it as 3/5/2026.")


def _time(text: str) -> Answer:
    words = text.lower().replace(" ", "").replace("a.m.", "am").replace("p.m.", "pm")
    for form in TIME_FORMATS:
        try:
            return f"{datetime.strptime(words, form).time():%H:%M}"  # noqa: DTZ007  no day
        except ValueError:
            continue
    raise UnreadableError(f"[{text}] is no time: type it as 9 pm or 21:00.")


def _yes_no(text: str) -> Answer:
    words = text.lower()
    if words not in {"yes", "no"}:
        raise UnreadableError(f"[{text}] is neither: choose yes or no.")
    return words == "yes"


def _lines(text: str) -> Answer:
    return [part.strip() for part in re.split(r"[\n;]", text) if part.strip()]


def _days(text: str) -> Answer:
    named = [part.strip().capitalize()[:3] for part in re.split(r"[\s,;]+", text) if part]
    if any(part not in DAYS for part in named):
        raise UnreadableError(f"[{text}] are no days of the week: type as Mon, Tue.")
    return named


_READERS: Mapping[ParameterKind, Callable[[str], Answer]] = {
    ParameterKind.TEXT: str,
    ParameterKind.LIST: _lines,
    ParameterKind.WHOLE: _whole,
    ParameterKind.MONEY: _money,
    ParameterKind.DAY: _day,
    ParameterKind.TIME: _time,
    ParameterKind.YES_NO: _yes_no,
    ParameterKind.CHOICE: str,
    ParameterKind.CHOICES: _lines,
    ParameterKind.DAYS: _days,
    ParameterKind.OFTEN: _often,
}


def _is_count(answer: Answer) -> bool:
    return isinstance(answer, int) and not isinstance(answer, bool) and answer >= 0


def _is_texts(answer: Answer) -> bool:
    return isinstance(answer, list) and all(isinstance(each, str) for each in answer)


def _is_often(answer: Answer) -> bool:
    return (
        isinstance(answer, dict)
        and set(answer) == {"times", "per", "unit"}
        and answer["unit"] in UNITS
        and int(answer["times"]) >= 1
        and int(answer["per"]) >= 1
    )


_CHECKS: Mapping[ParameterKind, Callable[[Answer], bool]] = {
    ParameterKind.TEXT: lambda answer: isinstance(answer, str),
    ParameterKind.LIST: _is_texts,
    ParameterKind.WHOLE: _is_count,
    ParameterKind.MONEY: _is_count,
    ParameterKind.DAY: lambda answer: isinstance(answer, str) and bool(date.fromisoformat(answer)),
    ParameterKind.TIME: lambda answer: (
        isinstance(answer, str) and time.fromisoformat(answer) is not None
    ),
    ParameterKind.YES_NO: lambda answer: isinstance(answer, bool),
    ParameterKind.CHOICE: lambda answer: isinstance(answer, str),
    ParameterKind.CHOICES: _is_texts,
    ParameterKind.DAYS: lambda answer: isinstance(answer, list) and set(answer) <= set(DAYS),
    ParameterKind.OFTEN: _is_often,
}


def _told_money(answer: object) -> str:
    return f"${int(str(answer)) / CENTS:,.2f}"


def _told_day(answer: object) -> str:
    day = date.fromisoformat(str(answer))
    return f"{day:%B} {day.day}, {day.year}"


def _told_time(answer: object) -> str:
    moment = time.fromisoformat(str(answer))
    shown = f"{moment:%I:%M %p}".lstrip("0")
    return shown.replace(":00", "").replace("AM", "a.m.").replace("PM", "p.m.")


_TOLD: Mapping[ParameterKind, Callable[[object], str]] = {
    ParameterKind.MONEY: _told_money,
    ParameterKind.DAY: _told_day,
    ParameterKind.TIME: _told_time,
}
