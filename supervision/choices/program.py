"""Code lists of programs."""

from django.db import models


class ProgramKind(models.TextChoices):
    """What a program is about."""

    COGNITIVE = "cognitive", "Thinking and decisions"
    EMPLOYMENT = "employment", "Work"
    EDUCATION = "education", "Education"
    SUBSTANCE_USE = "substance_use", "Substance-use treatment"
    MENTAL_HEALTH = "mental_health", "Mental-health treatment"
    DOMESTIC_VIOLENCE = "domestic_violence", "Domestic violence"
    SEX_OFFENSE = "sex_offense", "Sex-offense treatment"
    HOUSING = "housing", "Housing"
    SERVICE = "service", "Community service"
    OTHER = "other", "Other"


class SessionOutcome(models.TextChoices):
    """How a session went for the person."""

    ATTENDED = "attended", "Attended"
    LATE = "late", "Came late"
    EXCUSED = "excused", "Absent, excused"
    UNEXCUSED = "unexcused", "Absent"
    CANCELLED = "cancelled", "Cancelled by the provider"


class EndReason(models.TextChoices):
    """Why a referral was not taken up, or participation ended."""

    NONE = "", "None"
    GOALS_MET = "goals_met", "Goals met"
    MOST_REACHED = "most_reached", "Most that can be reached"
    NOT_SUITED = "not_suited", "Not suited to the program"
    NO_PLACE = "no_place", "No place free"
    PERSON_DECLINED = "person_declined", "The person declined"
    DID_NOT_COME = "did_not_come", "Did not come"
    ABSENCES = "absences", "Absences"
    CONDUCT = "conduct", "Conduct"
    USE = "use", "Use of substances"
    CUSTODY = "custody", "In custody"
    MOVED = "moved", "Moved away"
    CLOSED = "closed", "Program closed"
    SUPERVISION_ENDED = "supervision_ended", "Supervision ended"
    DIED = "died", "Died"
    OTHER = "other", "Other"
