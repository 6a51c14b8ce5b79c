"""Declaring the columns that facts have in common."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN


def fact_columns(category: Category, *names: str) -> dict[str, Category | str]:
    """Return the declaration of a fact about a person whose own columns share one category."""
    return {**AUTHORSHIP, "person": PLAIN, **dict.fromkeys(names, category)}
