"""Standards of contact, weights of workload, posts of offices and feeds."""

from django.contrib import admin

from ots.access.admin.site import OpenAdmin, site
from supervision.models import AuthorizedPosts, ContactStandard, SyncState, WorkloadWeight


@admin.register(ContactStandard, site=site)
class ContactStandardAdmin(OpenAdmin):
    """How often what is due; a change is a new row from its first day."""

    list_display = [
        *("title", "rule_set", "is_active", "case_type", "level", "kind"),
        *("count", "per", "unit", "since", "until", "standing"),
    ]
    list_filter = ["rule_set", "is_active", "case_type", "level", "kind"]


@admin.register(WorkloadWeight, site=site)
class WorkloadWeightAdmin(OpenAdmin):
    """How many hours a case or a task takes."""

    list_display = ["title", "hours", "since", "until", "standing", "citation"]


@admin.register(AuthorizedPosts, site=site)
class AuthorizedPostsAdmin(OpenAdmin):
    """How many agents an office may have; a change is a new row from its first day."""

    list_display = ["office", "posts", "since", "until", "standing", "citation"]
    list_filter = ["office"]


@admin.register(SyncState, site=site)
class SyncStateAdmin(OpenAdmin):
    """When a feed was last heard, and how long it may be silent."""

    list_display = ["title", "limit_hours", "last_heard_at", "silent_since", "note"]
