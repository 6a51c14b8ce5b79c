"""One function a kind of thing; each makes what the test names and nothing more."""

from tests.factories.custody import add_custody, facility
from tests.factories.legal import add_charge, add_sentence, court, court_case, statute
from tests.factories.person import (
    add_address,
    add_alias,
    add_identifier,
    add_photograph,
    person,
)
from tests.factories.staff import agency, county, give_office, give_person, office, user

__all__ = [
    "add_address",
    "add_alias",
    "add_charge",
    "add_custody",
    "add_identifier",
    "add_photograph",
    "add_sentence",
    "agency",
    "county",
    "court",
    "court_case",
    "facility",
    "give_office",
    "give_person",
    "office",
    "person",
    "statute",
    "user",
]
