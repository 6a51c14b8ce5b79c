"""The field of a condition's parameter: typed freely, read by the rules, told back on error."""

from collections.abc import Callable, Mapping
from typing import cast

from django import forms

from supervision.rules.conditions.parameters import Parameter, read
from supervision.rules.conditions.reading import (
    DAYS,
    Answer,
    ParameterKind,
    UnreadableError,
    typed,
)

HINTS: Mapping[ParameterKind, str] = {
    ParameterKind.LIST: "One a line.",
    ParameterKind.MONEY: "In dollars, as 30 or 30.50.",
    ParameterKind.TIME: "As 9 pm or 21:00.",
    ParameterKind.OFTEN: "As 2 a week, every 2 weeks, or monthly.",
}
CHOSEN = frozenset({ParameterKind.CHOICES, ParameterKind.DAYS})


class AnswerField(forms.Field):
    """Takes an answer of the parameter's kind; an unreadable one says what to type instead."""

    def __init__(self, parameter: Parameter) -> None:
        """Build the field for a parameter of a template."""
        self.parameter = parameter
        super().__init__(
            label=parameter.label,
            required=parameter.is_required,
            help_text=_hint(parameter),
            widget=_WIDGETS.get(parameter.kind, _text)(parameter),
            error_messages={"required": f"Enter: {parameter.label}."},
        )

    def to_python(self, value: object) -> Answer | None:
        """Read what was typed."""
        if value is None:
            return None
        try:
            if isinstance(value, list):
                return read(self.parameter, [str(each) for each in value])
            return read(self.parameter, str(value))
        except UnreadableError as error:
            raise forms.ValidationError(str(error), code="invalid") from error

    def prepare_value(self, value: object) -> object:
        """Show a stored answer as it would be typed, and what was typed as it stands."""
        if isinstance(value, str):
            return value
        if self.parameter.kind in CHOSEN or value is None:
            return value
        return typed(self.parameter.kind, cast(Answer, value))


def _hint(parameter: Parameter) -> str:
    hint = HINTS.get(parameter.kind, "")
    if parameter.most is not None:
        hint = f"{parameter.least} to {parameter.most}."
    return (
        f"{hint} Shown only to those who see victims.".strip() if parameter.names_victim else hint
    )


def _text(_parameter: Parameter) -> forms.Widget:
    return forms.TextInput(attrs={"maxlength": "300"})


def _lines(_parameter: Parameter) -> forms.Widget:
    return forms.Textarea(attrs={"rows": 3})


def _number(_parameter: Parameter) -> forms.Widget:
    return forms.TextInput(attrs={"inputmode": "numeric"})


def _amount(_parameter: Parameter) -> forms.Widget:
    return forms.TextInput(attrs={"inputmode": "decimal"})


def _day(_parameter: Parameter) -> forms.Widget:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _yes_no(_parameter: Parameter) -> forms.Widget:
    return forms.RadioSelect(choices=[("yes", "Yes"), ("no", "No")])


def _one(parameter: Parameter) -> forms.Widget:
    offered = [(each, each) for each in parameter.choices]
    return forms.Select(choices=[("", "Choose"), *offered])


def _some(parameter: Parameter) -> forms.Widget:
    offered = parameter.choices or DAYS
    return forms.CheckboxSelectMultiple(choices=[(each, each) for each in offered])


_WIDGETS: Mapping[ParameterKind, Callable[[Parameter], forms.Widget]] = {
    ParameterKind.LIST: _lines,
    ParameterKind.WHOLE: _number,
    ParameterKind.MONEY: _amount,
    ParameterKind.DAY: _day,
    ParameterKind.YES_NO: _yes_no,
    ParameterKind.CHOICE: _one,
    ParameterKind.CHOICES: _some,
    ParameterKind.DAYS: _some,
}
