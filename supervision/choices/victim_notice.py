"""Of what victims are told, how, and what came of it."""

from django.db import models


class NoticeTrigger(models.TextChoices):
    """What a registered victim is told of."""

    RELEASE = "release", "Release from custody"
    ESCAPE = "escape", "Escape"
    PAROLE_DECISION = "parole_decision", "Parole granted or denied"
    PAROLE_HEARING = "parole_hearing", "Parole hearing"
    TRANSFER = "transfer", "Transfer"
    ADDRESS = "address", "Move near the victim"
    ABSCONDED = "absconded", "Out of touch with supervision"
    ARREST = "arrest", "Arrest"
    EARLY_DISCHARGE = "early_discharge", "Early discharge is asked for"
    MODIFICATION = "modification", "Change of the order"
    SUPERVISION_ENDS = "supervision_ends", "End of supervision"
    DEATH = "death", "Death"
    TRANSFER_ASKED = "transfer_asked", "Transfer to another state is asked for"
    RETURN_ASKED = "return_asked", "Return from another state is asked for"
    TRANSFER_GRANTED = "transfer_granted", "Another state takes over supervision"
    TRANSFER_DENIED = "transfer_denied", "Transfer to another state denied or withdrawn"
    DEPARTURE = "departure", "Departure to another state"
    ARRIVAL = "arrival", "Arrival in another state"
    NO_ARRIVAL = "no_arrival", "Did not arrive in another state"
    VIOLATION = "violation", "Violation reported by another state"
    TRANSFER_ENDED = "transfer_ended", "End of supervision in another state"


class Channel(models.TextChoices):
    """How a notice goes out."""

    MAIL = "mail", "Letter"
    PHONE = "phone", "Call"
    TEXT = "text", "Text message"
    EMAIL = "email", "Email"
    IN_PERSON = "in_person", "In person"


class NoticeResult(models.TextChoices):
    """What came of an attempt; the last two settle the notice."""

    NO_ANSWER = "no_answer", "No answer"
    RETURNED = "returned", "Came back undelivered"
    DELIVERED = "delivered", "Delivered"
    DECLINED = "declined", "The victim does not want this notice"


SETTLING = (NoticeResult.DELIVERED, NoticeResult.DECLINED)
