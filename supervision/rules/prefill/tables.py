"""Which items of which instrument the record answers, and how.

Never among them: race, ethnicity, where somebody lives, and treatment that federal law protects.
"""

from collections.abc import Mapping

from supervision.rules.instruments.form import Instrument
from supervision.rules.prefill import history, life
from supervision.rules.prefill.answering import Answer, Answering
from supervision.rules.prefill.record import Count, RecordFacts
from supervision.rules.prefill.sections import (
    DRUG_THEFT_FRAUD,
    FRAUD,
    THEFT,
    any_conviction_under,
    current_felony_under,
)

FOURTEEN_DAYS = 14
ONE_DAY = 1
_SEXES = {"M": "male", "F": "female"}


def _every(_count: Count) -> bool:
    return True


def _sex(facts: RecordFacts) -> Answer | None:
    value = _SEXES.get(facts.sex)
    return Answer(value, "As the record has it.", (facts.person,)) if value else None


def _adult_felonies(facts: RecordFacts) -> Answer | None:
    found = history.number_of_prior(history.is_felony, "felony")(facts)
    if found is None:
        return None
    number = int(found.value)
    choice = "none" if number == 0 else "1_2" if number < 3 else "3_or_more"  # noqa: PLR2004  # the item's own bounds
    return Answer(choice, found.why, found.sources)


TABLES: Mapping[str, Mapping[str, Answering]] = {
    "psa": {
        "age_at_arrest": history.age_at_arrest,
        "current_violent": history.current_is(history.is_violent, "assaultive"),
        "pending_charge": history.pending_at_offense,
        "prior_misdemeanor": history.any_prior(history.is_misdemeanor, "misdemeanor"),
        "prior_felony": history.any_prior(history.is_felony, "felony"),
        "prior_violent": history.number_of_prior(history.is_violent, "violent"),
        "fta_past_2_years": history.missed_lately,
        "fta_older": history.missed_earlier,
        "prior_incarceration": history.confined(FOURTEEN_DAYS),
    },
    "vprai_r": {
        "active_supervision": life.under_supervision,
        "felony_drug_theft_fraud": current_felony_under(
            DRUG_THEFT_FRAUD, "felony drugs, theft or fraud"
        ),
        "pending_charge": history.pending_at_offense,
        "criminal_history": history.any_prior(_every, "adult"),
        "failures_to_appear": history.missed_ever,
        "violent_convictions": history.number_of_prior(history.is_violent, "violent"),
        "unemployed": life.not_working,
    },
    "pcra": {
        "arrests": history.number_of_arrests,
        "age": history.age_now,
        "violent_offense": history.any_conviction(history.is_violent, "violent"),
        "varied_offending": history.varied,
        "earlier_supervision_failed": life.revoked_before,
        "institutional_adjustment": life.misconduct_in_custody,
        "unemployed": life.not_working,
    },
    "wisconsin": {
        "address_changes": life.address_changes,
        "employed_percent": life.employed_percent,
        "age_first_conviction": history.age_first_conviction,
        "prior_supervision": life.supervised_before,
        "prior_revocations": life.revoked_before,
        "prior_felonies": history.number_of_prior(history.is_felony, "felony"),
        "theft_conviction": any_conviction_under(THEFT, "theft or robbery"),
        "fraud_conviction": any_conviction_under(FRAUD, "check or forgery"),
        "assaultive_5_years": history.assaultive_lately,
    },
    "salient_factor": {
        "prior_convictions": history.number_of_prior(_every, "adult"),
        "prior_commitments": history.number_confined,
        "age_at_offense": history.age_at_offense,
        "commitment_free_3_years": history.free_of_confinement,
        "under_sentence": life.supervised_at_offense,
    },
    "oras_cst": {
        "sex": _sex,
        "adult_felonies": _adult_felonies,
        "secure_sentence": history.confined(ONE_DAY),
        "custody_misconduct": life.misconduct_in_custody,
        "prior_supervision": life.supervised_before,
        "technical_revocation": life.revoked_for_rules,
        "not_full_time": life.not_full_time,
    },
}


def prefilled(instrument: Instrument, facts: RecordFacts) -> dict[str, Answer]:
    """Return what the record answers, by item; an item it does not answer is not there."""
    table = TABLES.get(instrument.key, {})
    found = {item.name: table[item.name](facts) for item in instrument.items if item.name in table}
    return {
        name: answer
        for name, answer in found.items()
        if answer is not None and _fits(instrument, name, answer)
    }


def _fits(instrument: Instrument, name: str, answer: Answer) -> bool:
    item = instrument.item(name)
    return item is not None and item.allows(answer.value)
