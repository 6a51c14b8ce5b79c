"""What the statute on technical violations asks of a person's case."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from offenders.models import ChargeParticulars
from ots.access.closures import reading_for_the_record
from supervision.models import Incident, SupervisionPeriod, ViolationReport
from supervision.rules.eligibility.facts import Offense
from supervision.rules.eligibility.offense_lists import ListName, found_on
from supervision.rules.person_facts import Kind
from supervision.rules.technical import Breach, Case, Verdict, nature_of
from supervision.rules.violation_codes import ViolationType
from supervision.selectors.eligibility_rows import CONVICTED, convictions
from supervision.selectors.offense_lists import listings


def case_of(person_id: int, kind: Kind) -> Case:
    """Return what the statute asks: felony drunk driving, and what its limits leave out."""
    today, known = timezone.localdate(), listings()
    with reading_for_the_record():
        felonies = _felonies(person_id)
        offenses = convictions([person_id])[person_id]
    drunk_driving = found_on(ListName.DRUNK_DRIVING, felonies, known, day=today)
    left_out = found_on(ListName.NO_TECHNICAL_LIMIT, offenses, known, day=today)
    return Case(
        kind,
        is_felony_drunk_driving=drunk_driving is not None,
        is_left_out=left_out is not None,
        is_swift_and_sure=swift_and_sure_reports().filter(person=person_id).exists(),
    )


def _felonies(person_id: int) -> list[Offense]:
    """Return the felonies of which the person stands convicted, by their sections."""
    rows = ChargeParticulars.objects.filter(
        charge__case__person_id=person_id,
        charge__dispositions__kind__in=CONVICTED,
        charge__dispositions__superseded_at=None,
        superseded_at=None,
        statute__is_misdemeanor=False,
    )
    return [Offense(section or "") for section in rows.values_list("statute__mcl", flat=True)]


def swift_and_sure_reports() -> QuerySet[ViolationReport]:
    """Return the standing reports of running terms that name a Swift and Sure case."""
    running = SupervisionPeriod.objects.filter(
        person=OuterRef("person"),
        began_on__lte=OuterRef("proceeding__opened_on"),
        ended_on=None,
        superseded_at=None,
    )
    return ViolationReport.objects.filter(
        Exists(running), superseded_at=None, is_swift_and_sure=True
    )


def verdicts_on(incidents: Iterable[Incident], case: Case) -> dict[int, Verdict]:
    """Say of each incident whether it is a technical violation, and why."""
    return {
        each.pk: nature_of(
            Breach(each.code_id, ViolationType(each.legal_type), each.is_information), case
        )
        for each in incidents
    }
