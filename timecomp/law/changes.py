"""What is different between two cases of one person: each change in words, and how to make it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import partial

from timecomp.law.facts import Case, Offense, Sentence
from timecomp.law.worksheet import in_words

# How the lists of a case are named in a sentence; one not named here goes by its own name.
NOUNS = {
    "custody": "a stay",
    "misconduct": "a misconduct",
    "credit_awards": "an award of special credit",
    "forfeitures": "a forfeiture",
    "restorations": "a restoration",
    "parole": "a parole",
    "orders": "an order",
    "decisions": "a decision",
}
# By what an entry is known as the same one, corrected.
SAME_ENTRY = {
    "custody": ("kind", "from_"),
    "misconduct": ("violated_on",),
    "credit_awards": ("sentence", "kind", "awarded_on"),
    "forfeitures": ("sentence", "ordered_on"),
    "restorations": ("sentence", "ordered_on"),
    "parole": ("released_on",),
    "orders": ("kind", "made_on", "sentence"),
}
_NOT_LISTS = {"id", "as_of", "person", "sentences", "options"}
_WORDS = {"from_": "from", "class_": "class"}


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that is different: what kind of fact, what it says, and the case with it
    changed."""

    about: str
    words: str
    make: Callable[[Case], Case] = field(compare=False, repr=False)


def changes_between(before: Case, after: Case) -> tuple[Change, ...]:
    """Every fact in which the two cases differ; made one after the other they lead from one to
    the other."""
    return tuple(_changes(before, after))


def with_changes(case: Case, changes: Iterable[Change]) -> Case:
    """The case with the changes made; what then names a sentence that is not there is left out."""
    for change in changes:
        case = change.make(case)
    return _settled(case)


def _changes(before: Case, after: Case) -> Iterator[Change]:
    yield from _sentences(before, after)
    for name in _lists(after):
        yield from _entries(name, getattr(before, name), getattr(after, name))
    if before.person != after.person:
        words = _was_is("the birth date", before.person.birth_date, after.person.birth_date)
        yield Change("birth_date", words, lambda case: replace(case, person=after.person))
    for option in fields(before.options):
        was, now = getattr(before.options, option.name), getattr(after.options, option.name)
        if was != now:
            words = _was_is(f"the convention of {_spelled(option.name)}", was, now)
            yield Change("options", words, partial(_with_option, name=option.name, value=now))
    if before.as_of != after.as_of:
        words = _was_is("the day as of which the facts are read", before.as_of, after.as_of)
        yield Change("as_of", words, lambda case: replace(case, as_of=after.as_of))


def _lists(case: Case) -> list[str]:
    return [
        each.name
        for each in fields(case)
        if each.name not in _NOT_LISTS and isinstance(getattr(case, each.name), tuple)
    ]


def _sentences(before: Case, after: Case) -> Iterator[Change]:
    was = {each.id: each for each in before.sentences}
    now = {each.id: each for each in after.sentences}
    for id in was:
        if id not in now:
            yield Change("sentence", f"sentence {id} is no longer there", partial(_without, id=id))
    for id, sentence in now.items():
        if id in was:
            yield from _sentence(was[id], sentence)
            continue
        make = partial(_with_sentence, sentence=sentence, order=tuple(now))
        yield Change("sentence", f"sentence {id} was entered", make)


def _sentence(was: Sentence, now: Sentence) -> Iterator[Change]:
    whose = f"of sentence {now.id}"
    for each in fields(Sentence):
        old, new = getattr(was, each.name), getattr(now, each.name)
        if each.name == "offense" or old == new:
            continue
        make = partial(_with_term, id=now.id, name=each.name, value=new)
        yield Change(
            f"sentence.{each.name}", _was_is(f"{_spelled(each.name)} {whose}", old, new), make
        )
    for each in fields(Offense):
        old, new = getattr(was.offense, each.name), getattr(now.offense, each.name)
        if old != new:
            make = partial(_with_offense, id=now.id, name=each.name, value=new)
            words = _was_is(f"the offense's {_spelled(each.name)} {whose}", old, new)
            yield Change(f"offense.{each.name}", words, make)


def _entries(name: str, was: Sequence[object], now: Sequence[object]) -> Iterator[Change]:
    gone, come = Counter(was) - Counter(now), Counter(now) - Counter(was)
    removed, entered = list(gone.elements()), list(come.elements())
    noun = NOUNS.get(name, f"an entry of {_spelled(name)}")
    for old in removed:
        new = next((each for each in entered if _is_same(name, old, each)), None)
        make = partial(_with_entry, name=name, old=old, new=new)
        if new is None:
            yield Change(name, f"{noun} is no longer there ({_told(old)})", make)
            continue
        entered.remove(new)
        yield Change(name, f"{noun} was corrected ({_told(old)}; now {_told(new)})", make)
    for new in entered:
        make = partial(_with_entry, name=name, old=None, new=new)
        yield Change(name, f"{noun} was entered ({_told(new)})", make)


def _is_same(name: str, old: object, new: object) -> bool:
    keys = SAME_ENTRY.get(name, ())
    return bool(keys) and all(getattr(old, key) == getattr(new, key) for key in keys)


def _with_option(case: Case, *, name: str, value: object) -> Case:
    return replace(case, options=replace(case.options, **{name: value}))  # type: ignore[arg-type]  # a field of its own type


def _without(case: Case, *, id: str) -> Case:
    return replace(case, sentences=tuple(each for each in case.sentences if each.id != id))


def _with_sentence(case: Case, *, sentence: Sentence, order: tuple[str, ...]) -> Case:
    every = (*case.sentences, sentence)
    places = {id: place for place, id in enumerate(order)}
    return replace(case, sentences=tuple(sorted(every, key=lambda each: places.get(each.id, -1))))


def _with_term(case: Case, *, id: str, name: str, value: object) -> Case:
    return replace(
        case,
        sentences=tuple(
            replace(each, **{name: value}) if each.id == id else each  # type: ignore[arg-type]  # a field of its own type
            for each in case.sentences
        ),
    )


def _with_offense(case: Case, *, id: str, name: str, value: object) -> Case:
    sentence = next((each for each in case.sentences if each.id == id), None)
    if sentence is None:
        return case
    offense = replace(sentence.offense, **{name: value})  # type: ignore[arg-type]  # a field of its own type
    return _with_term(case, id=id, name="offense", value=offense)


def _with_entry(case: Case, *, name: str, old: object, new: object) -> Case:
    entries = list(getattr(case, name))
    if old is not None and old in entries:
        place = entries.index(old)
        entries[place : place + 1] = [] if new is None else [new]
    elif new is not None:
        entries.append(new)
    return replace(case, **{name: tuple(entries)})  # type: ignore[arg-type]  # a list of its own type


def _settled(case: Case) -> Case:
    ids = {each.id for each in case.sentences}
    kept = {
        name: tuple(
            each for each in getattr(case, name) if getattr(each, "sentence", None) in {None, *ids}
        )
        for name in _lists(case)
    }
    sentences = tuple(
        replace(
            each,
            consecutive_to=tuple(id for id in each.consecutive_to if id in ids),
            replaces=each.replaces if each.replaces in ids else None,
        )
        for each in case.sentences
    )
    return replace(case, sentences=sentences, **kept)  # type: ignore[arg-type]  # lists of their own types


def _was_is(what: str, old: object, new: object) -> str:
    return f"{what} was {_said(old)} and is {_said(new)}"


def _spelled(name: str) -> str:
    return _WORDS.get(name, name.replace("_", " "))


def _told(entry: object) -> str:
    """What an entry says: each of its parts that is not empty."""
    parts = ((each.name, getattr(entry, each.name)) for each in fields(entry))  # type: ignore[arg-type]  # entries are records
    return ", ".join(f"{_spelled(name)} {_said(value)}" for name, value in parts if value)


def _said(value: object) -> str:
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value))) or "none"
    if isinstance(value, tuple):
        return "; ".join(map(_said, value)) or "none"
    if hasattr(value, "__dataclass_fields__") and "__str__" not in type(value).__dict__:
        return _told(value)
    return in_words(value) if value is not None or isinstance(value, date) else "none"
