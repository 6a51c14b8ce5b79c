"""A row of arrests becomes a case with its arrest; a row of charges becomes a count of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db import DatabaseError
from django.db.models import Max

from offenders.choices import DispositionKind
from offenders.models import (
    Arrest,
    Charge,
    ChargeParticulars,
    Court,
    CourtCase,
    Disposition,
)
from ots.exchange.agencies.broward import mapping, schema
from ots.exchange.agencies.broward.intake.base import BrowardLoader, person_id
from ots.exchange.agencies.broward.schema import ArrestRow, ChargeRow
from ots.exchange.loading import Entry, Written, constraint_of
from ots.exchange.refusals import RowRefusedError


class ArrestLoader(BrowardLoader[ArrestRow]):
    """Loads the table of arrests."""

    table = schema.ARRESTS

    def check(self, cells: Mapping[str, str], today: date) -> ArrestRow:
        """Check the columns."""
        return schema.arrest_row(cells, today)

    def write(self, entries: Sequence[Entry[ArrestRow]]) -> list[Written]:
        """Write the cases, then the arrests of those with a day of arrest."""
        facts = [mapping.case_facts(entry.row) for entry in entries]
        courts = dict(Court.objects.values_list("code", "pk"))
        cases = CourtCase.objects.bulk_create(
            CourtCase(
                person_id=person_id(entry),
                court_id=courts[fact.court.code],
                docket_number=fact.docket_number,
            )
            for entry, fact in zip(entries, facts, strict=True)
        )
        Arrest.objects.bulk_create(
            Arrest(
                person_id=case.person_id,
                arrested_on=fact.arrested_on,
                agency_name=mapping.ARRESTING_AGENCY,
                case=case,
                source=entry.source,
            )
            for entry, fact, case in zip(entries, facts, cases, strict=True)
            if fact.arrested_on is not None
        )
        return [
            Written(record_id=case.pk, person_id=case.person_id, note=fact.note)
            for case, fact in zip(cases, facts, strict=True)
        ]

    def explain(self, error: DatabaseError, entry: Entry[ArrestRow]) -> RowRefusedError:
        """Name the case that is there already."""
        if constraint_of(error) != "case_once_in_its_court":
            return super().explain(error, entry)
        return RowRefusedError(
            "case is there already",
            f"case_key [{entry.row.case_key}]: the person has this case in this court already",
        )


class ChargeLoader(BrowardLoader[ChargeRow]):
    """Loads the table of charges."""

    table = schema.CHARGES

    def check(self, cells: Mapping[str, str], today: date) -> ChargeRow:
        """Check the columns."""
        return schema.charge_row(cells, today)

    def parents(self, row: ChargeRow) -> Mapping[str, str]:
        """Belong to a person and to a case of that person."""
        return {**super().parents(row), schema.ARRESTS.name: row.arrest_key}

    def write(self, entries: Sequence[Entry[ChargeRow]]) -> list[Written]:
        """Write the counts, what each alleges, and those for which no charge was filed."""
        facts = [mapping.charge_facts(entry.row) for entry in entries]
        charges = Charge.objects.bulk_create(_numbered(_case_id(entry) for entry in entries))
        whole = list(zip(entries, facts, charges, strict=True))
        ChargeParticulars.objects.bulk_create(
            ChargeParticulars(
                charge=charge,
                description=fact.description,
                degree=fact.degree,
                offense_date=fact.offense_date,
                source=entry.source,
            )
            for entry, fact, charge in whole
        )
        Disposition.objects.bulk_create(
            Disposition(charge=charge, kind=DispositionKind.NOT_FILED, source=entry.source)
            for entry, fact, charge in whole
            if fact.is_not_filed
        )
        return [
            Written(record_id=charge.pk, person_id=person_id(entry), note=fact.note)
            for entry, fact, charge in whole
        ]


def _case_id(entry: Entry[ChargeRow]) -> int:
    return entry.parents[schema.ARRESTS.name].record_id


def _numbered(case_ids: Iterable[int]) -> list[Charge]:
    # Counts go on from those the case has, so that a resumed import numbers as an unbroken one.
    wanted = list(case_ids)
    last = dict(
        Charge.objects.filter(case_id__in=wanted)
        .values_list("case_id")
        .annotate(last=Max("count_number"))
        .order_by()
    )
    charges = []
    for case_id in wanted:
        last[case_id] = last.get(case_id, 0) + 1
        charges.append(Charge(case_id=case_id, count_number=last[case_id]))
    return charges
