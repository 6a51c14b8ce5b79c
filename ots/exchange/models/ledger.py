"""The ledger of imports: which row of which file became which record."""

from django.db import models

from offenders.models import Person


class Outcome(models.TextChoices):
    """How an import ended."""

    RUNNING = "running", "Running, or stopped without a word"
    FINISHED = "finished", "Finished"
    INTERRUPTED = "interrupted", "Interrupted; a later import went on"
    UNRECONCILED = "unreconciled", "Finished, but the counts do not agree"


class ImportRun(models.Model):
    """One run of an import."""

    agency = models.CharField(max_length=20)
    folder = models.CharField(max_length=120, help_text="Name of the folder the files lay in.")
    outcome = models.CharField(max_length=12, choices=Outcome, default=Outcome.RUNNING)
    started_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict, help_text="Rows by file: read, loaded, refused.")

    class Meta:
        """Newest first."""

        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        """Name the agency and the key."""
        return f"import {self.pk} of {self.agency}"


class ImportedRow(models.Model):
    """One row that was loaded; written in the transaction that wrote its record."""

    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="rows")
    agency = models.CharField(max_length=20)
    table = models.CharField(max_length=30, help_text="Name of the file without its ending.")
    key = models.CharField(max_length=60, help_text="The row's key at the agency.")
    line = models.PositiveIntegerField()
    digest = models.CharField(max_length=32, help_text="Of the row's text, to notice a change.")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    record_id = models.BigIntegerField(help_text="Key of the main record that the row became.")
    note = models.CharField(max_length=120, blank=True, help_text="What was decided on the way.")
    kept = models.JSONField(
        default=dict, blank=True, help_text="Columns that the record has no place for, as sent."
    )

    class Meta:
        """A row of an agency is loaded once."""

        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "table", "key"], name="row_of_an_agency_is_loaded_once"
            )
        ]

    def __str__(self) -> str:
        """Name the file and key."""
        return f"{self.agency}/{self.table} {self.key}"

    @property
    def source(self) -> str:
        """Return the text by which facts name this row."""
        return source_text(self.agency, self.table, self.key)


def source_text(agency: str, table: str, key: str) -> str:
    """Return how a fact names the row it came from."""
    return f"{agency}/{table}.csv {key}"
