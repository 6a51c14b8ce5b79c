"""The first rows of the catalogues of violations; administrators change them afterwards."""

from typing import Final

from supervision.models import ViolationCode
from supervision.rules.violation_codes import violation_codes

CODES_CITATION: Final = (
    "Own code list after published lists of Pennsylvania, Arkansas and Idaho; severity proposed"
)
ASKS_ABILITY_TO_PAY: Final = frozenset({"V604", "V605", "V606", "V607"})


def create_missing(**_: object) -> None:
    """Create each code of the catalogue that is not there; touch none that is."""
    known = set(ViolationCode.objects.values_list("code", flat=True))
    ViolationCode.objects.bulk_create(
        ViolationCode(
            code=each.code,
            title=each.title,
            severity=each.severity,
            legal_type=each.type,
            asks_ability_to_pay=each.code in ASKS_ABILITY_TO_PAY,
            citation=CODES_CITATION,
            standing="inferred",
        )
        for each in violation_codes().values()
        if each.code not in known
    )
