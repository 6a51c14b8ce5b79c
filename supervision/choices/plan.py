"""Closed code lists of case plans."""

from django.db import models


class PlanStatus(models.TextChoices):
    """How far a plan has come."""

    DRAFT = "draft", "Draft"
    AGREED = "agreed", "Agreed"
    ACTIVE = "active", "Under way"
    REVIEWED = "reviewed", "Reviewed"
    CLOSED = "closed", "Closed"


class Need(models.TextChoices):
    """What a goal is about: the eight central needs, then what keeps a life stable."""

    ATTITUDES = "attitudes", "Attitudes toward crime"
    ASSOCIATES = "associates", "Friends and associates"
    IMPULSIVITY = "impulsivity", "Impulses and temper"
    FAMILY = "family", "Family and relationships"
    WORK = "work", "Work and school"
    LEISURE = "leisure", "Free time"
    SUBSTANCE = "substance", "Alcohol and drugs"
    HISTORY = "history", "Record"
    HOUSING = "housing", "Housing"
    MENTAL_HEALTH = "mental_health", "Mental health"
    TRANSPORT = "transport", "Getting around"
    FINANCE = "finance", "Money"
    HEALTH = "health", "Health"


class Stage(models.TextChoices):
    """How ready the person is to change this."""

    NOT_YET = "precontemplation", "Does not see a reason yet"
    THINKING = "contemplation", "Thinks about it"
    PREPARING = "preparation", "Gets ready"
    DOING = "action", "Does it"
    KEEPING = "maintenance", "Keeps it up"


class Progress(models.IntegerChoices):
    """How far a goal has come."""

    NONE = 0, "0 Not begun"
    BEGUN = 1, "1 Begun"
    HALF = 2, "2 Half way"
    NEARLY = 3, "3 Nearly there"
    REACHED = 4, "4 Reached"


class Who(models.TextChoices):
    """Who does a step."""

    PERSON = "person", "The person"
    AGENT = "agent", "The agent"
    PROVIDER = "provider", "A provider"


class StepKind(models.TextChoices):
    """What kind of step it is; skills and sessions count toward the hours."""

    TASK = "task", "Task"
    SKILL = "skill", "Skill practiced with the agent"
    PROGRAM = "program", "Program or session"


class Party(models.TextChoices):
    """Whose signature it is."""

    PERSON = "person", "The person"
    AGENT = "agent", "The agent"


class ReviewOccasion(models.TextChoices):
    """Why a plan is reviewed."""

    SIX_MONTHS = "six_months", "Six months are over"
    ASSESSMENT = "assessment", "New assessment"
    ARREST = "arrest", "Arrest"
    TESTS = "tests", "Several positive tests"
    LOSS = "loss", "Job or home lost"
    OTHER = "other", "Something else"


class PlanClosing(models.TextChoices):
    """Why a plan is closed."""

    DONE = "done", "The goals are reached"
    ENDED = "ended", "Supervision ended"
    REPLACED = "replaced", "A new plan takes its place"
    CUSTODY = "custody", "Returned to custody"
