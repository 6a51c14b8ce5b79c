"""How sure we are of an instrument or a table, in the word that its reader sees."""

from timecomp.engine.standing import Standing

WORDS = {
    Standing.VERIFIED: "read",
    Standing.RECALLED: "recalled",
    Standing.INFERRED: "inferred",
}


def to_confirm(standing: Standing) -> str:
    """What follows a number that somebody has still to confirm; nothing for what was read."""
    return f" ({word_for(standing)}, to be confirmed)" if standing.awaits_counsel else ""


def word_for(standing: Standing) -> str:
    """The word for a standing: `read` in its source, `recalled`, or `inferred`."""
    return WORDS[standing]
