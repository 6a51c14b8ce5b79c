"""Courts, cases, charges and sentences."""

from datetime import date
from string import ascii_uppercase

from offenders import choices
from offenders.models import (
    Charge,
    ChargeParticulars,
    Court,
    CourtCase,
    Disposition,
    JudgmentOfSentence,
    Person,
    Sentence,
    SentenceTerms,
    Statute,
)
from ots.access.models import Agency
from tests.factories.numbers import next_number

OFFENSE_DATE = date(2019, 5, 1)
SENTENCED_ON = date(2020, 1, 15)


def court(name: str = "30th Circuit Court", *, agency: Agency | None = None) -> Court:
    """Return the court of that name."""
    made, _ = Court.objects.get_or_create(
        name=name,
        defaults={
            "code": f"C{next_number()}",
            "kind": choices.CourtKind.CIRCUIT,
            "agency": agency,
        },
    )
    return made


def statute(mcl: str = "750.529", *, pacc: str = "", title: str = "Armed robbery") -> Statute:
    """Return an offence in force since 1970."""
    made, _ = Statute.objects.get_or_create(
        mcl=mcl,
        pacc=pacc or mcl,
        since=date(1970, 1, 1),
        defaults={
            "title": title,
            "is_life_maximum": True,
            "is_assaultive": True,
            "citation": f"MCL {mcl}",
            "standing": "verified",
        },
    )
    return made


def court_case(person: Person, *, court_: Court | None = None, docket: str = "") -> CourtCase:
    """Open a case of the person."""
    return CourtCase.objects.create(
        person=person,
        court=court_ or court(),
        docket_number=docket or f"20-{next_number():06d}-FC",
        filed_on=date(2019, 6, 1),
        status=choices.CaseStatus.CLOSED,
    )


def add_charge(
    case: CourtCase,
    *,
    of: Statute | None = None,
    description: str = "Armed robbery",
    offense_date: date = OFFENSE_DATE,
) -> Charge:
    """Charge one more count that ended in a conviction by plea."""
    charge = Charge.objects.create(case=case, count_number=case.charges.count() + 1)
    ChargeParticulars.objects.create(
        charge=charge,
        statute=of or statute(),
        offense_code=(of or statute()).mcl,
        description=description,
        offense_date=offense_date,
    )
    Disposition.objects.create(
        charge=charge,
        kind=choices.DispositionKind.CONVICTED_PLEA,
        disposed_on=date(2019, 12, 1),
    )
    return charge


def add_sentence(
    charge: Charge,
    *,
    sentenced_on: date = SENTENCED_ON,
    minimum_years: int = 5,
    maximum_years: int = 20,
    jail_credit_days: int = 0,
    **terms: object,
) -> Sentence:
    """Sentence a charge under a judgment of its own; the letter is the next free one."""
    person = charge.case.person
    judgment = JudgmentOfSentence.objects.create(case=charge.case, entered_on=sentenced_on)
    sentence = Sentence.objects.create(
        person=person, charge=charge, label=ascii_uppercase[person.sentences.count()]
    )
    SentenceTerms.objects.create(
        sentence=sentence,
        judgment=judgment,
        sentenced_on=sentenced_on,
        minimum_years=minimum_years,
        maximum_years=maximum_years,
        jail_credit_days=jail_credit_days,
        **{"kind": choices.SentenceKind.INDETERMINATE, **terms},
    )
    return sentence
