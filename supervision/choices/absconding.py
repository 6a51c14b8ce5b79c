"""How a person who is out of touch is looked for, and how that ends."""

from django.db import models


class AttemptMethod(models.TextChoices):
    """What was tried or done to find the person."""

    CALL = "call", "Call"
    TEXT = "text", "Text message"
    COLLATERAL = "collateral", "Family, friend or employer"
    JAIL_CHECK = "jail_check", "Jail and hospital check"
    HOME_VISIT = "home_visit", "Home visit"
    LETTER = "letter", "Certified letter or summons"
    STAFFING = "staffing", "Talk with the supervisor"
    RECORD_CHECK = "record_check", "Record check"
    WARRANT_REQUEST = "warrant_request", "Warrant asked for"
    TIP = "tip", "Tip received"


class AttemptResult(models.TextChoices):
    """What came of it."""

    NO_ANSWER = "no_answer", "No answer"
    MESSAGE_LEFT = "message_left", "Message left"
    NOT_THERE = "not_there", "Not there"
    MOVED = "moved", "Said to have moved"
    NEW_LEAD = "new_lead", "New lead"
    REACHED = "reached", "Reached the person"
    IN_CUSTODY = "in_custody", "Found in custody or hospital"
    DONE = "done", "Done"


class ClosingReason(models.TextChoices):
    """How an episode ended."""

    ARRESTED = "arrested", "Arrested"
    SURRENDERED = "surrendered", "Gave himself or herself up"
    REINSTATED = "reinstated", "Back in touch, supervision goes on"
    DIED = "died", "Died"
    AMNESTY = "amnesty", "Amnesty or warrant recalled"
    ERROR = "error", "Opened in error"
