"""How and where in one choice: what an agent ticks, and the two codes that are stored."""

from django.db import models

from supervision.choices.contact import ContactMethod, Place


class Setting(models.TextChoices):
    """How and where people meet, most frequent first."""

    OFFICE = "office", "In person at the office"
    HOME = "home", "Home visit"
    TELEPHONE = "telephone", "By telephone"
    VIRTUAL = "virtual", "By video"
    WORKPLACE = "workplace", "In person at work"
    FIELD = "field", "In person somewhere else"
    COURT = "court", "In person at court"
    JAIL = "jail", "In person in jail"
    TREATMENT = "treatment", "In person at the treatment provider"
    SCHOOL = "school", "In person at school"
    WRITTEN = "written", "In writing"
    ONLINE = "online", "Online check-in"


_AT_A_DISTANCE = {
    Setting.TELEPHONE: ContactMethod.TELEPHONE,
    Setting.VIRTUAL: ContactMethod.VIRTUAL,
    Setting.WRITTEN: ContactMethod.WRITTEN,
    Setting.ONLINE: ContactMethod.ONLINE,
}


def method_and_place(setting: str) -> tuple[ContactMethod, Place]:
    """Return the codes that a setting stands for."""
    chosen = Setting(setting)
    if chosen in _AT_A_DISTANCE:
        return _AT_A_DISTANCE[chosen], Place.OTHER
    return ContactMethod.IN_PERSON, Place(chosen.value)


def setting_of(method: str, place: str) -> Setting:
    """Return the setting that two codes make up; a day for many counts by its place."""
    for setting, at_a_distance in _AT_A_DISTANCE.items():
        if at_a_distance == method:
            return setting
    return Setting(place) if place in Setting.values else Setting.FIELD
