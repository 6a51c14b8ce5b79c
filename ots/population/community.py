"""Life outside: home, telephone, work, the agent's office, risk scores, what courts ordered."""

from datetime import date, datetime, time
from random import Random
from zoneinfo import ZoneInfo

from offenders import choices
from ots.population.chronicle import Chronicle
from ots.population.courtroom import open_case
from ots.population.days import days_after
from ots.population.facts import (
    Assigned,
    Community,
    Count,
    CourtDate,
    DetainerLodged,
    Home,
    Job,
    Offense,
    Order,
    Scale,
    Telephone,
    WarrantIssued,
)
from ots.population.menu import PROBATION, drawn_offence
from ots.population.naming import full_name, last_name
from ots.population.weights import Weighted, happens
from supervision.choices.period import SupervisionType

Status = choices.Status
DETROIT = ZoneInfo("America/Detroit")
OUTSIDE = frozenset({Status.PAROLE, Status.PROBATION, Status.ABSCONDED})
STREET_KINDS = Weighted([("Street", 40), ("Avenue", 30), ("Road", 15), ("Drive", 10), ("Court", 5)])
AREA_CODES = Weighted(
    [("313", 20), ("248", 14), ("586", 12), ("616", 10), ("810", 8), ("517", 8), ("734", 8)]
    + [("989", 7), ("269", 7), ("231", 4), ("906", 2)]
)
EMPLOYERS = Weighted(
    [
        (name, 1)
        for name in (
            "Lakeshore Foods",
            "Great Northern Warehousing",
            "Straits Roofing",
            "Two Rivers Landscaping",
            "Huron Stamping",
            "Peninsula Staffing",
            "Cherry Valley Packing",
            "Ironwood Towing",
            "Grand Diner",
            "Capital Cleaning",
            "Dunes Construction",
            "Copper Country Lumber",
        )
    ]
)
OCCUPATIONS = Weighted(
    [
        ("Laborer", 20),
        ("Machine operator", 14),
        ("Cook", 12),
        ("Warehouse worker", 14),
        ("Roofer", 6),
        ("Driver", 8),
        ("Cleaner", 10),
        ("Landscaper", 8),
        ("Mechanic", 6),
    ]
)
AUTHORITIES = Weighted(
    [
        ("United States Marshals Service", 30),
        ("Immigration and Customs Enforcement", 20),
        ("Lucas County Sheriff, Ohio", 20),
        ("Cook County Sheriff, Illinois", 15),
        ("Elkhart County Sheriff, Indiana", 15),
    ]
)
HEARINGS = Weighted(
    [("Pretrial conference", 4), ("Preliminary examination", 3), ("Plea", 2), ("Arraignment", 1)]
)
TIMES = Weighted([(time(8, 30), 3), (time(9), 4), (time(10, 30), 2), (time(13, 30), 3)])
RISKS = ("Risk of recidivism", "Risk of violence")
LOW, MEDIUM = 4, 7
JOB_SHARE, JOB_OVER_SHARE, SCALES_SHARE = 0.6, 0.3, 0.7
OLD_HOME_SHARE, EARLIER_HOME_SHARE, UNIT_SHARE = 0.5, 0.3, 0.25
PENDING_SHARE, ORDER_SHARE, DETAINER_SHARE, OLD_WARRANT_SHARE = 0.06, 0.025, 0.03, 0.08
SATURDAY = 5


def community(life: Chronicle, status: Status) -> Community:
    """Draw everything around the person that is not the sentence itself."""
    random, outside = life.random, status in OUTSIDE
    if outside and happens(random, PENDING_SHARE):
        _charge_pending(life)
    return Community(
        homes=_homes(life, outside=outside),
        telephones=_telephones(life) if outside else (),
        jobs=_jobs(life) if outside and happens(random, JOB_SHARE) else (),
        supervised=tuple(life.supervised),
        assigned=_assigned(life),
        scales=_scales(life) if happens(random, SCALES_SHARE) else (),
        warrants=(*life.warrants, *_old_warrants(life)),
        holds=tuple(life.holds),
        detainers=_detainers(life) if status == Status.PRISON else (),
        orders=_orders(life) if happens(random, ORDER_SHARE) else (),
    )


def _assigned(life: Chronicle) -> Assigned | None:
    """Return the office of the supervision that runs today, if one does."""
    running = next((term for term in life.supervised if term.ended_on is None), None)
    if running is None:
        return None
    is_parole = running.type == SupervisionType.PAROLE
    offices = life.county.parole_offices if is_parole else life.county.probation_offices
    return Assigned(life.random.choice(offices), life.random.random(), running.began_on)


def _homes(life: Chronicle, *, outside: bool) -> tuple[Home, ...]:
    random = life.random
    moved_in = days_after(life.as_of, -random.randint(5, 1500))
    if not outside:
        since = min(case.arrested_on for case in life.cases)
        left = max(case.arrested_on for case in life.cases)
        return (_home(life, since, left),) if happens(random, OLD_HOME_SHARE) else ()
    homes = [_home(life, moved_in, None)]
    if happens(random, EARLIER_HOME_SHARE):
        homes.append(_home(life, days_after(moved_in, -random.randint(60, 900)), moved_in))
    return tuple(homes)


def _home(life: Chronicle, began_on: date, ended_on: date | None) -> Home:
    random = life.random
    return Home(
        street=f"{random.randint(100, 19_999)} {last_name(random)} {STREET_KINDS.draw(random)}",
        unit=f"Apt {random.randint(1, 40)}" if happens(random, UNIT_SHARE) else "",
        city=life.county.seat,
        postal_code=f"{random.choice((48, 49))}{random.randint(1, 999):03d}",
        began_on=began_on,
        ended_on=ended_on,
    )


def _telephones(life: Chronicle) -> tuple[Telephone, ...]:
    """Return a number from the range that is kept for fiction."""
    random = life.random
    number = f"{AREA_CODES.draw(random)}-555-01{random.randint(0, 99):02d}"
    began_on = days_after(life.as_of, -random.randint(5, 900))
    return (Telephone(choices.PhoneKind.MOBILE, number, began_on),)


def _jobs(life: Chronicle) -> tuple[Job, ...]:
    random = life.random
    began_on = days_after(life.as_of, -random.randint(3, 1000))
    over = happens(random, JOB_OVER_SHARE)
    return (
        Job(
            employer=EMPLOYERS.draw(random),
            occupation=OCCUPATIONS.draw(random),
            hours_a_week=random.choice((16, 20, 24, 32, 40)),
            began_on=began_on,
            ended_on=life.day_between(began_on, life.as_of) if over else None,
        ),
    )


def _scales(life: Chronicle) -> tuple[Scale, ...]:
    random = life.random
    assessed_on = days_after(life.as_of, -random.randint(1, 700))
    return tuple(
        Scale(scale, assessed_on, score, _band(score))
        for scale in RISKS
        for score in (random.randint(1, 10),)
    )


def _band(score: int) -> str:
    if score <= LOW:
        return "Low"
    return "Medium" if score <= MEDIUM else "High"


def _old_warrants(life: Chronicle) -> tuple[WarrantIssued, ...]:
    if not happens(life.random, OLD_WARRANT_SHARE):
        return ()
    case = life.cases[0]
    served_on = case.arrested_on
    return (
        WarrantIssued(
            number="A",
            kind=choices.WarrantKind.ARREST,
            court=case.court,
            issued_on=days_after(served_on, -life.random.randint(0, 5)),
            served_on=served_on,
            caution="",
        ),
    )


def _detainers(life: Chronicle) -> tuple[DetainerLodged, ...]:
    random = life.random
    if not happens(random, DETAINER_SHARE):
        return ()
    entered_on = max(stay.began_on for stay in life.stays)
    return (
        DetainerLodged(
            authority=AUTHORITIES.draw(random),
            number=f"{random.randint(10_000, 99_999)}",
            charge_pending=random.choice(("Theft", "Drug trafficking", "Removal", "Assault")),
            lodged_on=life.day_between(entered_on, life.as_of),
        ),
    )


def _orders(life: Chronicle) -> tuple[Order, ...]:
    random = life.random
    issued_on = days_after(life.as_of, -random.randint(1, 300))
    return (
        Order(
            number=f"{issued_on.year}-{random.randint(1, 99_999):05d}-PP",
            court=life.county.circuit_court,
            protected_name=full_name(random),
            conditions="No contact in person, by telephone or in writing. Stay 500 feet away.",
            issued_on=issued_on,
            served_on=life.day_between(issued_on, life.as_of),
            expires_on=days_after(issued_on, 365),
        ),
    )


def _charge_pending(life: Chronicle) -> None:
    random = life.random
    arrested_on = days_after(life.as_of, -random.randint(2, 90))
    code = drawn_offence(random, PROBATION, arrested_on)
    count = Count(Offense(code, days_after(arrested_on, -random.randint(0, 5))))
    hearing = CourtDate(HEARINGS.draw(random), _court_time(random, life.as_of))
    open_case(life, arrested_on, count, hearing)


def _court_time(random: Random, as_of: date) -> datetime:
    """Draw a time in the coming weeks on which courts sit."""
    day = days_after(as_of, random.randint(1, 42))
    if day.weekday() >= SATURDAY:
        day = days_after(day, 7 - day.weekday())
    return datetime.combine(day, TIMES.draw(random), tzinfo=DETROIT)
