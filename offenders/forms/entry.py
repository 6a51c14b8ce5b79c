"""The form of a write: carried out once, and told at the field why it was refused."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, TypeVar
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import PermissionDenied

from offenders.services.facts import AlreadyCorrectedError
from offenders.services.refusals import AS_WRITTEN, Objection, RefusedError
from ots.access.forms import ProtectedForm, describe_widgets
from ots.access.viewer import NotAllowedError

Result = TypeVar("Result")


class EntryForm(ProtectedForm):
    """A form that a service carries out; its token makes sure that it happens once."""

    token = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid4)
    unstored = frozenset({"token"})
    # Where an objection names something that stands in the form under another name.
    field_for: ClassVar[Mapping[str, str]] = {}

    def __init__(self, data: Mapping[str, object] | None = None, **kwargs: object) -> None:
        """Build the form; one who may not change a required field has no use for it."""
        super().__init__(data, **kwargs)  # type: ignore[arg-type]  # passed through
        for name, field in self.base_fields.items():
            if field.required and name not in self.fields:
                raise PermissionDenied(f"Your role does not include changing [{field.label}].")

    def prepare(self) -> None:
        """Keep hidden from view what may overrule a check until a check objects."""
        self.may_stand = False

    def offer(self, name: str, pairs: Iterable[tuple[object, str]]) -> None:
        """Fill in what a select or a list of boxes offers."""
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"[{name}] offers no choices.")
        field.choices = list(pairs)

    @property
    def sent_token(self) -> UUID | None:
        """Return the token that came with the form."""
        value = self.cleaned_data.get("token")
        return value if isinstance(value, UUID) else None

    @property
    def offers_as_written(self) -> bool:
        """Say whether to offer recording the entry although a check objects."""
        return self.may_stand or bool(self.data.get(AS_WRITTEN))

    def carry_out(self, write: Callable[[], Result]) -> Result | None:
        """Return what ``write`` recorded, or nothing and the objections at their fields."""
        try:
            return write()
        except RefusedError as refusal:
            for objection in refusal.objections:
                self.object_to(objection)
        except AlreadyCorrectedError:
            self.add_error(
                None,
                "Somebody else changed this meanwhile. What you typed is still here: open the"
                " record in another window, look at the change, and enter it again.",
            )
        except NotAllowedError:
            self.add_error(None, "Your role does not include recording all of this.")
        describe_widgets(self)
        return None

    def object_to(self, objection: Objection) -> None:
        """Show an objection at its field."""
        name = self.field_for.get(objection.field, objection.field)
        self.add_error(name if name in self.fields else None, objection.message)
        self.may_stand = self.may_stand or objection.may_stand


class PersonEntryForm(EntryForm):
    """A form about one person; ``prepare`` may use his number to fill in choices."""

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        person_id: int,
        **kwargs: object,
    ) -> None:
        """Build the form for a viewer and a person."""
        self.person_id = person_id
        super().__init__(data, **kwargs)
