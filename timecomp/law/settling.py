"""What would settle each question that a computation leaves to a person, in a clerk's words."""

from timecomp.law.settlement import REVIEW, WITHOUT_OBJECT

_AMENDED = "An amended judgment from the sentencing court; enter it as an amendment."
_ORDER = "The court's order itself: compare it with what is entered, and correct the entry or ask."
_TERM = f"{_AMENDED} If the court answers that the sentence stands, record that it does."
_CREDIT = (
    "The jail's booking record for the case. Correct the custody entered, or send the count to the "
    "court and enter its amended judgment."
)
_AWARD = "The warden's award itself: correct the entry, or have the award corrected."
_TRAINEE = "The person's birth date, the offense date, and the court's order of trainee status."
_PROBATION = f"{_ORDER} Ask the court where the order itself passes the limit."
_YOUNG = (
    "The court's order on resentencing, or its answer that none is due. Ask the prosecuting "
    "attorney whether a hearing is set."
)
# For a rule of which the book holds no version on the day, and for amounts likewise.
BOOK_SILENT = (
    "The law of that day, read by counsel. Until the book holds it, override the date on counsel's "
    "written answer, with the day on which to look again."
)

SETTLED_BY = {
    "facts_missing": "The fact that the record lacks: enter it from the judgment or the complaint.",
    "computation_failed": (
        "A date worked out by hand, recorded as an override, and a call to the help desk with the "
        "person's number."
    ),
    REVIEW: (
        "A new look at the decision: put in the date that holds now, or withdraw the decision so "
        "that the computed date returns."
    ),
    WITHOUT_OBJECT: "Withdraw the decision, or record what the sentence lacks to be computed.",
    "add_years_anniversary": "The day on which the term ends, from the judgment or the court.",
    "cons_chain_two_lists": "The courts' answer which sentence is served first; amend the others.",
    "cons_inmate_crime": _TERM,
    "cons_last_court": "Which court sentenced last. If it was another, its amended judgment.",
    "cons_life_first": "Nothing while the life sentence runs: record that the computation stands.",
    "cons_misdemeanor_tail": "The court's answer how the jail or probation term runs beside it.",
    "cons_needs_statute": "The section of law that allows it, named by the court; amend to add it.",
    "cons_parole_crime": _TERM,
    "csc1_25": "The person's age on the day and the court's answer about the minimum.",
    "csc_repeat_5": _TERM,
    "dc_mixed_regimes": _AWARD,
    "delay_past_year": "The court's order of delay: correct its day, or record that it stands.",
    "drug_2003_parole_iv": "The parole board's answer how the halves of the string are joined.",
    "drug_lifer_175": "The conviction record: enter whether there was another serious crime.",
    "drug_school_2": _TERM,
    "drug_minor_recruit_half": _TERM,
    "dt_scale": "The hearing report: enter the days of disciplinary time for the misconduct.",
    "eligibility_after_sentence_change": (
        "The ground of the parole: enter the board's order, or correct the day of release."
    ),
    "eng_monotone_checks": "The judgment: check its terms, its days and the credits entered.",
    "eng_unknown_list_member": "Counsel's answer whether the crime was listed; correct the code.",
    "epa_dates_table": "The department's list of emergency reductions; enter each as an order.",
    "esc_time_dead": "The day of return from escape: enter the end of the custody kind escape.",
    "fed_primary_custody_other": "The court's answer whether the Michigan terms run meanwhile.",
    "ff_excluded_predicates": _TERM,
    "ff_len": _AMENDED,
    "ff_only_predicate": "The felony that the firearm term precedes, as the judgment names it.",
    "ff_prior_needs_conviction": "The conviction record: was it the second or third such crime?",
    "flat_term": _AMENDED,
    "forfeit_floor_zero": "The forfeiture order: correct its days, or record that it stands.",
    "hab4_max_under5": _TERM,
    "hab_max_discretionary": _TERM,
    "hyta_age_2015": _TRAINEE,
    "hyta_age_2021": _TRAINEE,
    "hyta_age_old": _TRAINEE,
    "hyta_exclusions": _TRAINEE,
    "hyta_prison_2": _TERM,
    "hyta_prison_3": _TERM,
    "hyta_probation_3": _PROBATION,
    "indeterminate_required": _AMENDED,
    "jc_cap_by_span": _CREDIT,
    "jc_consecutive_once": _CREDIT,
    "jc_missing_on_count": "The court's answer whether the credit is meant for every count.",
    "jc_parolee_detainer": (
        "The day of the parole detainer, entered with the violation; then the court's answer about "
        "the credit."
    ),
    "jl_18": _YOUNG,
    "jl_19_20": _YOUNG,
    "jl_term_range": _TERM,
    "jl_under_18": _YOUNG,
    "jos_controls": _AMENDED,
    "juv_second_degree_parolable": _YOUNG,
    "life_nonparolable": "The offense code as charged; or counsel's answer, entered as a flag.",
    "lifer_law_pb_bar": "The answer of the parole board's counsel; override the date on it.",
    "mand_min_over_guidelines": _TERM,
    "mandatory_life_no_min": _TERM,
    "max_is_statutory": _TERM,
    "med_any_time": "The answer of the parole board's counsel about the older decision.",
    "med_exclusions": "The board's decision: take back the entry if it was made in error.",
    "min_le_max": _AMENDED,
    "misconduct_classes": "The hearing report: enter the class of the misconduct.",
    "no_years_to_life": _AMENDED,
    "one_year_jail_boundary": _TERM,
    "order_sentence": "The order itself: enter the sentence that it names.",
    "over_detention": (
        "The person's release today, or the day of release entered, or the court's order by which "
        "the person is held."
    ),
    "owi3_min": _TERM,
    "parole_sai_term": "The board's order: correct its term, or ask the board to amend it.",
    "parole_term_default": "The term in the board's order: enter it with the parole.",
    "parole_term_min2": "The board's order: correct its term, or ask the board to amend it.",
    "pb_no_special_parole": "The judge's approval: take back the entry if it was made in error.",
    "prob_extend_2x1": _PROBATION,
    "prob_extended_total": _PROBATION,
    "prob_extension_in_time": _PROBATION,
    "prob_felony_3": _PROBATION,
    "prob_felony_5": _PROBATION,
    "prob_jail_12": _PROBATION,
    "prob_lifetime": _TERM,
    "prob_misd_2": _PROBATION,
    "prob_not_available": _TERM,
    "pv_dead_time": (
        "The day the person was available for return: enter it with the parole violation."
    ),
    "pv_off_parole": (
        "The day of the violation and the board's last order on the parole: correct what is "
        "entered, or ask the board whether the sentence was discharged."
    ),
    "pv_sanction_cap_60": "The board's sanction order: correct its days, or release on the day.",
    "regime_continuing_offence": "The day the crime ended, found by the court; enter it.",
    "res_credit_jos_may_be_wrong": _CREDIT,
    "restore_not_lost_month": "The order of restoration: correct its days, or record it stands.",
    "sai_first_prison": "The unit's placement order: take it back if the person may not enter.",
    "sai_min_36": "The unit's placement order: take it back if the minimum is too long.",
    "sdc_rate": _AWARD,
    "sgt_cap_50": _AWARD,
    "sgt_on_max": _AWARD,
    "start_uses_jos_credit": _CREDIT,
    "tis_no_early_judge": "The judge's approval: take back the entry if it was made in error.",
    "tv_felony_caps": _PROBATION,
    "tv_misd_caps": _PROBATION,
    "tv_old_30": _PROBATION,
    "two_thirds_rule": _TERM,
}


def settled_by(rule: str) -> str:
    """What would settle a question of that rule."""
    return SETTLED_BY.get(rule, BOOK_SILENT)
