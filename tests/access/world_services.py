"""Tests, programs and money in the world of marks: what their constraints ask for."""

from datetime import UTC, date, datetime

from supervision.models import (
    CallScheme,
    Debt,
    DrugPanel,
    DrugTest,
    LedgerEntry,
    Posting,
    Program,
    Referral,
    SeedCommitment,
    SelectionDraw,
)
from tests import factories

FIRST, LAST = date(2003, 1, 1), date(2003, 1, 31)

GIVEN = {
    "supervision.SelectionDraw.frame": ["1 2003-01-01"],
    "supervision.ReferralStep.before": "",
    "supervision.ReferralStep.state": "recommended",
    "supervision.ReferralStep.position": 1,
    "supervision.LedgerEntry.kind": "payment",
    "supervision.LedgerEntry.reverses": None,
    "supervision.LedgerEntry.follows": None,
    "supervision.Posting.account": "owed",
    "supervision.Posting.amount": 1,
    "supervision.InstalmentPlan.ended_on": None,
}


def panel(mark: str) -> DrugPanel:
    """Return a panel of that name."""
    return DrugPanel.objects.create(code=mark, name=mark)


def scheme(mark: str) -> CallScheme:
    """Return a group of that name."""
    return CallScheme.objects.create(
        office=factories.office(), name=mark, kind="people", times_a_month=1
    )


def commitment(mark: str) -> SeedCommitment:
    """Return a commitment of a group of that name."""
    return SeedCommitment.objects.create(
        scheme=scheme(mark),
        first_day=FIRST,
        last_day=LAST,
        digest="x",
        sealed_seed="x",
        committed_at=datetime(2002, 12, 1, tzinfo=UTC),
    )


def program(mark: str) -> Program:
    """Return a program of that name, which no federal law protects."""
    return Program.objects.create(name=mark, provider=mark, kind="other")


NAMED = {DrugPanel: panel, CallScheme: scheme, SeedCommitment: commitment, Program: program}


def balance_the_ledger(world) -> None:
    """Give the marked posting its other side: the database asks for both."""
    entry = world.row(Posting).entry
    Posting.objects.create(entry=entry, account="levied", amount=-1)


def service_values(world) -> dict[str, object]:
    """Return what fills the addresses of these pages."""
    return {
        "test": world.row(DrugTest).pk,
        "drawing": world.row(SelectionDraw).pk,
        "referral": world.row(Referral).pk,
        "debt": world.row(Debt).pk,
        "posting": world.row(LedgerEntry).pk,
    }
