"""Parole by the paper: its term, days away, the cap of the maximum, and its deadlines."""

from datetime import date

from tests.law.second_reckoning.paper import (
    A_DAY,
    Json,
    Pick,
    Question,
    Span,
    days_on,
    edge_day,
    ends,
    half_done,
    iso,
    later,
    months_on,
    order,
    sentence,
    term,
)

LENGTHS = [0, 1, 30, 365, None]


def parole(pick: Pick) -> Question:
    """One or two sentences, one parole and its violations, asked about on some day."""
    sentences, minimums, maximums = _sentences(pick)
    released, months = days_on(max(minimums), pick([0, 1, 59])), pick([12, 13, 24, 25, 36, 48])
    ordered = ends(released, months)
    away = [_absence(pick, released, ordered, max(maximums)) for _ in range(pick([0, 1, 2]))]
    kinds = [pick(["technical", "technical", "new_sentence"]) for _ in away]
    as_of = pick([None, None, released, days_on(released, 200), ordered, days_on(ordered, 300)])
    known, kinds_known = _known(away, kinds, as_of)
    latest = [later(day, known) for day in maximums]
    maximum = None if None in latest else max(day for day in latest if day is not None)
    case: Json = {"id": "parole", "as_of": iso(as_of), "sentences": sentences}
    early = max(half_done(released, months), months_on(released, 12))
    is_back = "new_sentence" in kinds_known
    discharge = None if is_back else _discharge(later(ordered, known, released), maximum)
    return Question(
        case={**case, "parole": [_parole(released, months, away, kinds)]},
        answer={
            "offender.maximum_discharge_date": iso(maximum),
            "offender.parole_discharge_date": iso(discharge),
            "offender.earliest_release_date": iso(max(minimums)),
            "deadlines.parole_early_discharge": [] if discharge is None else [iso(early)],
            "deadlines.pv_hearing_45": _hearings(known, kinds_known),
        },
        asked={"pv_off_parole": _is_off_parole(known, released, ordered)},
    )


def board(pick: Pick) -> Question:
    """What binds the board and the courts before a parole."""
    sentenced = edge_day(pick, [2008, 2011, 2012])
    months, credit = pick([12, 18, 25, 36]), pick([0, 1, 31])
    made = edge_day(pick, [2015, 2016, 2020])
    sanction = pick([0, 59, 60, 61])
    kinds = ["parole_grant", "charge_notice", "sentence_delayed"]
    release = ends(days_on(sentenced, -credit), months)
    return Question(
        case={
            "id": "board",
            "sentences": [_prison("A", sentenced, months, 10, credit)],
            "orders": [
                *(order(kind, made) for kind in kinds),
                order("parole_sanction", made, days=sanction),
            ],
        },
        answer={
            "offender.earliest_release_date": iso(release),
            "deadlines.interview_deadline": [iso(months_on(release, -1))],
            "deadlines.release_after_28_days": [iso(days_on(made, 28))],
            "deadlines.iad_180": [iso(days_on(made, 180))],
            "deadlines.delay_1y": [iso(months_on(made, 12))],
        },
        asked={"pv_sanction_cap_60": sanction > 60},
    )


def felony_on_parole(pick: Pick) -> Question:
    """A felony near the end of a parole that days away may have put off, whose judgment does not
    say that it follows the old term."""
    sentenced = edge_day(pick, [2003, 2004])
    released = months_on(sentenced, 24)
    ordered = ends(released, 24)
    away = [_absence(pick, released, ordered, months_on(sentenced, 120))]
    end = later(ordered, away, released)
    offended = days_on(end or ordered, pick([-1, 0, 1]))
    new = _prison("B", days_on(offended, 90), 12, 5, 0)
    new["offense"] = {"code": "750.356", "date": iso(offended)}
    return Question(
        case={
            "id": "felony",
            "sentences": [_prison("A", sentenced, 24, 10, 0), new],
            "parole": [_parole(released, 24, away, ["technical"])],
        },
        answer={},
        asked={"cons_parole_crime": end is None or offended < end},
    )


def _sentences(pick: Pick) -> tuple[list[Json], list[date], list[date]]:
    first = edge_day(pick, [2003, 2004, 2007, 2008])
    days = [first, days_on(first, pick([1, 40, 366]))][: pick([1, 2])]
    months = [pick([12, 18, 30]) for _ in days]
    years = [pick([4, 6, 9]) for _ in days]
    sentences = [
        _prison(id, day, m, y, 0) for id, day, m, y in zip("AB", days, months, years, strict=False)
    ]
    return (
        sentences,
        [ends(day, m) for day, m in zip(days, months, strict=True)],
        [ends(day, 12 * y) for day, y in zip(days, years, strict=True)],
    )


def _prison(id: str, on: date, months: int, years: int, credit: int) -> Json:
    return sentence(
        id,
        code="750.356",
        offended=days_on(on, -60),
        on=on,
        kind="indeterminate",
        minimum=term(months),
        maximum={"years": years},
        jail_credit_days=credit,
    )


def _absence(pick: Pick, released: date, ordered: date, maximum: date) -> Span:
    days = [released, days_on(released, 100), ordered - A_DAY, ordered, maximum - A_DAY, maximum]
    first, length = pick(days), pick(LENGTHS)
    return first, None if length is None else days_on(first, length)


def _parole(released: date, months: int, away: list[Span], kinds: list[str]) -> Json:
    violations = [
        {"kind": kind, "declared_on": iso(first), "available_on": iso(back)}
        for (first, back), kind in zip(away, kinds, strict=True)
    ]
    return {"released_on": iso(released), "term": term(months), "violations": violations}


def _known(away: list[Span], kinds: list[str], as_of: date | None) -> tuple[list[Span], list[str]]:
    """What was known that day: who came back later was still away."""
    day = as_of or date.max
    declared = [n for n, (first, _) in enumerate(away) if first <= day]
    spans = [(away[n][0], _past(away[n][1], day)) for n in declared]
    return spans, [kinds[n] for n in declared]


def _past(back: date | None, day: date) -> date | None:
    return back if back is not None and back <= day else None


def _hearings(away: list[Span], kinds: list[str]) -> list[str]:
    backs = [back for (_, back), kind in zip(away, kinds, strict=True) if kind == "technical"]
    return sorted(days_on(back, 45).isoformat() for back in backs if back is not None)


def _discharge(ordered: date | None, maximum: date | None) -> date | None:
    return None if ordered is None or maximum is None else min(ordered, maximum)


def _is_off_parole(known: list[Span], released: date, ordered: date) -> bool:
    end = later(ordered, known, released)
    return end is not None and any(first >= end for first, _ in known)
