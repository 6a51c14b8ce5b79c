"""What is made up about one person: the record as the courts and the department would hold it."""

from ots.population.facts.community import (
    Assigned,
    Community,
    DetainerLodged,
    HoldPlaced,
    Home,
    Job,
    Order,
    Scale,
    Supervised,
    Telephone,
    WarrantIssued,
)
from ots.population.facts.court import (
    Award,
    BondSet,
    Case,
    Count,
    CourtDate,
    Judgment,
    Length,
    Loss,
    Offense,
    Terms,
)
from ots.population.facts.custody import Move, Release, Stay, Ticket, Violation
from ots.population.facts.identity import Identity, Looks, Name, Number
from ots.population.facts.person import Person

__all__ = [
    "Assigned",
    "Award",
    "BondSet",
    "Case",
    "Community",
    "Count",
    "CourtDate",
    "DetainerLodged",
    "HoldPlaced",
    "Home",
    "Identity",
    "Job",
    "Judgment",
    "Length",
    "Looks",
    "Loss",
    "Move",
    "Name",
    "Number",
    "Offense",
    "Order",
    "Person",
    "Release",
    "Scale",
    "Stay",
    "Supervised",
    "Telephone",
    "Terms",
    "Ticket",
    "Violation",
    "WarrantIssued",
]
