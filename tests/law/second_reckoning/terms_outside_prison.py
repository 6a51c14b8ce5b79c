"""Probation, county jail and youthful trainees by the paper."""

from datetime import date

from tests.law.second_reckoning.paper import (
    Json,
    Pick,
    Question,
    age_on,
    days_on,
    edge_day,
    ends,
    half_done,
    iso,
    months_on,
    order,
    sentence,
    term,
)

FELONY, MISDEMEANOR = "750.356", "750.81"
REFORM = date(2021, 4, 1)
HALF_FROM = date(2017, 6, 29)
TRAINEES = (date(2015, 8, 18), date(2021, 10, 1))


def probation(pick: Pick) -> Question:
    """A term, its half, its extensions and what they may come to."""
    code = pick([FELONY, MISDEMEANOR])
    on = edge_day(pick, [2016, 2018, 2020, 2023, 2024], REFORM, HALF_FROM)
    months, days = pick([11, 12, 18, 24, 25, 36, 37, 60, 61]), pick([0, 0, 1, 15])
    extensions = [(pick([-40, -1, 0, 1]), pick([6, 12, 13])) for _ in range(pick([0, 0, 1, 2, 3]))]
    end, orders, is_late = ends(on, months, days), [], False
    for shift, longer in extensions:
        made = days_on(end, shift)
        orders.append(order("probation_extension", made, sentence="P", term=term(longer)))
        is_late = is_late or made > end
        end = months_on(end, longer)
    is_new = on >= REFORM
    knows_half = is_new or (code == FELONY and on >= HALF_FROM)
    return Question(
        case={"id": "p", "sentences": [_probation(code, on, months, days)], "orders": orders},
        answer={
            "sentence.start": iso(on),
            "sentence.calendar_maximum": iso(end),
            "sentence.half_term_date": iso(half_done(on, months, days) if knows_half else None),
        },
        asked={
            **_too_long(code, on, (months, days)),
            **_extended_too_long(code, on, [longer for _, longer in extensions], end),
            "prob_extension_in_time": is_late,
        },
    )


def sanctions(pick: Pick) -> Question:
    """Technical violations: fifteen, thirty, forty-five days; a third of that in the county."""
    code = pick([FELONY, MISDEMEANOR])
    on = pick([date(2020, 6, 1), date(2021, 4, 1), date(2022, 2, 28)])
    violated = [days_on(on, 30 * n) for n in range(1, 1 + pick([1, 2, 4]))]
    if pick([True, False]):
        violated.append(violated[0])
    days = [pick([1, 5, 6, 10, 11, 15, 16, 30, 31, 45, 46]) for _ in violated]
    orders = [
        order("technical_sanction", made, day=iso(day), sentence="P", days=n)
        for made, day, n in zip(
            (days_on(on, 30 * n + 5) for n in range(1, 9)), violated, days, strict=False
        )
    ]
    jailed = {
        day: sum(n for v, n in zip(violated, days, strict=True) if v == day) for day in violated
    }
    last = {day: str(made["made_on"]) for day, made in zip(violated, orders, strict=True)}
    beyond = [
        (last[day] < "2021-04-01", n > _cap(code, number, last[day]))
        for number, (day, n) in enumerate(jailed.items(), start=1)
    ]
    return Question(
        case={"id": "s", "sentences": [_probation(code, on, 24, 0)], "orders": orders},
        answer={},
        asked={
            "tv_old_30": (True, True) in beyond,
            "tv_felony_caps": (False, True) in beyond and code == FELONY,
            "tv_misd_caps": (False, True) in beyond and code == MISDEMEANOR,
        },
    )


def county_jail(pick: Pick) -> Question:
    """A day off for each six of the sentence, then what the orders take off."""
    on = edge_day(pick, [2015, 2019, 2020])
    months, days, credit = pick([0, 1, 2, 6, 11, 12]), pick([1, 5, 6, 30, 93]), pick([0, 1, 20])
    first = days_on(on, -credit)
    last = ends(first, months, days)
    length = (last - first).days
    orders, off = [], length // 6
    if pick([True, False]):
        orders.append(order("jail_quarter", on, sentence="J"))
        off += length // 4
    if pick([True, False]):
        orders.append(order("jail_overcrowding", days_on(on, 3), sentence="J", days=5))
        off += 5
    jail = sentence(
        "J",
        code=FELONY,
        offended=days_on(on, -90),
        on=on,
        kind="jail",
        maximum=term(months, days),
        jail_credit_days=credit,
    )
    return Question(
        case={"id": "j", "sentences": [jail], "orders": orders},
        answer={
            "sentence.start": iso(first),
            "sentence.calendar_maximum": iso(last),
            "sentence.net_maximum": iso(max(on, days_on(last, -off))),
        },
    )


def trainee(pick: Pick) -> Question:
    """Two years flat since 2015, three before, and the ages of each version."""
    offended = edge_day(pick, [2012, 2016, 2020, 2024], *TRAINEES)
    on = days_on(offended, pick([0, 1, 200]))
    born = days_on(months_on(offended, -12 * pick([17, 18, 21, 24, 26])), pick([-1, 0, 1]))
    months, days, credit = pick([18, 24, 25, 36, 37]), pick([0, 1]), pick([0, 1, 40])
    end = ends(days_on(on, -credit), months, days)
    young, old = _trainee_ages(offended)
    cap = 36 if on < TRAINEES[0] else 24
    flat = sentence(
        "A",
        code="750.249",
        offended=offended,
        on=on,
        kind="hyta_prison",
        maximum=term(months, days),
        jail_credit_days=credit,
    )
    return Question(
        case={"id": "t", "sentences": [flat], "person": {"birth_date": iso(born)}},
        answer={
            "offender.earliest_release_date": iso(end),
            "offender.maximum_discharge_date": iso(end),
        },
        asked={
            "hyta_age_*": not young <= age_on(born, offended) <= old,
            "hyta_prison_*": (months, days) > (cap, 0),
        },
    )


def _probation(code: str, on: date, months: int, days: int) -> Json:
    return sentence(
        "P",
        code=code,
        offended=days_on(on, -90),
        on=on,
        kind="probation",
        maximum=term(months, days),
    )


def _longest(code: str, on: date) -> int:
    if code == MISDEMEANOR:
        return 24
    return 36 if on >= REFORM else 60


def _too_long(code: str, on: date, length: tuple[int, int]) -> dict[str, bool]:
    beyond = length > (_longest(code, on), 0)
    return {
        "prob_misd_2": beyond and code == MISDEMEANOR,
        "prob_felony_3": beyond and code == FELONY and on >= REFORM,
        "prob_felony_5": beyond and code == FELONY and on < REFORM,
    }


def _extended_too_long(code: str, on: date, by: list[int], end: date) -> dict[str, bool]:
    is_new_felony = code == FELONY and on >= REFORM
    past_longest = bool(by) and end > months_on(on, _longest(code, on))
    return {
        "prob_extend_2x1": is_new_felony and (len(by) > 2 or any(n > 12 for n in by)),
        "prob_extended_total": not is_new_felony and past_longest,
    }


def _cap(code: str, number: int, ordered: str) -> int:
    of_today = [15, 30, 45] if code == FELONY else [5, 10, 15]
    caps = [30, 30] if ordered < "2021-04-01" else of_today
    return caps[number - 1] if number <= len(caps) else 10_000


def _trainee_ages(offended: date) -> tuple[int, int]:
    if offended < TRAINEES[0]:
        return 17, 20
    return (17, 23) if offended < TRAINEES[1] else (18, 25)
