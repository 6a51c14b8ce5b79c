"""The first rows of the catalogues of tests, programs and lateness; changed by administrators."""

from datetime import date
from decimal import Decimal

from supervision.models import Cutoff, DelinquencyBand, DrugPanel, PanelSubstance, Program
from supervision.services.catalogues import rows_of
from timecomp.engine.standing import Standing

SINCE = date(2000, 1, 1)
PANELS_OF = "Panels as laboratories sell them"
CUTOFFS_OF = "HHS Mandatory Guidelines and laboratories' usual values"
BANDS_OF = "Bands of other states' violation codes (Arkansas 018-025)"


def create_missing(**_: object) -> None:
    """Create what is missing of these catalogues; touch nothing that is there."""
    create_missing_test_rows()
    create_missing_bands()
    create_missing_programs()


def create_missing_test_rows() -> None:
    """Create panels and cut-offs of which there is none at all; touch none that is."""
    known = set(DrugPanel.objects.values_list("code", flat=True))
    for row in rows_of("test_panels"):
        if row["code"] in known:
            continue
        panel = DrugPanel.objects.create(code=row["code"], name=row["name"])
        PanelSubstance.objects.bulk_create(
            PanelSubstance(
                panel=panel,
                analyte=analyte,
                since=SINCE,
                citation=PANELS_OF,
                standing=Standing.RECALLED,
            )
            for analyte in row["analytes"].split()
        )
    limited = set(Cutoff.objects.values_list("analyte", flat=True))
    Cutoff.objects.bulk_create(
        Cutoff(
            analyte=row["analyte"],
            screening=Decimal(row["screening"]),
            confirmation=_decimal(row["confirmation"]),
            unit=row["unit"],
            since=SINCE,
            citation=CUTOFFS_OF,
            standing=Standing.RECALLED,
        )
        for row in rows_of("test_cutoffs")
        if row["analyte"] not in limited
    )


def create_missing_bands() -> None:
    """Create the bands of lateness where there is none at all."""
    if DelinquencyBand.objects.exists():
        return
    DelinquencyBand.objects.bulk_create(
        DelinquencyBand(
            days_from=int(row["days_from"]),
            label=row["label"],
            since=SINCE,
            citation=BANDS_OF,
            standing=Standing.RECALLED,
        )
        for row in rows_of("delinquency_bands")
    )


def create_missing_programs() -> None:
    """Create a few programs to begin with, where there is none at all."""
    if Program.objects.exists():
        return
    Program.objects.bulk_create(
        Program(
            name=row["name"],
            provider=row["provider"],
            kind=row["kind"],
            target_hours=_decimal(row["target_hours"]),
            is_part_2=row["is_part_2"] == "yes",
        )
        for row in rows_of("programs")
    )


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None
