"""Agencies that sign their people in themselves, and who is who there."""

from django.contrib import admin
from django.db import models

from ots.access.admin.site import OpenAdmin, site
from ots.access.models import ProviderIdentity, SignInProvider


@admin.register(SignInProvider, site=site)
class SignInProviderAdmin(OpenAdmin):
    """Where each such agency is asked; its secret stands in the environment."""

    list_display = ["name", "agency", "issuer", "is_active"]
    list_select_related = ["agency"]
    search_fields = ["name", "issuer"]
    autocomplete_fields = ["agency"]
    prepopulated_fields = {"key": ["name"]}
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(ProviderIdentity, site=site)
class ProviderIdentityAdmin(OpenAdmin):
    """Which subject of a provider is which user; entered before the first sign-in."""

    list_display = ["user", "provider", "subject"]
    list_select_related = ["user", "provider"]
    search_fields = ["subject", "user__username", "user__last_name"]
    # Users are chosen from a list of their own: a completed name would stand in an address.
    raw_id_fields = ["user"]
    autocomplete_fields = ["provider"]
