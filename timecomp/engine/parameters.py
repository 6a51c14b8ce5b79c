"""Amounts that the law sets, each dated value with the act that set it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from timecomp.engine.manual import ManualComputation
from timecomp.engine.standing import Standing
from timecomp.engine.trace import RECORDER, ParameterRead, Touch

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """An amount from a day on, until the next value; `since` None means from the beginning."""

    since: date | None
    amount: T
    citation: str
    standing: Standing = Standing.VERIFIED
    awaits: str = ""


class Parameter(Generic[T]):
    """A named amount with its unit and its dated values, oldest first."""

    __slots__ = ("_values", "by_day", "enacted_values", "id", "module", "title", "unit")

    def __init__(
        self, id: str, *, title: str, unit: str, module: str, values: Sequence[Value[T]]
    ) -> None:
        self.id = id
        self.title = title
        self.unit = unit
        self.module = module
        self.enacted_values = _in_order(id, values)
        self._values = self.enacted_values
        # The values by the days asked about so far: the same day is asked about many times.
        self.by_day: dict[date, Value[T]] = {}

    @property
    def values(self) -> tuple[Value[T], ...]:
        """The values in force now: those enacted, or a what-if's."""
        return self._values

    def on(self, day: date) -> Value[T]:
        """The value in force on a day; a day before the first value is for a person to settle."""
        value = self.by_day.get(day)
        if value is None:
            value = self.by_day[day] = _value_on(self.id, self._values, day)
        return value

    def enacted_on(self, day: date) -> T:
        """The amount the law itself sets that day, whatever a what-if puts in its place."""
        return _value_on(self.id, self.enacted_values, day).amount

    def replace(self, values: Sequence[Value[T]]) -> None:
        """Put other values in force in this process; `amended` is the way to call it."""
        self._values = _in_order(self.id, values)
        self.by_day.clear()


_PARAMETERS: dict[str, Parameter[object]] = {}


class ParameterError(Exception):
    """A parameter that cannot stand: named twice, or with values out of order."""


def parameter(
    id: str, *, title: str, unit: str, module: str, values: Sequence[Value[T]]
) -> Parameter[T]:
    """Register a parameter of the law; a name may be used once."""
    if id in _PARAMETERS:
        raise ParameterError(
            f"[{id}] is already a parameter of {_PARAMETERS[id].module}; choose another name."
        )
    made = Parameter(id, title=title, unit=unit, module=module, values=values)
    _PARAMETERS[id] = made  # type: ignore[assignment]  # the registry holds every kind of amount
    return made


def parameters_of(package: str) -> tuple[Parameter[object], ...]:
    """Every parameter that the package and its modules declare."""
    return tuple(
        p for p in _PARAMETERS.values() if p.module == package or p.module.startswith(f"{package}.")
    )


def named_parameter(id: str) -> Parameter[object]:
    """The parameter of that name; no other law can be put in the place of none."""
    if id not in _PARAMETERS:
        raise ParameterError(f"[{id}] is no parameter of the book; see `timecomp rules`.")
    return _PARAMETERS[id]


def amount(source: Parameter[T], day: date) -> T:
    """The amount in force on the day, noted in the trace."""
    value = source.by_day.get(day) or source.on(day)
    recorder = RECORDER.get()
    if type(recorder) is Touch:  # most reads by far: everybody, every night
        recorder.used.add(source.id)
    elif recorder is not None:
        recorder.read(lambda: _read(source, value), source.id)
    return value.amount


@contextmanager
def amended(changes: Mapping[str, Sequence[Value[object]]]) -> Iterator[None]:
    """Run a what-if: other values for some parameters in this process until the block ends."""
    unknown = sorted(set(changes) - set(_PARAMETERS))
    if unknown:
        raise ParameterError(
            f"[{', '.join(unknown)}] is no parameter of the book; see `timecomp rules`."
        )
    before = {id: _PARAMETERS[id].values for id in changes}
    try:
        _put_in_force(changes)
        yield
    finally:
        _put_in_force(before)


def _put_in_force(changes: Mapping[str, Sequence[Value[object]]]) -> None:
    for id, values in changes.items():
        _PARAMETERS[id].replace(values)


def _read(source: Parameter[T], value: Value[T]) -> ParameterRead:
    return ParameterRead(
        parameter=source.id,
        title=source.title,
        amount=value.amount,
        unit=source.unit,
        citation=value.citation,
        standing=value.standing,
    )


def _value_on(id: str, values: Sequence[Value[T]], day: date) -> Value[T]:
    for value in reversed(values):
        if value.since is None or value.since <= day:
            return value
    first = values[0].since
    reason = (
        f"The book holds no {id} for {day.isoformat()}; its first value is of "
        f"{first and first.isoformat()}."
    )
    raise ManualComputation(reason, rule=id)


def _in_order(id: str, values: Sequence[Value[T]]) -> tuple[Value[T], ...]:
    days = [value.since or date.min for value in values]
    gaps = [later - earlier for earlier, later in zip(days, days[1:], strict=False)]
    if not values or any(gap < timedelta(days=1) for gap in gaps):
        raise ParameterError(f"[{id}] needs at least one value, each later than the one before it.")
    return tuple(values)
