"""Users and roles: who may sign in, with which roles, and whose people a supervisor reaches."""

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.widgets import FilteredSelectMultiple
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission
from django.db import models
from django.http import HttpRequest, HttpResponse

from ots.access.admin.site import OpenAdmin, site
from ots.access.holdings import SUPERVISE_OFFICE, SUPERVISE_REGION
from ots.access.models import OfficeUserObjectPermission, RegionUserObjectPermission, User
from ots.audit.context import occasion
from ots.audit.events import Event

# Nobody gives himself rights: another administrator does.
OWN_RIGHTS = ("groups", "is_staff", "is_active")


if TYPE_CHECKING:
    UsersAdmin = UserAdmin[User]
    GroupForm = forms.ModelForm[Group]
    AnyChoices = forms.ModelMultipleChoiceField[DjangoPermission]
    ReachForm = forms.ModelForm[OfficeUserObjectPermission]
    ReachInline = admin.TabularInline[Any, User]
    AnyInline = InlineModelAdmin[Any, Any]
    AnyLink = models.ManyToManyField[Any, Any]
else:
    UsersAdmin = UserAdmin
    GroupForm = forms.ModelForm
    AnyChoices = forms.ModelMultipleChoiceField
    ReachForm = forms.ModelForm
    ReachInline = admin.TabularInline
    AnyInline = InlineModelAdmin
    AnyLink = models.ManyToManyField


class RoleFilter(admin.RelatedFieldListFilter):
    """Users by role."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Call it by its name here."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        self.title = "role"


class OfficeReachForm(ReachForm):
    """Names the office; the right given is always the same."""

    codename = SUPERVISE_OFFICE

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Set the right."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        self.instance.permission = DjangoPermission.objects.get(codename=self.codename)


class RegionReachForm(OfficeReachForm):
    """Names the region; the right given is always the same."""

    codename = SUPERVISE_REGION


class Reach(ReachInline):
    """Offices or regions whose people the user supervises."""

    fields = ["content_object"]
    autocomplete_fields = ["content_object"]
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Let administrators give an office to anybody but themselves."""
        return not _is_self(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """An office is given or taken, not changed."""
        return not _is_self(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Let administrators take an office from anybody but themselves."""
        return not _is_self(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Show the offices."""
        return True


class OfficeReach(Reach):
    """Offices whose people the user supervises."""

    model = OfficeUserObjectPermission
    form = OfficeReachForm
    verbose_name = "office whose people this user reaches"
    verbose_name_plural = "offices whose people this user reaches"


class RegionReach(Reach):
    """Regions whose offices' people the user supervises."""

    model = RegionUserObjectPermission
    form = RegionReachForm
    verbose_name = "region whose people this user reaches"
    verbose_name_plural = "regions whose people this user reaches"


@admin.register(User, site=site)
class StaffAdmin(OpenAdmin, UsersAdmin):
    """Users; an account that is no longer used is closed, never deleted."""

    list_display = ["username", "last_name", "first_name", "role_names", "office", "is_active"]
    list_filter = ["is_active", ("groups", RoleFilter), "agency"]
    list_select_related = ["office"]
    search_fields = ["username", "last_name", "first_name", "email"]
    ordering = ["last_name", "first_name"]
    filter_horizontal = ["groups"]
    autocomplete_fields = ["agency", "office"]
    readonly_fields = ["last_login", "date_joined", "password_chosen_at"]
    inlines = [OfficeReach, RegionReach]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Person", {"fields": ["first_name", "last_name", "email", "job_title"]}),
        ("Works for", {"fields": ["agency", "office"]}),
        ("Roles", {"fields": ["groups", "is_active", "is_staff"]}),
        ("Dates", {"fields": ["expires_at", "last_login", "date_joined", "password_chosen_at"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[User]:
        """Read the roles with the users."""
        users = cast("models.QuerySet[User]", super().get_queryset(request))
        return users.prefetch_related("groups")

    def get_readonly_fields(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> list[str]:
        """Keep the own rights from the own hands."""
        own = OWN_RIGHTS if _is_self(request, obj) else ()
        # A user name stays with its account for good.
        name = () if obj is None else ("username",)
        return [*self.readonly_fields, *name, *own]

    def save_model(
        self,
        request: HttpRequest,
        obj: models.Model,
        form: "forms.ModelForm[models.Model]",
        change: bool,
    ) -> None:
        """Have a password that was set by another be chosen anew at the next sign-in."""
        if isinstance(obj, User) and not change:
            obj.password_chosen_at = None
        super().save_model(request, obj, form, change)

    def user_change_password(
        self,
        request: HttpRequest,
        id: str,
        form_url: str = "",
    ) -> HttpResponse:
        """Set a password for somebody, who must choose another at the next sign-in."""
        response = super().user_change_password(request, id, form_url)
        if request.method == "POST" and response.status_code == HTTPStatus.FOUND:
            User.objects.filter(pk=id).update(password_chosen_at=None)
        return response

    def get_inlines(self, request: HttpRequest, obj: models.Model | None) -> list[type[AnyInline]]:
        """Offer offices once the account stands."""
        return [] if obj is None else [OfficeReach, RegionReach]

    def save_related(
        self,
        request: HttpRequest,
        form: "forms.ModelForm[User]",
        formsets: "list[forms.BaseModelFormSet[models.Model, forms.ModelForm[models.Model]]]",
        change: bool,
    ) -> None:
        """Record what changes of roles and offices under its name."""
        with occasion(Event.ROLE_GIVEN.name):
            super().save_related(request, form, formsets, change)

    def formfield_for_manytomany(
        self, db_field: AnyLink, request: HttpRequest, **kwargs: object
    ) -> "forms.ModelMultipleChoiceField[models.Model] | None":
        """Call the roles by their name here too; Django knows them as groups."""
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field is not None and db_field.name == "groups":
            field.label = "Roles"
            field.help_text = "What a role opens counts from the user's next request."
        return field

    @admin.display(description="roles")
    def role_names(self, user: User) -> str:
        """Return the names of the user's roles."""
        return ", ".join(group.name for group in user.groups.all())


class RightsField(AnyChoices):
    """Rights by their words."""

    def label_from_instance(self, obj: models.Model) -> str:
        """Return the right in words."""
        return str(getattr(obj, "name", obj))


class RoleForm(GroupForm):
    """A role's name and the rights of this system that it holds."""

    permissions = RightsField(
        queryset=DjangoPermission.objects.filter(content_type__model="capability"),
        required=False,
        label="Rights",
        widget=FilteredSelectMultiple("rights", is_stacked=False),
    )


@admin.register(Group, site=site)
class RoleAdmin(OpenAdmin, GroupAdmin):
    """Roles; what is ticked here counts from each holder's next request."""

    form = RoleForm  # type: ignore[assignment]  # the base is declared for any model

    list_display = ["name"]
    search_fields = ["name"]
    filter_horizontal = []

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Keep an administrator from widening the own role."""
        own = obj is not None and request.user.groups.filter(pk=obj.pk).exists()
        return not own and super().has_change_permission(request, obj)


def _is_self(request: HttpRequest, user: models.Model | None) -> bool:
    return user is not None and user.pk == request.user.pk
