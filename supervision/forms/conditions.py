"""Forms that record what an order says of a condition."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm, PersonEntryForm
from offenders.forms.fields import DayField, chosen, reason_field
from ots.access.forms import Source
from supervision.choices.condition import FINAL_ENDS, EndedAs, Imposer, NoticeManner
from supervision.forms.answers import AnswerField
from supervision.models import Condition, ConditionNotice, ConditionTerms
from supervision.rules.conditions.parameters import Parameter
from supervision.rules.conditions.reading import Answer
from supervision.selectors.condition_order import cases_to_name
from supervision.services.conditions.ending import Change
from supervision.services.conditions.entry import ANSWER, WHY_ASKED, ConditionEntry
from supervision.services.conditions.notice import Notice

_ORDER_FIELDS = (
    "imposed_by",
    "case",
    "order_number",
    "ordered_on",
    "ordered_for",
    "why_this_person",
    "expires_on",
    "review_on",
)
NO_CASE = ("", "No case in this record")


class OrderForm(PersonEntryForm):
    """By whose order, and for how long."""

    imposed_by = forms.ChoiceField(label="Ordered by", choices=Imposer.choices)
    case = forms.ChoiceField(label="Court case", required=False)
    order_number = forms.CharField(
        label="Number of the order",
        max_length=40,
        required=False,
        help_text="Needed where a court ordered it and its case is not on record.",
    )
    ordered_on = DayField(label="Date of the order")
    ordered_for = DayField(
        label="Binds from",
        required=False,
        help_text="Leave empty if it binds from the date of the order.",
    )
    why_this_person = forms.CharField(
        label="Why this person needs it",
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The risk or need it answers. The law asks for it with each special condition.",
        error_messages={"required": WHY_ASKED},
    )
    expires_on = DayField(
        label="Ends on",
        required=False,
        help_text="First day on which it no longer binds; empty: as long as supervision.",
    )
    review_on = DayField(label="Look at it again on", required=False)

    writes: ClassVar[Mapping[str, Source]] = {
        name: (ConditionTerms, name) for name in _ORDER_FIELDS if name != "why_this_person"
    }
    unstored = frozenset({"token", "why_this_person"})
    asks_reason: ClassVar[bool] = False

    def prepare(self) -> None:
        """Offer the person's cases, and ask for the reason where the condition needs one."""
        super().prepare()
        self.fields["why_this_person"].required = self.asks_reason
        self.offer("case", [NO_CASE, *cases_to_name(self.viewer, self.person_id)])

    def entry(self) -> ConditionEntry:
        """Return the order without a condition's answers."""
        entered = self.cleaned_data
        return ConditionEntry(
            imposed_by=entered["imposed_by"],
            ordered_on=entered["ordered_on"],
            ordered_for=entered["ordered_for"] or entered["ordered_on"],
            case_id=chosen(entered["case"]),
            order_number=entered["order_number"],
            why_this_person=entered["why_this_person"],
            expires_on=entered["expires_on"],
            review_on=entered["review_on"],
            answers=self.answers(),
        )

    def answers(self) -> dict[str, Answer]:
        """Return what was entered for the parameters of the condition."""
        prefix = ANSWER.format("")
        return {
            name.removeprefix(prefix): answer
            for name, answer in self.cleaned_data.items()
            if name.startswith(prefix) and answer is not None
        }


def condition_form(asked: tuple[Parameter, ...], *, needs_reason: bool) -> type[OrderForm]:
    """Return the form of a condition: its parameters first, then the order."""
    names = {each.name: ANSWER.format(each.name) for each in asked}
    answers: dict[str, object] = {names[each.name]: AnswerField(each) for each in asked}
    columns = {
        names[each.name]: (
            ConditionTerms,
            "victim_details" if each.names_victim else "details",
        )
        for each in asked
    }
    return type(
        "ConditionForm",
        (OrderForm,),
        {
            "__doc__": "What the order says of a condition.",
            "__module__": __name__,
            **answers,
            "asks_reason": needs_reason,
            "writes": {**OrderForm.writes, **columns},
            "field_order": list(answers),
        },
    )


class StandardListForm(OrderForm):
    """The conditions of everybody's list that ask for nothing more, entered at once."""

    templates = forms.MultipleChoiceField(
        label="Which conditions the order names", widget=forms.CheckboxSelectMultiple
    )
    field_order = ("templates",)
    writes: ClassVar[Mapping[str, Source]] = {
        **OrderForm.writes,
        "templates": (Condition, "template"),
    }

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        offered: Iterable[tuple[int, str]],
        **kwargs: object,
    ) -> None:
        """Build the form with the conditions to choose from."""
        self.offered = offered
        super().__init__(data, **kwargs)  # type: ignore[arg-type]  # passed through

    def prepare(self) -> None:
        """Offer the conditions that the person lacks."""
        super().prepare()
        self.offer("templates", self.offered)


class ChangeForm(EntryForm):
    """From which day a condition rests or binds again, and why."""

    on = DayField(label="From")
    reason = reason_field("By order of the court of March 5.")

    writes: ClassVar[Mapping[str, Source]] = {"on": (ConditionTerms, "effective_on")}
    unstored = frozenset({"token", "reason"})

    def prepare(self) -> None:
        """Take today unless told."""
        super().prepare()
        self.initial.setdefault("on", timezone.localdate())

    def change(self) -> Change:
        """Return the day and the reason."""
        return Change(on=self.cleaned_data["on"], reason=self.cleaned_data["reason"])


class EndForm(ChangeForm):
    """How a condition ended."""

    ended_as = forms.ChoiceField(
        label="How it ended",
        choices=[(each.value, EndedAs(each).label) for each in FINAL_ENDS],
        widget=forms.RadioSelect,
    )
    on = DayField(label="First day without it")
    field_order = ("ended_as", "on", "reason")
    writes: ClassVar[Mapping[str, Source]] = {
        "ended_as": (ConditionTerms, "ended_as"),
        "on": (ConditionTerms, "ended_on"),
    }


class NoticeForm(EntryForm):
    """What the person was told of, when and how."""

    conditions = forms.MultipleChoiceField(
        label="What the person was told of", widget=forms.CheckboxSelectMultiple
    )
    given_on = DayField(label="On")
    manner = forms.ChoiceField(label="How", choices=NoticeManner.choices, widget=forms.RadioSelect)
    remark = forms.CharField(label="Remark", max_length=200, required=False)

    writes: ClassVar[Mapping[str, Source]] = {
        "conditions": (ConditionNotice, "given_on"),
        "given_on": (ConditionNotice, "given_on"),
        "manner": (ConditionNotice, "manner"),
        "remark": (ConditionNotice, "remark"),
    }

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        offered: Iterable[tuple[int, str]],
        **kwargs: object,
    ) -> None:
        """Build the form with the conditions of which the person may be told."""
        self.offered = offered
        super().__init__(data, **kwargs)

    def prepare(self) -> None:
        """Offer the conditions; take today unless told."""
        super().prepare()
        self.offer("conditions", self.offered)
        self.initial.setdefault("given_on", timezone.localdate())

    def notice(self) -> Notice:
        """Return the day and the manner."""
        entered = self.cleaned_data
        return Notice(
            given_on=entered["given_on"], manner=entered["manner"], remark=entered["remark"]
        )

    @property
    def chosen_conditions(self) -> set[int]:
        """Return the numbers of the conditions that were ticked."""
        return {int(each) for each in self.cleaned_data["conditions"]}
