"""Answering an instrument: what the record says is confirmed, nothing is taken for none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django import forms
from django.forms import BoundField
from django.utils import timezone

from offenders.forms.entry import PersonEntryForm
from offenders.forms.fields import DayField
from ots.access.forms import Source as Write
from ots.access.viewer import Viewer
from supervision.choices.risk import NeedSection, Occasion
from supervision.models import GuidelineFactor, Scoring
from supervision.rules.instruments.catalogue import INSTRUMENTS
from supervision.rules.instruments.form import Instrument, Item, ItemType, Value
from supervision.rules.instruments.words import choices_of, groups_of, said
from supervision.rules.prefill.answering import Answer
from supervision.selectors.answer_sources import SourceShown

ITEM, CONFIRM = "item_", "confirm_"
NOT_KNOWN = ("", "Not known yet")
_NAMES = {item.name for each in INSTRUMENTS.values() for item in each.items} | set(NeedSection)
_ANSWERS: Write = (Scoring, "answers")


@dataclass(frozen=True, slots=True)
class Question:
    """An item as it is asked: its field, what the record says, and the box that confirms it."""

    item: Item
    field: BoundField
    confirm: BoundField | None
    answer: Answer | None
    sources: tuple[SourceShown, ...]
    factors: tuple[GuidelineFactor, ...]

    @property
    def says(self) -> str:
        """What the record says, in words."""
        return said(self.answer.value) if self.answer else ""

    @property
    def is_typed(self) -> bool:
        """Say whether the answer is a number."""
        return self.item.type in {ItemType.COUNT, ItemType.SCORE}


class ScoringForm(PersonEntryForm):
    """The items of one instrument; an item left open is missing."""

    scored_on = DayField(label="As of")
    occasion = forms.ChoiceField(label="Why now", choices=Occasion.choices)

    writes = {
        "scored_on": (Scoring, "scored_on"),
        "occasion": (Scoring, "occasion"),
        **dict.fromkeys((f"{ITEM}{name}" for name in _NAMES), _ANSWERS),
        **dict.fromkeys((f"{CONFIRM}{name}" for name in _NAMES), _ANSWERS),
    }

    def __init__(  # noqa: PLR0913  what is asked, and what is known of it
        self,
        data: Mapping[str, object] | None = None,
        *,
        viewer: Viewer,
        person_id: int,
        instrument: Instrument,
        answers: Mapping[str, Answer],
        given: Mapping[str, Value] | None = None,
    ) -> None:
        """Ask the instrument's items, with what the record answers and what was given before."""
        self.instrument = instrument
        self.answers = answers
        self.is_completion = given is not None
        self.given = dict(given or {})
        today = timezone.localdate()
        super().__init__(
            data,
            person_id=person_id,
            viewer=viewer,
            initial={"scored_on": today, "occasion": Occasion.INITIAL},
        )

    def prepare(self) -> None:
        """Add a field for each item, and a box to confirm each number that the record gives."""
        super().prepare()
        if self.is_completion:
            # The day and the occasion stand as they were told.
            self.fields["scored_on"].disabled = True
            self.fields["occasion"].disabled = True
        for item in self.instrument.items:
            self.fields[f"{ITEM}{item.name}"] = _field(item, self.given.get(item.name))
            if _is_number(item) and item.name in self.answers and item.name not in self.given:
                self.fields[f"{CONFIRM}{item.name}"] = _confirm(self.answers[item.name])

    def groups(
        self,
        sources: Mapping[str, tuple[SourceShown, ...]],
        factors: Mapping[str, list[GuidelineFactor]],
    ) -> Iterator[tuple[str, list[Question]]]:
        """Yield the questions by group, each with where the record's answer comes from."""
        for group in groups_of(self.instrument):
            yield (
                group.title,
                [
                    self._question(item, sources.get(item.name, ()), factors.get(item.name, []))
                    for item in group.items
                ],
            )

    def _question(
        self, item: Item, sources: tuple[SourceShown, ...], factors: list[GuidelineFactor]
    ) -> Question:
        confirm = f"{CONFIRM}{item.name}"
        return Question(
            item,
            self[f"{ITEM}{item.name}"],
            self[confirm] if confirm in self.fields else None,
            self.answers.get(item.name),
            sources,
            tuple(factors),
        )

    def clean_scored_on(self) -> date:
        """Refuse a day to come."""
        day: date = self.cleaned_data["scored_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("This day is still to come: give today or an earlier day.")
        return day

    def clean(self) -> dict[str, object]:
        """Refuse a number that was confirmed and typed otherwise."""
        entered = super().clean() or self.cleaned_data
        for name, answer in self.answers.items():
            typed = entered.get(f"{ITEM}{name}")
            confirmed = entered.get(f"{CONFIRM}{name}")
            if confirmed and typed is not None and typed != answer.value:
                self.add_error(
                    f"{ITEM}{name}",
                    f"You confirmed {said(answer.value)} and typed {typed}: keep one of them.",
                )
        return entered

    def given_answers(self) -> dict[str, Value]:
        """Return what was answered; an item left open is not there."""
        found = ((item.name, self._answer(item)) for item in self.instrument.items)
        return {name: value for name, value in found if value is not None}

    def _answer(self, item: Item) -> Value | None:
        value = self.cleaned_data.get(f"{ITEM}{item.name}")
        if _is_number(item):
            confirmed = self.cleaned_data.get(f"{CONFIRM}{item.name}")
            kept = self.answers[item.name].value if confirmed else None
            return kept if value is None else int(value)
        if not value:
            return None
        return value == "True" if item.type is ItemType.YES_NO else str(value)


def _is_number(item: Item) -> bool:
    return item.type in {ItemType.COUNT, ItemType.SCORE}


def _field(item: Item, given: Value | None) -> forms.Field:
    if _is_number(item):
        return forms.IntegerField(
            label=item.label,
            required=False,
            min_value=item.least,
            max_value=item.most,
            initial=given,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
            error_messages={"invalid": f"Give {item.allowed}."},
        )
    choices = [(str(value), label) for label, value in choices_of(item)]
    return forms.ChoiceField(
        label=item.label,
        required=False,
        choices=[*choices, NOT_KNOWN],
        initial="" if given is None else str(given),
        widget=forms.RadioSelect,
    )


def _confirm(answer: Answer) -> forms.BooleanField:
    return forms.BooleanField(label=f"{said(answer.value)}, as the record says", required=False)
