"""Agencies, their offices, and who was given an office's people."""

from django.db import models
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase


class County(models.Model):
    """One of the 83 counties."""

    code = models.PositiveSmallIntegerField(primary_key=True, help_text="State county code, 1-83.")
    name = models.CharField(max_length=40, unique=True)
    fips = models.CharField(max_length=5, unique=True)
    seat = models.CharField(max_length=40, blank=True)

    class Meta:
        """Alphabetical, as on every list."""

        ordering = ["name"]
        verbose_name_plural = "counties"

    def __str__(self) -> str:
        """Return the county's name."""
        return self.name


class AgencyKind(models.TextChoices):
    """What an agency does for the system."""

    CORRECTIONS = "corrections", "Department of corrections"
    COURT = "court", "Court"
    LAW_ENFORCEMENT = "law_enforcement", "Law enforcement"
    PAROLE_BOARD = "parole_board", "Parole board"
    COMPACT = "compact", "Interstate compact office"
    VICTIM_SERVICES = "victim_services", "Victim services"
    OVERSIGHT = "oversight", "Oversight"
    OTHER = "other", "Other"


class Agency(models.Model):
    """An organisation whose people use the system or exchange records with it."""

    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=AgencyKind)
    ori = models.CharField(
        "ORI", max_length=9, blank=True, help_text="FBI originating agency identifier."
    )

    class Meta:
        """Alphabetical; an ORI, where known, belongs to one agency."""

        ordering = ["name"]
        verbose_name_plural = "agencies"
        constraints = [
            models.UniqueConstraint(
                fields=["ori"], condition=~models.Q(ori=""), name="agency_ori_is_unique"
            )
        ]

    def __str__(self) -> str:
        """Return the agency's name."""
        return self.name


class Region(models.Model):
    """A group of offices under one manager."""

    name = models.CharField(max_length=40, primary_key=True)

    class Meta:
        """``supervise_region`` is given on one region through django-guardian."""

        ordering = ["name"]
        permissions = [("supervise_region", "May see the people of this region's offices")]

    def __str__(self) -> str:
        """Return the region's name."""
        return self.name


class Office(models.Model):
    """A place of an agency where people are supervised or staff work."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="offices")
    code = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=120)
    county = models.ForeignKey(County, on_delete=models.PROTECT, null=True, blank=True)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="offices"
    )
    is_active = models.BooleanField(default=True)

    class Meta:
        """``supervise_office`` is given on one office through django-guardian."""

        ordering = ["name"]
        permissions = [("supervise_office", "May see the people of this office")]

    def __str__(self) -> str:
        """Return the office's name."""
        return self.name


class OfficeUserObjectPermission(UserObjectPermissionBase):
    """A user's right on one office; a real foreign key, so that no cast slows the join."""

    content_object = models.ForeignKey(Office, on_delete=models.CASCADE)


class OfficeGroupObjectPermission(GroupObjectPermissionBase):
    """A group's right on one office."""

    content_object = models.ForeignKey(Office, on_delete=models.CASCADE)


class RegionUserObjectPermission(UserObjectPermissionBase):
    """A user's right on one region."""

    content_object = models.ForeignKey(Region, on_delete=models.CASCADE)


class RegionGroupObjectPermission(GroupObjectPermissionBase):
    """A group's right on one region."""

    content_object = models.ForeignKey(Region, on_delete=models.CASCADE)
