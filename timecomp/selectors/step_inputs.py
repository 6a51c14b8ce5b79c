"""The category of each fact that a step of a worksheet names; one not listed here is withheld.

A rule that takes a new fact needs it listed here by the name of the rule's argument.
"""

from ots.access.categories import Category

_NAMES: dict[Category, str] = {
    Category.IDENTITY: "age born",
    Category.LEGAL: """
        approved_on asked_on begin code convicted_on credited earlier_convictions
        felonies_named firearm first first_served_credit_days habitual is_attempt
        is_consecutive is_in_a_string is_mandatory_life is_sexually_delinquent
        is_truth_in_sentencing jail_credit_days kind last least_months listed maximum maximum_months
        minimum minimum_months offense_date original_credit_days preceding_sentenced_on
        predicate predicate_code same_day_prison_terms sentence_days sentenced_on stated
        stated_years statutory statutory_months surrendered_on term uncredited
        year_of_sentence years commuted_on declared_on delayed_on extension extensions
        has_life_maximum is_dwelling is_excluded is_first_degree is_flat is_major_drug
        is_misdemeanor is_without_parole number ordered_on warrant_day
    """,
    Category.TIME: """
        accrual applies_to awarded_days calendar_end calendar_minimum ceiling_days claim
        credit_days day earliest_release earned_days end forfeited_days good_time_days
        maximum_discharge maximums minimums months net_minimum ordered_days prior_end
        regime regular_days replaced_start restored_days special_days start
        cap ends_on flat_end release authority decided_on system_value value
    """,
    Category.CUSTODY: """
        class_ counted_days days days_served dead_days dead_from free_days
        jail_days_served stays tickets_without_days violated_on
        completed_on entered_on is_in_prison
    """,
    Category.SUPERVISION: "available_on granted_on has_been_paroled released_on was_on_parole",
    Category.MEDICAL: "found_on",
    Category.SUBSTANCE_USE: "awaits_treatment",
    # Help given to the police endangers who gave it.
    Category.RISK: "has_cooperated",
    Category.WARRANT: "days_before_detainer detainer_on notified_on",
    # Flags such as victim_under_13 say something about the victim.
    Category.VICTIM: "flags",
}

STEP_INPUTS: dict[str, Category] = {
    name: category for category, names in _NAMES.items() for name in names.split()
}

# Rules whose being asked at all tells more than the facts they are given.
TOLD_BY_RULE: dict[str, Category] = {
    "csc1_25": Category.VICTIM,
    "drug_minor_recruit_half": Category.VICTIM,
    "drug_lifer_coop": Category.RISK,
    "tv_treatment_45": Category.SUBSTANCE_USE,
}
