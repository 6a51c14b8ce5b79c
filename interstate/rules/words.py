"""How an event's own words are read: decisions, reasons, kinds."""

from interstate.rules.case import Event

DENIALS = frozenset({"deny", "denied", "denial", "reject", "rejected", "refuse", "refused"})
DISAGREEMENTS = frozenset({"disagree", "disagreed", "reject", "rejected", "deny", "denied"})
DECISION = ("decision", "reply", "action", "response")

BEHAVIOR, NEW_CONVICTION, ABSCONDED = "behavior_requiring_retaking", "new_conviction", "absconded"
_VIOLATIONS = {
    "abscond": ABSCONDED,
    "new_": NEW_CONVICTION,
    "felony": NEW_CONVICTION,
    "violent": NEW_CONVICTION,
    "conviction": NEW_CONVICTION,
}

DISCHARGED, INCARCERATED, DEATH = "discharged", "incarcerated", "death"
RETURNED, SUBSEQUENT, RETAKEN = "returned", "subsequent_state", "retaken"
_CLOSURES = {
    "abscond": ABSCONDED,
    "discharge": DISCHARGED,
    "expir": DISCHARGED,
    "supervision_end": DISCHARGED,
    "supervision_comp": DISCHARGED,
    "end_of": DISCHARGED,
    "maximum": DISCHARGED,
    "terminat": DISCHARGED,
    "incarcerat": INCARCERATED,
    "sentenced": INCARCERATED,
    "prison": INCARCERATED,
    "death": DEATH,
    "dead": DEATH,
    "deceased": DEATH,
    "died": DEATH,
    "retak": RETAKEN,
    "return": RETURNED,
    "subsequent": SUBSEQUENT,
    "third": SUBSEQUENT,
    "departure_to": SUBSEQUENT,
}


def is_denial(event: Event) -> bool:
    """Whether the reply says no."""
    return event.text(*DECISION) in DENIALS or event.flag("approved", "accepted") is False


def is_disagreement(event: Event) -> bool:
    """Whether the reply to a closure says no."""
    return event.text(*DECISION) in DISAGREEMENTS or event.flag("agree", "agreed") is False


def violation_of(event: Event) -> str:
    """The kind of violation reported; behavior requiring retaking where nothing else is said."""
    said = event.text("type", "kind", "violation", "reason")
    return next((kind for part, kind in _VIOLATIONS.items() if part in said), BEHAVIOR)


def closure_of(event: Event) -> str | None:
    """The ground of a closure; empty if none is said, None if it is none of the rule's."""
    said = event.text("reason", "ground", "closure_reason")
    if not said:
        return ""
    return next((ground for part, ground in _CLOSURES.items() if said.startswith(part)), None) or (
        next((ground for part, ground in _CLOSURES.items() if part in said), None)
    )
