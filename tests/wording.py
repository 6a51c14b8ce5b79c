"""Which words a page says: the letters of its random tokens are no words."""

import re


def says(text: str, word: str) -> bool:
    """Say whether the word stands by itself in the text.

    A page's tokens are drawn anew each time and hold any three letters sooner or later.
    """
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(word)}(?![A-Za-z0-9])", text) is not None
