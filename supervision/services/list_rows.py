"""The first rows of the lists of offenses and of the rules of victim notices."""

from datetime import date

from supervision.models import NoticeRule, OffenseListing
from supervision.rules.eligibility.offense_lists import shipped_listings
from supervision.services.catalogues import rows_of


def create_missing_list_rows(**_: object) -> None:
    """Create what has no row at all; touch nothing that is there."""
    _create_listings()
    known = set(NoticeRule.objects.values_list("trigger", flat=True))
    NoticeRule.objects.bulk_create(
        NoticeRule(
            trigger=row["trigger"],
            within_days=int(row["within_days"]),
            blocks=row["blocks"] == "yes",
            since=date.fromisoformat(row["since"]),
            citation=row["citation"],
            standing=row["standing"],
        )
        for row in rows_of("notice_rules")
        if row["trigger"] not in known
    )


def _create_listings() -> None:
    known = set(OffenseListing.objects.values_list("list_name", "code"))
    OffenseListing.objects.bulk_create(
        OffenseListing(
            list_name=each.list_name,
            code=each.code,
            maximum_months_at_least=each.maximum_months_at_least,
            since=each.since,
            until=each.until,
            citation=each.citation,
            standing=each.standing.value,
        )
        for each in shipped_listings()
        if (each.list_name, each.code) not in known
    )
