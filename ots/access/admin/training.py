"""Courses and which role needs which."""

from django.contrib import admin

from ots.access.admin.site import OpenAdmin, site
from ots.access.models import Course, RequiredTraining


@admin.register(Course, site=site)
class CourseAdmin(OpenAdmin):
    """Courses that users complete."""

    list_display = ["name", "code", "valid_months", "ask"]
    search_fields = ["name", "code"]


@admin.register(RequiredTraining, site=site)
class RequiredTrainingAdmin(OpenAdmin):
    """Which role opens nothing without which course, from when to when."""

    list_display = ["role", "course", "since", "until", "standing"]
    list_filter = ["course", "role"]
    list_select_related = ["role", "course"]
