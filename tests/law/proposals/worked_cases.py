"""Cases that are worked by hand: sentences of ten and five years, a firearm, life, probation."""

from collections.abc import Callable
from typing import Any

from timecomp.law.proposals.scenario import Scenario
from timecomp.law.results import Result

Facts = dict[str, Any]
# Puts a case to the law of today and to a scenario.
BothLaws = Callable[[Scenario | str, Facts], tuple[Result, Result]]


def sentence(  # noqa: PLR0913  # the facts that the cases below vary
    code: str,
    *,
    offense: str,
    sentenced: str,
    years: int = 0,
    months: int = 0,
    maximum: int = 20,
    id: str = "A",
    **more: object,
) -> Facts:
    """A prison sentence of so many years, or months, to so many years."""
    return {
        "id": id,
        "offense": {"code": code, "date": offense},
        "sentenced_on": sentenced,
        "kind": "indeterminate",
        "minimum": {"years": years, "months": months},
        "maximum": {"years": maximum},
        **more,
    }


def case(*sentences: Facts, **more: object) -> Facts:
    """A case of these sentences."""
    return {"sentences": list(sentences), **more}


# Ten years from 2020, under truth in sentencing: 1 January 2030.
TEN_YEARS = sentence("750.84", offense="2019-06-01", sentenced="2020-01-01", years=10)
FIVE_YEARS = sentence("750.84", offense="2019-06-01", sentenced="2020-01-01", years=5)
# Two years of felony-firearm, then ten: 1 January 2032.
FIREARM = case(
    {
        "id": "F",
        "offense": {"code": "750.227b", "date": "2019-06-01"},
        "sentenced_on": "2020-01-01",
        "kind": "flat",
        "maximum": {"years": 2},
    },
    {**TEN_YEARS, "consecutive_to": ["F"]},
)
LIFE = {
    "id": "A",
    "offense": {"code": "750.316", "date": "2019-06-01"},
    "sentenced_on": "2020-01-01",
    "kind": "life",
    "maximum": "life",
}
PAROLABLE_LIFE = {**LIFE, "offense": {"code": "750.317", "date": "1995-06-01"}}


def life_of_1996(offense: str) -> Facts:
    """Parolable life from 1996 for a crime of that day."""
    life = {**PAROLABLE_LIFE, "sentenced_on": "1996-01-01"}
    return case({**life, "offense": {"code": "750.317", "date": offense}})


def habitual_of_1996(level: int) -> Facts:
    """Five years from 1996 with disciplinary credit, for an offender of that level."""
    return case(
        sentence(
            "750.110",
            offense="1995-06-01",
            sentenced="1996-01-01",
            years=5,
            maximum=15,
            habitual=level,
        )
    )


def new_crime_on_parole(jail_credit_days: int) -> Facts:
    """Three years from October 2019 for a crime on parole, with jail days before."""
    old = sentence("750.84", offense="2015-01-01", sentenced="2015-06-01", years=2)
    new = sentence(
        "750.84",
        offense="2019-01-01",
        sentenced="2019-10-01",
        years=3,
        maximum=10,
        id="B",
        consecutive_to=["A"],
        consecutive_authority="768.7a(2)",
        jail_credit_days=jail_credit_days,
    )
    parole = {"released_on": "2018-01-01", "term": {"months": 24}}
    return case(old, new, parole=[parole])


def drug_crime(offense: str) -> Facts:
    """Twenty years from June 2003 for delivery of a middle weight."""
    return case(
        sentence(
            "333.7401(2)(a)(ii)", offense=offense, sentenced="2003-06-01", years=20, maximum=30
        )
    )


def misconduct(day: str, days: int = 0) -> list[Facts]:
    """A major misconduct found that day."""
    return [
        {"violated_on": day, "found_guilty_on": day, "class": "I", "disciplinary_time_days": days}
    ]
