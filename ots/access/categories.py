"""Field categories: every field of a record is in one, and a category is a permission."""

from django.db import models


class Category(models.TextChoices):
    """What kind of fact a field holds; hidden fields are hidden a category at a time."""

    IDENTITY = "identity", "Identity"
    IDENTIFIER = "identifier", "Official numbers"
    SENSITIVE_IDENTIFIER = "sensitive_identifier", "Social security and licence numbers"
    CONTACT = "contact", "Addresses and telephones"
    LEGAL = "legal", "Cases, charges and sentences"
    TIME = "time", "Computed dates"
    CUSTODY = "custody", "Custody and movements"
    WARRANT = "warrant", "Warrants, holds and orders"
    SUPERVISION = "supervision", "Supervision"
    RISK = "risk", "Risk assessments"
    MEDICAL = "medical", "Medical"
    MENTAL_HEALTH = "mental_health", "Mental health"
    SUBSTANCE_USE = "substance_use", "Substance use"
    TESTING = "testing", "Drug and alcohol tests"
    VICTIM = "victim", "Victims and protected people"
    JUVENILE = "juvenile", "Juvenile record"
    YOUTHFUL = "youthful", "Youthful trainee record (HYTA)"
    CONSENT = "consent", "Consents to disclosure"
    FINANCIAL = "financial", "Money and employment"
    STAFF = "staff", "Staff notes and authorship"


class Action(models.TextChoices):
    """What a viewer wants to do with a field."""

    VIEW = "view", "see"
    CHANGE = "change", "change"


def category_codename(category: Category, action: Action) -> str:
    """Return the Django permission that opens ``category`` for ``action``."""
    return f"{action.value}.{category.value}"


def category_permissions() -> list[tuple[str, str]]:
    """List the permissions of all categories with their labels."""
    return [
        (category_codename(category, action), f"May {action.label}: {category.label}")
        for category in Category
        for action in Action
    ]
