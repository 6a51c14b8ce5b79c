"""Ohio Risk Assessment System, Community Supervision Tool: 35 items in seven domains."""

from collections.abc import Mapping
from dataclasses import dataclass

from supervision.rules.instruments.form import (
    Answers,
    Band,
    Instrument,
    Item,
    Points,
    banded,
    choice,
    chosen,
    yes,
    yes_no,
)
from timecomp.engine.standing import Standing

ITEMS_SOURCE = "ORAS result sheet of Arizona (items read); points recalled"
LEVELS_SOURCE = "Cut-offs of the community supervision tool as states use them (read)"
R = Standing.RECALLED
TOTAL = "total"
SEX = "sex"
MEN = (Band(14, "low"), Band(23, "moderate"), Band(49, "high"))
WOMEN = (Band(14, "low"), Band(28, "moderate"), Band(49, "high"))


@dataclass(frozen=True, slots=True)
class _Question:
    """An item: answered by yes, worth one point, or by choices worth 0, 1 and 2."""

    domain: str
    name: str
    label: str
    choices: tuple[str, ...] = ()


HISTORY, WORK, FAMILY, PLACE, SUBSTANCE, PEERS, ATTITUDES = (
    "criminal_history",
    "education_employment_finance",
    "family_social_support",
    "neighborhood",
    "substance_use",
    "peers",
    "attitudes_behavior",
)
_SOME = ("none", "some", "strong")
_QUESTIONS = (
    _Question(
        HISTORY,
        "juvenile_arrest",
        "1.1 Most serious arrest under 18",
        ("none", "misdemeanor", "felony"),
    ),
    _Question(
        HISTORY, "adult_felonies", "1.2 Adult felony convictions", ("none", "1_2", "3_or_more")
    ),
    _Question(HISTORY, "secure_sentence", "1.3 Adult sentence to jail or a secure facility"),
    _Question(HISTORY, "custody_misconduct", "1.4 Misconduct in custody as an adult"),
    _Question(HISTORY, "prior_supervision", "1.5 Community supervision as an adult"),
    _Question(HISTORY, "technical_revocation", "1.6 Supervision revoked for a technical violation"),
    _Question(WORK, "less_than_high_school", "2.1 Less than high school"),
    _Question(WORK, "suspended_or_expelled", "2.2 Suspended or expelled from school"),
    _Question(WORK, "not_employed_at_arrest", "2.3 Not employed at arrest"),
    _Question(WORK, "not_full_time", "2.4 Not employed or at school full time"),
    _Question(WORK, "unstructured_time", "2.5 Much unstructured time"),
    _Question(WORK, "poor_finances", "2.6 Poor finances"),
    _Question(FAMILY, "parents_record", "3.1 Parents have a criminal record"),
    _Question(FAMILY, "dissatisfied_partnership", "3.2 Not satisfied with partnership"),
    _Question(FAMILY, "little_support", "3.3 Little emotional and personal support"),
    _Question(FAMILY, "dissatisfied_support", "3.4 Not satisfied with support"),
    _Question(FAMILY, "unstable_residence", "3.5 Unstable residence"),
    _Question(PLACE, "high_crime_area", "4.1 High crime area"),
    _Question(PLACE, "drugs_available", "4.2 Drugs available nearby", ("no", "somewhat", "easily")),
    _Question(SUBSTANCE, "alcohol_before_17", "5.1 Regular alcohol before 17"),
    _Question(SUBSTANCE, "short_abstinence", "5.2 Longest recent abstinence under six months"),
    _Question(SUBSTANCE, "illegal_drugs", "5.3 Ever used illegal drugs"),
    _Question(SUBSTANCE, "drug_problems", "5.4 Drug problems", ("none", "past", "current")),
    _Question(SUBSTANCE, "drugs_and_work", "5.5 Drug use caused problems at work"),
    _Question(PEERS, "criminal_friends", "6.1 Criminal friends", ("none", "some", "most")),
    _Question(
        PEERS, "criminal_peers", "6.2 Contact with criminal peers", ("none", "at_risk", "regular")
    ),
    _Question(PEERS, "gang", "6.3 Gang member", ("never", "past", "current")),
    _Question(PEERS, "criminal_activities", "6.4 Criminal activities", _SOME),
    _Question(ATTITUDES, "criminal_pride", "7.1 Criminal pride", _SOME),
    _Question(ATTITUDES, "little_concern", "7.2 Little concern for others", _SOME),
    _Question(ATTITUDES, "no_control", "7.3 Feels no control over events", _SOME),
    _Question(ATTITUDES, "lies", "7.4 No problem telling lies"),
    _Question(ATTITUDES, "risk_taking", "7.5 Takes risks", _SOME),
    _Question(ATTITUDES, "fights", "7.6 Does not walk away from a fight", _SOME),
    _Question(ATTITUDES, "do_unto_others", "7.7 Do unto others before they do to you", _SOME),
)


def _item(question: _Question) -> Item:
    if question.choices:
        return chosen(question.name, question.label, ITEMS_SOURCE, *question.choices, standing=R)
    return yes_no(question.name, question.label, ITEMS_SOURCE, R)


def _points(question: _Question, scale: str) -> Points:
    if question.choices:
        return choice(scale, question.name, {each: n for n, each in enumerate(question.choices)})
    return yes(scale, question.name)


def _level(scores: Mapping[str, int], answers: Answers) -> str:
    return str(banded(scores[TOTAL], MEN if answers[SEX] == "male" else WOMEN))


ORAS_CST = Instrument(
    key="oras_cst",
    title="Ohio Risk Assessment System, community supervision tool",
    version="2010",
    source=f"{ITEMS_SOURCE}; {LEVELS_SOURCE}",
    standing=R,
    awaits="The points of each item; items, range and cut-offs were read.",
    items=(
        chosen(SEX, "Sex, by which the cut-offs differ", LEVELS_SOURCE, "male", "female"),
        *map(_item, _QUESTIONS),
    ),
    points=tuple(_points(each, scale) for each in _QUESTIONS for scale in (each.domain, TOTAL)),
    scales=(HISTORY, WORK, FAMILY, PLACE, SUBSTANCE, PEERS, ATTITUDES, TOTAL),
    scaled={},
    level=_level,
    flags={},
    reassess_days=365,
)
