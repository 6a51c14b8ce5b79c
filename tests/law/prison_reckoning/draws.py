"""Prison cases drawn at random, with days near the turns of the law and of the calendar."""

from datetime import date, timedelta
from random import Random

from tests.law.prison_reckoning.regimes import CRIMES, FIREARM

TURNS = [
    date(1978, 12, 9),
    date(1978, 12, 10),
    date(1982, 12, 30),
    date(1982, 12, 31),
    date(1983, 1, 1),
    date(1987, 3, 31),
    date(1987, 4, 1),
    date(1992, 9, 30),
    date(1992, 10, 1),
    date(1998, 12, 14),
    date(1998, 12, 15),
    date(2000, 12, 14),
    date(2000, 12, 15),
    date(1980, 2, 29),
    date(2000, 2, 29),
    date(1984, 1, 31),
]
ASKED_ON = ["2026-11-21", "2026-11-21", "1999-05-31", "1990-02-28"]
FIRST_FIREARM_DAY = date(1977, 1, 2)
NEVER_LATER = date(2021, 1, 1)


def draw_case(seed: int) -> dict:
    """One to four sentences with what happened while they ran."""
    dice = Random(seed)  # noqa: S311 - a throw of dice, no secret
    asked_on = dice.choice(ASKED_ON)
    sentences = _sentences(dice, date.fromisoformat(asked_on))
    case = {"id": str(seed), "as_of": asked_on, "sentences": sentences}
    first = min(date.fromisoformat(each["sentenced_on"]) for each in sentences)
    if first < date.fromisoformat(asked_on):
        _orders_of_the_court(dice, case)
        _record(dice, case, first)
        _custody(dice, case, first)
    return case


def _days(dice: Random, first: date, last: date) -> date:
    return first + timedelta(days=dice.randrange(max(1, (last - first).days)))


def _at_an_edge(dice: Random, day: date) -> date:
    """Now and then the last of the month, the first, or a leap day."""
    throw = dice.random()
    if throw < 0.15:
        return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    if throw < 0.22:
        return day.replace(day=1)
    leap_year = day.year + -day.year % 4
    return date(leap_year, 2, 29) if throw < 0.27 and leap_year % 100 else day


def _sentences(dice: Random, asked_on: date) -> list[dict]:
    crime = dice.choice(TURNS) if dice.random() < 0.5 else _days(dice, date(1970, 1, 1), asked_on)
    crime = max(FIRST_FIREARM_DAY, min(crime, asked_on - timedelta(days=1500), NEVER_LATER))
    imposed = _at_an_edge(dice, crime + timedelta(days=dice.randrange(10, 900)))
    drawn = [_sentence(dice, "A", crime, max(crime, imposed))]
    if dice.random() < 0.3:
        drawn.insert(0, _firearm(dice, drawn[0]))
    for name in "BCD"[: dice.randrange(0, 4)]:
        more = _another(dice, name, dice.choice(drawn))
        if more["sentenced_on"] <= asked_on.isoformat():
            drawn.append(more)
    if dice.random() < 0.1:
        drawn.append(_life(dice, drawn[0]))
    return drawn


def _sentence(dice: Random, name: str, crime: date, imposed: date) -> dict:
    held = (imposed - crime).days
    minimum = {"years": dice.randrange(1, 30), "months": dice.choice([0, 0, 0, 1, 6, 11])}
    if dice.random() < 0.2:
        minimum["days"] = dice.randrange(1, 30)
    longest = (12 * minimum["years"] + minimum["months"] + 1) * 3 // 2
    maximum = {"months": longest + dice.randrange(1, 60)}
    if dice.random() < 0.6:
        maximum = {"years": maximum["months"] // 12 + 1}
    return {
        "id": name,
        "offense": {"code": dice.choice(list(CRIMES)), "date": crime.isoformat()},
        "sentenced_on": imposed.isoformat(),
        "kind": "indeterminate",
        "minimum": minimum,
        "maximum": maximum,
        "jail_credit_days": min(held, dice.choice([0, 0, 1, 30, 151, 366, held])),
    }


def _firearm(dice: Random, felony: dict) -> dict:
    """A firearm term served before the felony, which takes the jail credit."""
    felony["consecutive_to"] = ["F"]
    return {
        "id": "F",
        "offense": {"code": FIREARM, "date": felony["offense"]["date"]},
        "sentenced_on": felony["sentenced_on"],
        "kind": "flat",
        "maximum": {"years": dice.choice([2, 2, 2, 5, 10])},
        "jail_credit_days": felony["jail_credit_days"],
    }


def _another(dice: Random, name: str, earlier: dict) -> dict:
    """A further sentence: of the same day or of years later, together or after the earlier one."""
    imposed = date.fromisoformat(earlier["sentenced_on"])
    crime = date.fromisoformat(earlier["offense"]["date"])
    if dice.random() < 0.6:
        crime = _at_an_edge(dice, imposed + timedelta(days=dice.choice([30, 400, 1200, 4000])))
        imposed = max(crime, _at_an_edge(dice, crime + timedelta(days=dice.randrange(20, 400))))
    made = _sentence(dice, name, crime, imposed)
    if dice.random() < 0.65:
        made["consecutive_to"] = [earlier["id"]]
        made["consecutive_authority"] = "768.7a"
    return made


def _life(dice: Random, beside: dict) -> dict:
    made = {**beside, "id": "L", "kind": "life", "minimum": None, "maximum": "life"}
    made["offense"] = {**beside["offense"], "code": "750.317"}
    made["jail_credit_days"] = dice.choice([0, beside["jail_credit_days"]])
    made.pop("consecutive_to", None)
    return made


def _orders_of_the_court(dice: Random, case: dict) -> None:
    asked_on = date.fromisoformat(case["as_of"])
    for each in case["sentences"]:
        imposed = date.fromisoformat(each["sentenced_on"])
        if each["kind"] != "indeterminate" or imposed >= asked_on:
            continue
        if dice.random() < 0.15:
            each["habitual"] = dice.choice([2, 3, 4])
        if dice.random() < 0.15:
            each["judge_approval_on"] = _days(dice, imposed, asked_on).isoformat()
        if dice.random() < 0.05:
            each["vacated_on"] = _days(dice, imposed, asked_on + timedelta(days=30)).isoformat()
        if dice.random() < 0.1:
            later = imposed + timedelta(days=dice.randrange(0, 40))
            each["surrendered_on"] = later.isoformat()


def _record(dice: Random, case: dict, first: date) -> None:
    """Misconduct, awards, forfeitures and restorations."""
    asked_on = date.fromisoformat(case["as_of"])
    names = [each["id"] for each in case["sentences"]]

    def day() -> str:
        return _at_an_edge(dice, _days(dice, first, asked_on)).isoformat()

    tickets = [day() for _ in range(dice.choice([0, 0, 1, 3]))]
    case["misconduct"] = [
        {
            "violated_on": each,
            "class": dice.choice(["I", "I", "II", "III"]),
            "found_guilty_on": dice.choice([None, each, each, day()]),
        }
        for each in tickets
    ]
    case["credit_awards"] = [
        {
            "sentence": dice.choice(names),
            "kind": dice.choice(["special_good_time", "special_disciplinary_credit"]),
            "days": dice.choice([24, 2, 100, 1000, -10]),
            "awarded_on": day(),
            "applies_to": dice.choice(["both", "both", "minimum", "maximum"]),
        }
        for _ in range(dice.choice([0, 0, 1, 3]))
    ]
    for key, amounts in (("forfeitures", [5, 30, 365, 2000]), ("restorations", [5, 10, 365])):
        case[key] = [
            {"sentence": dice.choice(names), "days": dice.choice(amounts), "ordered_on": day()}
            for _ in range(dice.choice([0, 0, 1, 2]))
        ]


def _custody(dice: Random, case: dict, first: date) -> None:
    """Absences, some of which still last, and liberty on bond."""
    asked_on = date.fromisoformat(case["as_of"])
    case["custody"] = []
    for _ in range(dice.choice([0, 0, 1, 3])):
        left = _at_an_edge(dice, _days(dice, first, asked_on))
        back = left + timedelta(days=dice.choice([0, 1, 15, 31, 62, 400, 1200]))
        case["custody"].append(
            {
                "kind": dice.choice(["escape", "delinquent"]),
                "from": left.isoformat(),
                "to": back.isoformat() if dice.random() < 0.9 else None,
            }
        )
    for each in case["sentences"]:
        imposed = date.fromisoformat(each["sentenced_on"])
        free = imposed + timedelta(days=dice.randrange(0, 50))
        ended = free + timedelta(days=dice.randrange(0, 400))
        if dice.random() < 0.1 and ended < asked_on:
            span = {"from": free.isoformat(), "to": ended.isoformat(), "sentence": each["id"]}
            case["custody"].append({"kind": "appeal_bond", **span})
