"""Code lists of contacts, and whom an office calls when an agent stays overdue."""

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from ots.access.admin.site import OpenAdmin, site
from supervision.models import Barrier, ContactOutcome, EscalationEntry
from supervision.models.dated import STANDINGS


class CodeRowForm(forms.ModelForm):  # type: ignore[type-arg]  # of any code list
    """How sure we are of a row is chosen, not typed."""

    standing = forms.ChoiceField(choices=STANDINGS, help_text="How sure we are of the row.")


class CodeRowAdmin(OpenAdmin):
    """A code list: a row out of use is marked so, and a code in records keeps its name."""

    form = CodeRowForm
    list_filter = ["is_active", "standing"]

    def get_readonly_fields(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> list[str]:
        """Keep the code of a row that is there: records and rules name it."""
        return ["code"] if obj is not None else []


@admin.register(ContactOutcome, site=site)
class ContactOutcomeAdmin(CodeRowAdmin):
    """What may become of an appointment, and whether it counts."""

    list_display = [
        *("code", "title", "effect", "attended", "is_active", "order", "standing", "citation"),
    ]


@admin.register(Barrier, site=site)
class BarrierAdmin(CodeRowAdmin):
    """What keeps people from coming, and what may help."""

    list_display = ["code", "title", "suggests", "is_active", "order", "standing", "citation"]


@admin.register(EscalationEntry, site=site)
class EscalationEntryAdmin(OpenAdmin):
    """Whom an office calls, in order; it is the office's own list."""

    list_display = ["office", "order", "name", "email", "phone", "is_active"]
    list_filter = ["office", "is_active"]
