"""The dates of a person's prison sentences, by the statutes alone.

It checks the law book and shares no line with it.
"""

from datetime import date, timedelta

from tests.law.prison_reckoning.calendar_days import OpenError, day_of, end_of_term, put_off
from tests.law.prison_reckoning.credits import under_disciplinary_credit, under_good_time
from tests.law.prison_reckoning.record import Record
from tests.law.prison_reckoning.regimes import CRIMES, FIREARM, credit_of, regime_of

ENDS = ("minimum", "maximum")
WAYS = ("calendar", "net", "projected")
LIFER_LAW_OF_1992 = date(1992, 10, 1)


def reckon(case: dict) -> dict:
    """The dates of each sentence and of the person."""
    record = Record(case)
    done: dict[str, dict] = {}
    for name in in_order(record.sentences()):
        done[name] = _sentence(record, name, done)
    return {"offender": _offender(done), "sentences": done}


def in_order(sentences: dict[str, dict]) -> list[str]:
    """Sentences so that each comes after those it follows."""
    placed: list[str] = []
    while len(placed) < len(sentences):
        placed += [
            name
            for name, each in sentences.items()
            if name not in placed and all(a in placed for a in _before(each, sentences))
        ]
    return placed


def _before(sentence: dict, sentences: dict[str, dict]) -> list[str]:
    return [each for each in sentence.get("consecutive_to", []) if each in sentences]


def _sentence(record: Record, name: str, done: dict[str, dict]) -> dict:
    sentence = record.sentences()[name]
    made = {"id": name, "credits": {}, "is_life": sentence["kind"] == "life"}
    made["regime"] = _regime(sentence)
    for end in ENDS:
        for way in WAYS:
            start = _start(record, sentence, done, way, end)
            made[f"{way}_{end}_start"] = start
            made[f"{way}_{end}"] = _known_end(record, made, sentence, start, way, end)
    try:
        seen = _as_parole_sees_it(record, sentence, made, done)
        made["eligible"] = _eligible(record, sentence, seen)
    except OpenError:
        made["eligible"] = None
    return made


def own_start(record: Record, sentence: dict) -> date:
    """The sentence day less the jail credit, later by the days free on bond."""
    given = day_of(sentence.get("surrendered_on")) or day_of(sentence["sentenced_on"])
    start = given - timedelta(days=sentence.get("jail_credit_days", 0))
    return start + timedelta(days=record.free_days(sentence["id"], given))


def _start(
    record: Record, sentence: dict, done: dict[str, dict], way: str, end: str
) -> date | None:
    before = [done[each] for each in _before(sentence, record.sentences())]
    if not before:
        return own_start(record, sentence)
    return _start_after(record, sentence, before, [each[f"{way}_{end}"] for each in before])


def _start_after(record: Record, sentence: dict, before: list[dict], ends: list) -> date | None:
    """The end of the latest term before it, or its own day where it was imposed later."""
    if None in ends or any(each["is_life"] for each in before):
        return None
    latest = max(ends)
    preceding = before[ends.index(latest)]
    imposed = day_of(sentence["sentenced_on"])
    if imposed <= _imposed(record, preceding) or latest >= imposed:
        return latest
    arrested = imposed - timedelta(days=sentence.get("jail_credit_days", 0))
    discharged = preceding["net_maximum"]
    if discharged is not None and discharged <= arrested:
        return max(latest, arrested)
    return imposed


def _imposed(record: Record, made: dict) -> date:
    return day_of(record.sentences()[made["id"]]["sentenced_on"])


def _regime(sentence: dict) -> str | None:
    code = sentence["offense"]["code"]
    return None if code == FIREARM else regime_of(code, day_of(sentence["offense"]["date"]))


def _known_end(
    record: Record, made: dict, sentence: dict, start: date | None, way: str, end: str
) -> date | None:
    try:
        return _end(record, made, sentence, start, way, end)
    except OpenError:
        return None


def _end(
    record: Record, made: dict, sentence: dict, start: date | None, way: str, end: str
) -> date | None:
    if start is None or sentence["kind"] == "life":
        return None
    flat = sentence["kind"] in ("flat", "hyta_prison")
    term = sentence.get(end) or sentence.get("maximum") or sentence.get("minimum")
    credit = "none" if flat or made["regime"] is None else credit_of(made["regime"], end)
    if way == "calendar" or credit == "none":
        return put_off(end_of_term(start, term), start=start, dead=record.dead)
    under = under_good_time if credit == "good_time" else under_disciplinary_credit
    entries = record.entries(sentence["id"], end, credit)
    day, regular, special = under(term, start, entries, projected=way == "projected")
    if way == "net":
        made["credits"][end] = (credit, regular, special)
    return day


def _life(record: Record, sentence: dict, start: date) -> date:
    years = 10 if day_of(sentence["offense"]["date"]) < LIFER_LAW_OF_1992 else 15
    return put_off(end_of_term(start, {"years": years}), start=start, dead=record.dead)


def _as_parole_sees_it(record: Record, sentence: dict, made: dict, done: dict) -> dict:
    """The minimum run from the day on which the sentences before it allow parole."""
    before = [done[each] for each in _before(sentence, record.sentences())]
    if all(each["eligible"] == each["net_minimum"] for each in before):
        return made
    start = _start_after(record, sentence, before, [each["eligible"] for each in before])
    seen = {**made, "credits": {}, "net_minimum_start": start}
    for way in ("calendar", "net"):
        seen[f"{way}_minimum"] = _known_end(record, seen, sentence, start, way, "minimum")
    return seen


def _eligible(record: Record, sentence: dict, made: dict) -> date | None:
    """The first day on which the board may parole."""
    net, start, regime = made["net_minimum"], made["net_minimum_start"], made["regime"]
    if sentence["kind"] == "life" and start is not None:
        return _life(record, sentence, start)
    if sentence["kind"] != "indeterminate" or net is None or regime.startswith("r6"):
        return net
    approved = day_of(sentence.get("judge_approval_on"))
    of_proposal_b = CRIMES[sentence["offense"]["code"]][0] and regime != "r1"
    ten = end_of_term(start, {"years": 10})
    long_ago = day_of(sentence["offense"]["date"]) < LIFER_LAW_OF_1992
    if long_ago and not of_proposal_b and ten < net:
        net = min(net, put_off(ten, start=start, dead=record.dead))
    if sentence.get("habitual"):
        held = made["calendar_minimum"]
        if approved is None or held is None:
            return held
        return max(net, min(held, approved))
    if approved is None or of_proposal_b:
        return net
    return min(net, max(start, approved))


def _offender(done: dict[str, dict]) -> dict:
    eligible = [each["eligible"] for each in done.values()]
    maximums = [each["net_maximum"] for each in done.values()]
    return {
        "earliest_release_date": None if None in eligible else max(eligible, default=None),
        "maximum_discharge_date": None if None in maximums else max(maximums, default=None),
    }
