"""Whole numbers out of what somebody typed or put into an address."""

# As many as a row's number can have; Python itself refuses to read some thousand.
MOST_DIGITS = 18


def whole_number(text: str) -> int | None:
    """Return the number that the text is; nothing for any other text, or one that no row has."""
    is_number = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if is_number else None
