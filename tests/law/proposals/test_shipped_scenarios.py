"""Each shipped scenario on cases worked by hand: somebody who moves and somebody who does not."""

from datetime import date

import pytest

from tests.law.proposals.worked_cases import (
    FIREARM,
    FIVE_YEARS,
    LIFE,
    TEN_YEARS,
    BothLaws,
    Facts,
    case,
    drug_crime,
    habitual_of_1996,
    life_of_1996,
    misconduct,
    new_crime_on_parole,
    sentence,
)

MOVES: list[tuple[str, str, Facts, str, str]] = [
    (
        "ff_three_years",
        "three years of firearm put ten years off by one",
        FIREARM,
        "2032-01-01",
        "2033-01-01",
    ),
    (
        "wi_gt_hb4468_4471",
        "clean months bring ten years to half",
        case(TEN_YEARS),
        "2030-01-01",
        "2025-01-01",
    ),
    (
        "wi_gt_hb4468_4471",
        "a month with misconduct earns nothing",
        case(TEN_YEARS, misconduct=misconduct("2020-03-10")),
        "2030-01-01",
        "2025-01-31",
    ),
    (
        "wi_mja_initiative",
        "one month off for each clean month",
        case(TEN_YEARS),
        "2030-01-01",
        "2025-01-01",
    ),
    (
        "wi_prod_hb4450",
        "programs take a fifth off five years from 2024",
        case({**FIVE_YEARS, "sentenced_on": "2024-01-01"}),
        "2029-01-01",
        "2028-01-02",
    ),
    (
        "wi_prod_sb861",
        "programs take a fifth off five years from April 2025",
        case({**FIVE_YEARS, "sentenced_on": "2025-04-01"}),
        "2030-04-01",
        "2029-04-01",
    ),
    (
        "wi_prod_hb4670_2021",
        "a sex crime earns for programs as any other",
        case(sentence("750.520d", offense="2021-01-01", sentenced="2022-01-01", years=5)),
        "2027-01-01",
        "2026-01-01",
    ),
    (
        "wi_sb1143_2018",
        "five days a month from 52 months",
        case(FIVE_YEARS),
        "2025-01-01",
        "2024-04-16",
    ),
    (
        "wi_dc_restore_5_2",
        "seven days a month from 49 months",
        case(FIVE_YEARS),
        "2025-01-01",
        "2024-01-24",
    ),
    (
        "wi_ff_repeal_mandatory",
        "the firearm term runs beside its felony",
        FIREARM,
        "2032-01-01",
        "2030-01-01",
    ),
    (
        "wi_ff_increase",
        "three years of firearm put ten years off by one",
        FIREARM,
        "2032-01-01",
        "2033-01-01",
    ),
    (
        "wi_ff_increase",
        "two years for armed robbery become the bill's five",
        case(sentence("750.529", offense="2019-06-01", sentenced="2020-01-01", years=2)),
        "2022-01-01",
        "2025-01-01",
    ),
    (
        "wi_second_look",
        "ten years are served: the court may look again now",
        case(sentence("750.84", offense="2009-06-01", sentenced="2010-01-01", years=20)),
        "2030-01-01",
        "2026-11-21",
    ),
    (
        "wi_sb322_youth",
        "a crime at seventeen is reviewed after ten years",
        case({**TEN_YEARS, "minimum": {"years": 15}}, person={"birth_date": "2002-01-01"}),
        "2035-01-01",
        "2030-01-01",
    ),
    (
        "wi_lifer_10",
        "a lifer of 1996 after ten years, not fifteen",
        life_of_1996("1995-06-01"),
        "2011-01-01",
        "2006-01-01",
    ),
    (
        "wi_tis_85",
        "3,106 of 3,653 days",
        case(TEN_YEARS),
        "2030-01-01",
        "2028-07-03",
    ),
    (
        "wi_medical_widen",
        "seventy years old in May 2028",
        case(TEN_YEARS, person={"birth_date": "1958-05-01"}),
        "2030-01-01",
        "2028-05-01",
    ),
    (
        "wi_medical_incl_csc1",
        "first-degree sexual conduct is excluded no longer",
        case({**TEN_YEARS, "offense": {"code": "750.520b", "date": "2019-06-01"}},
             person={"birth_date": "1958-05-01"}),
        "2030-01-01",
        "2028-05-01",
    ),
    (
        "wi_epa",
        "two cuts of ninety days",
        case(TEN_YEARS),
        "2030-01-01",
        "2029-07-05",
    ),
    (
        "wi_dt_binding",
        "sixty days of disciplinary time are added",
        case(TEN_YEARS, misconduct=misconduct("2021-05-01", 60)),
        "2030-01-01",
        "2030-03-02",
    ),
    (
        "wi_jail_credit_parolee",
        "a hundred jail days count on the new minimum",
        new_crime_on_parole(100),
        "2022-10-01",
        "2022-06-23",
    ),
    (
        "wi_hab_approval_off",
        "the net minimum opens parole without the judge",
        habitual_of_1996(2),
        "2001-01-01",
        "2000-04-16",
    ),
    (
        "wi_sai_limit",
        "four years may enter the unit now and leave it after 120 days",
        case(sentence("750.110", offense="2025-01-01", sentenced="2025-06-01", months=48,
                      maximum=10)),
        "2029-06-01",
        "2027-03-21",
    ),
    (
        "wi_drug_gap",
        "five years on a crime of February 2003 convicted after",
        drug_crime("2003-02-01"),
        "2023-06-01",
        "2008-06-01",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("scenario", "facts", "today", "proposed"),
    [pytest.param(s, f, t, p, id=f"{s}: {why}") for s, why, f, t, p in MOVES],
)
def test_the_scenario_moves_the_earliest_release(
    both_laws: BothLaws, scenario: str, facts: Facts, today: str, proposed: str
) -> None:
    before, after = both_laws(scenario, facts)
    found = (before.offender.earliest_release_date, after.offender.earliest_release_date)
    assert found == (date.fromisoformat(today), date.fromisoformat(proposed))


STAYS: list[tuple[str, str, Facts]] = [
    ("ff_three_years", "nobody without a firearm term", case(TEN_YEARS)),
    ("wi_gt_hb4468_4471", "a flat term has no good time", case(FIREARM["sentences"][0])),
    ("wi_mja_initiative", "life has no good time", case(LIFE)),
    ("wi_prod_hb4450", "a sentence of before the bill", case(FIVE_YEARS)),
    (
        "wi_prod_hb4450",
        "a sex crime is left out",
        case(sentence("750.520d", offense="2023-11-01", sentenced="2024-01-01", years=5)),
    ),
    (
        "wi_prod_sb861",
        "murder is left out",
        case(sentence("750.317", offense="2025-01-01", sentenced="2025-04-01", years=15)),
    ),
    ("wi_prod_hb4670_2021", "a sentence of before the bill", case(FIVE_YEARS)),
    (
        "wi_sb1143_2018",
        "a crime of the day before the gate",
        case(sentence("750.84", offense="2018-12-31", sentenced="2020-01-01", years=5)),
    ),
    ("wi_dc_restore_5_2", "a crime of 1995 keeps its own credits", habitual_of_1996(0)),
    ("wi_ff_repeal_mandatory", "nobody without a firearm term", case(TEN_YEARS)),
    ("wi_ff_increase", "another crime without a firearm", case(TEN_YEARS)),
    ("wi_second_look", "a minimum of five years comes first", case(FIVE_YEARS)),
    (
        "wi_parole_lwop_youth",
        "life of a person of 25",
        case(LIFE, person={"birth_date": "1994-01-01"}),
    ),
    ("wi_sb322_youth", "a person of 25", case(TEN_YEARS, person={"birth_date": "1994-01-01"})),
    ("wi_lifer_10", "a lifer of before October 1992 has ten already", life_of_1996("1992-09-30")),
    ("wi_tis_85", "a crime of 1995 is not under truth in sentencing", habitual_of_1996(0)),
    (
        "wi_medical_widen",
        "first-degree sexual conduct is excluded",
        case(
            {**TEN_YEARS, "offense": {"code": "750.520b", "date": "2019-06-01"}},
            person={"birth_date": "1958-05-01"},
        ),
    ),
    (
        "wi_medical_incl_csc1",
        "a person of thirty is out before seventy",
        case(TEN_YEARS, person={"birth_date": "1996-01-01"}),
    ),
    ("wi_epa", "a minimum that was served before the declaration", case(FIVE_YEARS)),
    ("wi_dt_binding", "nobody without misconduct", case(TEN_YEARS)),
    ("wi_jail_credit_parolee", "nobody without jail days", new_crime_on_parole(0)),
    ("wi_hab_approval_off", "nobody who is no repeat offender", habitual_of_1996(0)),
    (
        "wi_sai_limit",
        "who may enter today already",
        case(sentence("750.110", offense="2025-01-01", sentenced="2025-06-01", months=36)),
    ),
    ("wi_sai_limit", "an assaultive crime stays shut out",
     case(sentence("750.84", offense="2025-01-01", sentenced="2025-06-01", months=48))),
    ("wi_drug_gap", "a crime of the day the reform began", drug_crime("2003-03-01")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("scenario", "facts"), [pytest.param(s, f, id=f"{s}: {why}") for s, why, f in STAYS]
)
def test_the_scenario_leaves_the_dates_alone(
    both_laws: BothLaws, scenario: str, facts: Facts
) -> None:
    today, proposed = both_laws(scenario, facts)
    assert (proposed.offender, proposed.sentences) == (today.offender, today.sentences)


def test_the_maximum_takes_productivity_credits_where_the_bill_says_so(
    both_laws: BothLaws,
) -> None:
    late = {**FIVE_YEARS, "sentenced_on": "2025-04-01", "maximum": {"years": 15}}
    _, proposed = both_laws("wi_prod_sb861", case(late))
    assert proposed.offender.maximum_discharge_date == date(2039, 4, 2)
