"""What was searched for: told by keyed hashes, readable only to investigators."""

import json
from collections.abc import Iterable, Mapping

from ots.audit.secrets import keyed_hash, keyed_hashes
from ots.core.sealing import seal, unseal

PURPOSE = "search term"


def term_columns(terms: Mapping[str, str]) -> dict[str, object]:
    """Return the columns of an entry that keep the terms of a search, each named by its field."""
    given = {name: str(text) for name, text in terms.items() if str(text).strip()}
    if not given:
        return {}
    return {
        "terms": sorted({keyed_hash(word, purpose=PURPOSE) for word in _words(given.values())}),
        "sealed_terms": seal(json.dumps(given, sort_keys=True), about=PURPOSE),
    }


def hashes_of(text: str) -> list[str]:
    """Return the hashes under which a search for the text may stand in the trail."""
    return keyed_hashes(_plain(text), purpose=PURPOSE)


def read_terms(sealed: str) -> dict[str, str]:
    """Return what was searched for; raises ``UnsealError`` when no key fits."""
    opened = json.loads(unseal(sealed, about=PURPOSE))
    return {str(name): str(text) for name, text in opened.items()}


def _words(texts: Iterable[str]) -> set[str]:
    """Return each text whole and each of its words: people search for "Doe" and "Doe, Dana"."""
    whole = {_plain(text) for text in texts}
    return whole | {word for text in whole for word in text.split()}


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace(",", " ").split())
