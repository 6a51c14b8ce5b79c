"""What a form says of itself: its limits as the rules set them on the day, never as they once were.

A limit stands in the table by its key in braces; one that nobody has confirmed says so.
"""

import re
from datetime import date
from typing import Final

from interstate.rules.content import Form
from interstate.rules.limits import LIMITS
from interstate.rules.vocabulary import Key

_KEY: Final = re.compile(r"\{([A-Z_]+)\}")


def words_of(form: Form, day: date) -> str:
    """What the form is for and what follows from it, with the limits in force on the day."""
    return _KEY.sub(lambda found: limit_words(Key(found[1]), day), form.says)


def limit_words(key: Key, day: date) -> str:
    """The limit in words, and its standing where it waits for somebody to confirm it."""
    value = LIMITS[key].on(day)
    if not value.standing.awaits_counsel:
        return str(value.amount)
    return f"{value.amount} ({value.standing.value}, to be confirmed)"
