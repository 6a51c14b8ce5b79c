"""The catalogue of conditions, and the levels that pairs of risk name."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from ots.access.admin.site import OpenAdmin, site
from supervision.models import ConditionTemplate, LevelRule

# What may still change once the condition was imposed on somebody.
STILL_OPEN = frozenset({"until", "citation", "standing", "proofs"})


@admin.register(ConditionTemplate, site=site)
class ConditionTemplateAdmin(OpenAdmin):
    """Conditions in plain words; what was imposed keeps its wording, a change is a new row."""

    list_display = (
        *("code", "title", "kind", "group", "is_mandatory", "needs_reason"),
        *("since", "until", "standing", "citation"),
    )
    list_filter = ("kind", "group", "standing", "is_mandatory")
    search_fields = ("code", "title", "wording")

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """Keep the words of a condition that binds or has bound somebody."""
        if not isinstance(obj, ConditionTemplate) or not obj.conditions.exists():
            return []
        names = [field.name for field in obj._meta.concrete_fields if not field.primary_key]
        return [name for name in names if name not in STILL_OPEN]


@admin.register(LevelRule, site=site)
class LevelRuleAdmin(OpenAdmin):
    """The closest level that a pair of bands of risk allows."""

    list_display = ("violent", "general", "named", "level", "since", "until", "standing")
