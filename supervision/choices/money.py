"""Code lists of what is owed and paid."""

from django.db import models


class DebtKind(models.TextChoices):
    """What is owed for, in the words of MCL 775.22."""

    RESTITUTION = "restitution", "Restitution to a victim"
    VICTIM_ASSESSMENT = "victim_assessment", "Crime victim's rights assessment"
    STATE_COST = "state_cost", "Minimum state cost"
    COSTS = "costs", "Court costs"
    FINE = "fine", "Fine"
    SUPERVISION_FEE = "supervision_fee", "Supervision fee"
    REIMBURSEMENT = "reimbursement", "Reimbursement of one who paid a victim"
    TETHER = "tether", "Electronic monitoring"
    TEST_FEE = "test_fee", "Drug test fee"
    ATTORNEY = "attorney", "Attorney fee"
    OTHER = "other", "Other assessment"


class EntryKind(models.TextChoices):
    """What an entry of the ledger records."""

    CHARGE = "charge", "Charge"
    PAYMENT = "payment", "Payment"
    APPLICATION = "application", "Credit applied"
    WAIVER = "waiver", "Waiver"
    PAID_BY_OTHER = "paid_by_other", "Paid by another who owes it jointly"
    REVERSAL = "reversal", "Reversal"


class Account(models.TextChoices):
    """The sides of an entry; together they come to nothing."""

    OWED = "owed", "Owed by the person"
    LEVIED = "levied", "Levied"
    RECEIVED = "received", "Received"
    CREDIT = "credit", "Held for the person"
    WAIVED = "waived", "Waived"
    JOINT = "joint", "Paid by another"


class PaymentMethod(models.TextChoices):
    """How money came."""

    CASH = "cash", "Cash"
    CHECK = "check", "Check"
    MONEY_ORDER = "money_order", "Money order"
    CARD = "card", "Card"
    ONLINE = "online", "Online"
    WAGES = "wages", "Withheld from wages"
    TAX = "tax", "Tax refund withheld"
    OTHER = "other", "Other"


class WaiverGround(models.TextChoices):
    """On what ground something is no longer owed."""

    NONE = "", "None"
    COURT_ORDER = "court_order", "Order of the court"
    HARDSHIP = "hardship", "Manifest hardship"
    COMPACT = "compact", "Transferred out under the compact"
    SECOND_FEE = "second_fee", "A second supervision fee for the same months"
    ERROR = "error", "Charged in error"
    OTHER = "other", "Other"


class Rhythm(models.TextChoices):
    """How often an instalment is due."""

    WEEKLY = "weekly", "Each week"
    FORTNIGHTLY = "fortnightly", "Every two weeks"
    MONTHLY = "monthly", "Each month"
