"""Life, drug crimes and the ways to parole before the minimum, by the paper."""

from datetime import date

from tests.law.second_reckoning.paper import (
    Json,
    Pick,
    Question,
    age_on,
    days_on,
    edge_day,
    ends,
    iso,
    later,
    months_on,
    order,
    sentence,
    term,
)

LIFER_TURN = date(1992, 10, 1)
DRUG_TURN = date(2003, 3, 1)
DRUG_LIFERS = date(1998, 10, 1)
FRAIL_FROM = date(2019, 8, 20)
PARKS, TAYLOR = date(2022, 7, 28), date(2025, 4, 10)


def lifer(pick: Pick) -> Question:
    """Ten or fifteen calendar years, put off by an escape, and a review every five years."""
    offended = edge_day(pick, [1980, 1988, 1991, 1996], LIFER_TURN)
    on, credit = days_on(offended, pick([200, 366])), pick([0, 1, 150])
    first = days_on(on, -credit)
    gone = days_on(first, pick([400, 3650, 5500]))
    away = [(gone, days_on(gone, pick([1, 10, 800])))] if pick([True, False]) else []
    release = later(months_on(first, 120 if offended < LIFER_TURN else 180), away)
    asked_on = pick([None, date(2020, 2, 29), months_on(first, 300), months_on(first, 300 - 1)])
    reviews = [months_on(first, 12 * years) for years in range(10, 80, 5)]
    return Question(
        case={
            "id": "lifer",
            "as_of": iso(asked_on),
            "sentences": [_life("750.529", offended, on, credit)],
            "custody": [{"kind": "escape", "from": iso(a), "to": iso(b)} for a, b in away],
        },
        answer={
            "sentence.start": iso(first),
            "offender.earliest_release_date": iso(release),
            "offender.maximum_discharge_date": None,
            "deadlines.interview_deadline": [iso(months_on(release, -1))] if release else [],
            "deadlines.lifer_interview": []
            if asked_on is None
            else [iso(min(day for day in reviews if day >= asked_on))],
        },
    )


def drug_lifer(pick: Pick) -> Question:
    """Seventeen and a half years, or twenty; two and a half fewer for help to the police."""
    offended = edge_day(pick, [1980, 1990, 2004], LIFER_TURN, DRUG_LIFERS, DRUG_TURN)
    on, credit = days_on(offended, pick([30, 366])), pick([0, 1, 29])
    others, helped = pick(["other_serious_crime", "no_other_serious_crime", ""]), pick([0, 30])
    flags = [*([others] if others else []), *(["cooperated"] if helped else [])]
    months = (240 if others == "other_serious_crime" else 210) - helped
    release = months_on(days_on(on, -credit), months)
    if offended < DRUG_LIFERS:
        release = max(release, DRUG_LIFERS)
    return Question(
        case={
            "id": "drug-lifer",
            "sentences": [_life("333.7401(2)(a)(i)", offended, on, credit, flags)],
        },
        answer={"offender.earliest_release_date": iso(release if others else None)},
        asked={"drug_lifer_175": not others},
    )


def drug_parole(pick: Pick) -> Question:
    """Convicted before the reform: ten years, five years, or the minimum, whichever is least."""
    offended = edge_day(pick, [2001, 2002], date(2000, 12, 16), DRUG_TURN)
    convicted = max(offended, pick([offended, *(days_on(DRUG_TURN, n) for n in (-1, 0, 1))]))
    on, credit = days_on(convicted, pick([0, 60])), pick([0, 1, 30])
    weight, months = pick(["i", "ii", "iii", "iv"]), pick([24, 59, 60, 61, 120, 121, 300])
    first = days_on(on, -credit)
    release = months_on(first, months)
    years = {"i": 10, "ii": 5, "iii": 5}.get(weight)
    if convicted < DRUG_TURN and years is not None:
        release = min(release, max(months_on(first, 12 * years), DRUG_TURN))
    prison = sentence(
        "A",
        code=f"{pick(['333.7401', '333.7403'])}(2)(a)({weight})",
        offended=offended,
        on=on,
        kind="indeterminate",
        minimum=term(months),
        maximum={"years": 60},
        jail_credit_days=credit,
        convicted_on=iso(convicted),
    )
    return Question(
        case={"id": "drug", "sentences": [prison]},
        answer={"offender.earliest_release_date": iso(release)},
    )


def before_the_minimum(pick: Pick) -> Question:
    """A finding of frailty, the unit, and the governor's warrant."""
    on, months = edge_day(pick, [2015, 2016, 2018]), pick([18, 24, 25, 36, 37, 60])
    minimum, release = ends(on, months), ends(on, months)
    made = edge_day(pick, [2019, 2020], FRAIL_FROM)
    kind, back = pick(["frail", "unit", "warrant"]), days_on(made, pick([90, 120]))
    left, has_completed = pick([None, back]), pick([True, False])
    # Larceny, and murder in the first degree whose term stands in the place of life.
    code = pick(["750.356", "750.356", "750.316"])
    orders: list[Json] = []
    if kind == "frail":
        orders = [order("medical_parole", made, day=iso(left))]
        is_open = left is None and made >= FRAIL_FROM and code != "750.316"
        release = min(release, made) if is_open else minimum
    elif kind == "unit":
        flags = ["completed"] if has_completed else []
        orders = [order("special_alternative", made, day=iso(back), flags=flags)]
        release = min(release, back) if has_completed else minimum
    else:
        orders = [order("commutation", made, sentence="A", day=iso(back))]
        release = back
    return Question(
        case={"id": "early", "sentences": [_prison(code, on, months)], "orders": orders},
        answer={
            "offender.earliest_release_date": iso(release),
            "deadlines.sai_len": [iso(days_on(made, 120))] if kind == "unit" else [],
        },
        asked={
            "sai_min_36": kind == "unit" and on <= made and months > 36,
            "med_exclusions": (kind, code, left) == ("frail", "750.316", None)
            and made >= FRAIL_FROM,
        },
    )


def lifetime_probation(pick: Pick) -> Question:
    """Probation for life for the smallest weights of drugs before the reform; five years on, and
    from the reform on, its end may be asked for."""
    offended = edge_day(pick, [1990, 1998, 2000], DRUG_TURN)
    on = days_on(offended, pick([0, 1, 90]))
    code = pick([f"333.7401(2)(a)({weight})" for weight in ("iv", "iv", "iii")])
    is_known = code.endswith("(iv)") and offended < DRUG_TURN
    life = sentence("P", code=code, offended=offended, on=on, kind="probation", maximum="life")
    asked_for = max(DRUG_TURN, months_on(on, 60))
    return Question(
        case={"id": "lifetime", "sentences": [life]},
        answer={
            "sentence.calendar_maximum": None,
            "deadlines.drug_lifetime_probation_end": [iso(asked_for)] if is_known else [],
        },
        asked={"prob_lifetime": not is_known},
    )


def young(pick: Pick) -> Question:
    """Mandatory life of the young is asked about from each judgment of the courts on."""
    offended = edge_day(pick, [1990, 2004, 2016])
    age = pick([16, 18, 19, 21])
    born = days_on(months_on(offended, -12 * age), pick([-1, 0, 1]))
    asked_on = days_on(pick([PARKS, TAYLOR]), pick([-1, 0, 1]))
    years = age_on(born, offended)
    return Question(
        case={
            "id": "young",
            "as_of": iso(asked_on),
            "person": {"birth_date": iso(born)},
            "sentences": [_life("750.316", offended, days_on(offended, 200), 0)],
        },
        answer={"offender.earliest_release_date": None, "offender.maximum_discharge_date": None},
        asked={
            "jl_under_18": years < 18,
            "jl_18": years == 18 and asked_on >= PARKS,
            "jl_19_20": years in (19, 20) and asked_on >= TAYLOR,
        },
    )


def _prison(code: str, on: date, months: int) -> Json:
    return sentence(
        "A",
        code=code,
        offended=days_on(on, -60),
        on=on,
        kind="indeterminate",
        minimum=term(months),
        maximum={"years": 15},
    )


def _life(code: str, offended: date, on: date, credit: int, flags: list[str] | None = None) -> Json:
    return sentence(
        "A",
        code=code,
        offended=offended,
        on=on,
        kind="life",
        maximum="life",
        jail_credit_days=credit,
        flags=flags or [],
    )
