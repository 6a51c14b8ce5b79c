"""The words of the pages: dates, credits and regimes as a reader knows them."""

DATE_WORDS = {
    "earliest_release_date": "Earliest release date",
    "maximum_discharge_date": "Maximum discharge date",
    "parole_discharge_date": "Parole discharge date",
    "start": "Start",
    "calendar_minimum": "Calendar minimum",
    "calendar_maximum": "Calendar maximum",
    "net_minimum": "Net minimum",
    "net_maximum": "Net maximum",
    "projected_minimum": "Projected minimum",
    "projected_maximum": "Projected maximum",
    "parole_eligibility": "Parole eligibility",
}
CREDIT_WORDS = {
    "regular_good_time": "Regular good time",
    "special_good_time": "Special good time",
    "disciplinary_credit": "Disciplinary credit",
    "special_disciplinary_credit": "Special disciplinary credit",
}
OFFENDER_DATES = ("earliest_release_date", "maximum_discharge_date", "parole_discharge_date")
SENTENCE_DATES = tuple(name for name in DATE_WORDS if name not in OFFENDER_DATES)
