"""Words beside a field's label: that it may stay empty, or when it is needed."""

from typing import Final, TypeVar

from django import forms

FieldT = TypeVar("FieldT", bound=forms.Field)
_NAME: Final = "beside"
OPTIONAL: Final = "optional"


def beside(field: FieldT, words: str) -> FieldT:
    """Have these words stand beside the label instead of "optional"; with none, nothing does.

    For a field that the form lets stay empty and that is needed all the same at some time, and for
    a filter, where an empty choice is a choice.
    """
    vars(field)[_NAME] = words
    return field


def words_beside(field: forms.Field) -> str:
    """Return what stands beside the field's label; nothing where it is simply required."""
    return "" if field.required else str(vars(field).get(_NAME, OPTIONAL))
