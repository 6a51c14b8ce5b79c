"""Pages of supervision."""

from django.urls import path

from supervision.views import (
    absconding,
    appointments,
    assignment,
    calendar,
    caseload,
    condition_writes,
    conditions,
    contacts,
    cover,
    drug_tests,
    levels,
    means,
    money,
    obligations,
    offers,
    overrides,
    overview,
    paper,
    plans,
    proceedings,
    programs,
    random_selection,
    recommendations,
    responses,
    risk,
    safety,
    team,
    travel,
    verification,
    victims,
    violations,
    visits,
    zones,
)

app_name = "supervision"
_PERSON = "people/<int:person>/supervision/"
_CONDITION = f"{_PERSON}conditions/<int:condition>/"
urlpatterns = [
    # The person's supervision
    path("people/<int:person>/supervision/", overview.overview, name="overview"),
    # Conditions, zones and levels
    path(f"{_PERSON}conditions/", conditions.conditions, name="conditions"),
    path(f"{_PERSON}conditions.pdf", conditions.conditions_print, name="conditions-print"),
    path(f"{_PERSON}conditions/add/", condition_writes.condition_choose, name="condition-choose"),
    path(
        f"{_PERSON}conditions/add/standard/",
        condition_writes.condition_standard,
        name="condition-standard",
    ),
    path(
        f"{_PERSON}conditions/add/<int:template>/",
        condition_writes.condition_add,
        name="condition-add",
    ),
    path(
        f"{_PERSON}conditions/notice/", condition_writes.condition_notice, name="condition-notice"
    ),
    path(_CONDITION, conditions.condition, name="condition"),
    path(f"{_CONDITION}amend/", condition_writes.condition_amend, name="condition-amend"),
    path(f"{_CONDITION}rest/", condition_writes.condition_rest, name="condition-rest"),
    path(f"{_CONDITION}end/", condition_writes.condition_end, name="condition-end"),
    path(f"{_CONDITION}zones/draw/", zones.zone_draw, name="zone-draw"),
    path(f"{_PERSON}zones/", zones.zones, name="zones"),
    path(f"{_PERSON}zones/<int:zone>/end/", zones.zone_end, name="zone-end"),
    path(f"{_PERSON}levels/", levels.levels, name="levels"),
    path(f"{_PERSON}levels/set/", levels.level_set, name="level-set"),
    # Cases between offices
    path("caseload/offers/", offers.offers, name="offers"),
    path(f"{_PERSON}offer/", offers.case_offer, name="case-offer"),
    path(f"{_PERSON}offer/<int:offer>/accept/", offers.offer_accept, name="offer-accept"),
    path(f"{_PERSON}offer/<int:offer>/refuse/", offers.offer_refuse, name="offer-refuse"),
    # Caseload and assignment
    path("caseload/", caseload.caseload_list, name="caseload"),
    path("caseload/export/", caseload.caseload_export, name="caseload-export"),
    path("caseload/cover/", cover.cover, name="cover"),
    path("caseload/cover/<int:cover>/end/", cover.cover_end, name="cover-end"),
    path("people/<int:person>/assign/", assignment.case_assign, name="case-assign"),
    # A supervisor's team
    path("supervision/team/", team.team, name="team"),
    path("supervision/team/offices/", team.team_offices, name="team-offices"),
    path("supervision/team/patterns/", team.team_patterns, name="team-patterns"),
    # What is due
    path("supervision/due/", obligations.due_list, name="due-list"),
    path("people/<int:person>/due/", obligations.person_due, name="person-due"),
    path(
        "people/<int:person>/due/before/",
        obligations.person_due_history,
        name="person-due-history",
    ),
    path(
        "people/<int:person>/due/<int:obligation>/excuse/",
        obligations.obligation_excuse,
        name="obligation-excuse",
    ),
    # Drug and alcohol tests
    path("people/<int:person>/tests/", drug_tests.person_tests, name="person-tests"),
    path("people/<int:person>/tests/record/", drug_tests.test_record, name="test-record"),
    path("people/<int:person>/tests/<int:test>/", drug_tests.person_test, name="person-test"),
    path(
        "people/<int:person>/tests/<int:test>/results/",
        drug_tests.test_results,
        name="test-results",
    ),
    path(
        "people/<int:person>/tests/<int:test>/custody/",
        drug_tests.test_custody,
        name="test-custody",
    ),
    path(
        "people/<int:person>/tests/<int:test>/admission/",
        drug_tests.test_admission,
        name="test-admission",
    ),
    path("people/<int:person>/tests/<int:test>/void/", drug_tests.test_void, name="test-void"),
    path("people/<int:person>/tests/group/", random_selection.group_join, name="group-join"),
    path("tests/groups/", random_selection.call_groups, name="call-groups"),
    path("tests/draws/<int:drawing>/", random_selection.draw_proof, name="draw-proof"),
    # Work and home
    path("people/<int:person>/checks/", verification.person_checks, name="person-checks"),
    path(
        "people/<int:person>/checks/employment/",
        verification.employment_check,
        name="employment-check",
    ),
    path(
        "people/<int:person>/checks/residence/",
        verification.residence_check,
        name="residence-check",
    ),
    # Programs
    path("people/<int:person>/programs/", programs.person_programs, name="person-programs"),
    path("people/<int:person>/programs/refer/", programs.program_refer, name="program-refer"),
    path(
        "people/<int:person>/programs/<int:referral>/",
        programs.person_program,
        name="person-program",
    ),
    path(
        "people/<int:person>/programs/<int:referral>/step/",
        programs.program_step,
        name="program-step",
    ),
    path(
        "people/<int:person>/programs/<int:referral>/session/",
        programs.session_record,
        name="session-record",
    ),
    path("programs/session/", programs.session_list, name="session-list"),
    # Money
    path("people/<int:person>/money/", money.person_money, name="person-money"),
    path("people/<int:person>/money/payment/", money.payment_record, name="payment-record"),
    path("people/<int:person>/money/charge/", money.charge_record, name="charge-record"),
    path("people/<int:person>/money/fee/", means.fee_charge, name="fee-charge"),
    path("people/<int:person>/money/ability/", means.ability_state, name="ability-state"),
    path("people/<int:person>/money/plan/", means.plan_set, name="plan-set"),
    path("people/<int:person>/money/debts/<int:debt>/waive/", money.debt_waive, name="debt-waive"),
    path("people/<int:person>/money/entries/<int:posting>/", money.money_entry, name="money-entry"),
    path(
        "people/<int:person>/money/entries/<int:posting>/reverse/",
        money.entry_reverse,
        name="entry-reverse",
    ),
    path(
        "people/<int:person>/money/entries/<int:posting>/receipt/",
        money.payment_receipt,
        name="payment-receipt",
    ),
    # Contacts and appointments
    path("people/<int:person>/supervision/contacts/", contacts.contacts, name="contacts"),
    path(
        "people/<int:person>/supervision/contacts/record/",
        contacts.contact_record,
        name="contact-record",
    ),
    path(
        "people/<int:person>/supervision/contacts/missed/",
        contacts.contact_missed,
        name="contact-missed",
    ),
    path(
        "people/<int:person>/supervision/contacts/<int:contact>/",
        contacts.contact_one,
        name="contact-one",
    ),
    path(
        "people/<int:person>/supervision/contacts/<int:contact>/correct/",
        contacts.contact_correct,
        name="contact-correct",
    ),
    path(
        "people/<int:person>/supervision/contacts/<int:contact>/report/",
        contacts.contact_report,
        name="contact-report",
    ),
    path(
        "people/<int:person>/supervision/contacts/pictures/<int:photo>/",
        contacts.contact_photo,
        name="contact-photo",
    ),
    path(
        "people/<int:person>/supervision/appointments/add/",
        appointments.appointment_add,
        name="appointment-add",
    ),
    path(
        "people/<int:person>/supervision/appointments/<int:appointment>/move/",
        appointments.appointment_move,
        name="appointment-move",
    ),
    # Safety of visits, and reminders
    path("people/<int:person>/supervision/safety/", safety.safety, name="safety"),
    path("people/<int:person>/supervision/safety/near-miss/", safety.near_miss, name="near-miss"),
    path(
        "people/<int:person>/supervision/safety/visit-sheet/",
        safety.visit_sheet,
        name="visit-sheet",
    ),
    path("people/<int:person>/supervision/reminders/", safety.reminders, name="reminders"),
    path("visits/", visits.visits, name="visits"),
    path("visits/back/", visits.visits_back, name="visits-back"),
    path("visits/longer/", visits.visits_longer, name="visits-longer"),
    path("visits/word/", visits.visits_word, name="visits-word"),
    path("visits/<int:outing>/seen/", visits.visits_seen, name="visits-seen"),
    path("visits/<int:outing>/end/", visits.visits_end, name="visits-end"),
    # The calendar of an agent
    path("calendar/", calendar.calendar_day, name="calendar"),
    path("calendar/week/", calendar.calendar_week, name="calendar-week"),
    path("calendar/route/", calendar.calendar_route, name="calendar-route"),
    path("calendar/appointments.ics", calendar.calendar_download, name="calendar-file"),
    path("calendar/read/<str:towards>/", appointments.moment_echo, name="moment-echo"),
    # Assessments of risk and needs
    path("people/<int:person>/supervision/risk/", risk.risk, name="risk"),
    path(
        "people/<int:person>/supervision/risk/assess/<str:instrument>/",
        risk.risk_assess,
        name="risk-assess",
    ),
    path("people/<int:person>/supervision/risk/results/", risk.tool_results, name="tool-results"),
    path("people/<int:person>/supervision/risk/<int:scoring>/", risk.scoring, name="scoring"),
    path(
        "people/<int:person>/supervision/risk/<int:scoring>/complete/",
        risk.scoring_complete,
        name="scoring-complete",
    ),
    path(
        "people/<int:person>/supervision/risk/<int:scoring>/print/",
        risk.scoring_print,
        name="scoring-print",
    ),
    path(
        "people/<int:person>/supervision/risk/<int:scoring>/use/",
        risk.scoring_use,
        name="scoring-use",
    ),
    path(
        "people/<int:person>/supervision/risk/<int:scoring>/override/",
        overrides.override_ask,
        name="override-ask",
    ),
    path(
        "people/<int:person>/supervision/risk/overrides/<int:override>/",
        overrides.override_decide,
        name="override-decide",
    ),
    path("supervision/overrides/", overrides.overrides, name="overrides"),
    # Violations, answers and proceedings
    path("violations/waiting/", responses.waiting, name="waiting"),
    path("people/<int:person>/supervision/violations/", violations.violations, name="violations"),
    path(
        "people/<int:person>/supervision/violations/report/",
        violations.violation_report,
        name="violation-report",
    ),
    path(
        "people/<int:person>/supervision/violations/<int:violation>/",
        violations.violation,
        name="violation",
    ),
    path(
        "people/<int:person>/supervision/violations/<int:violation>/state/",
        violations.allegation_state,
        name="allegation-state",
    ),
    path(
        "people/<int:person>/supervision/violations/<int:violation>/evidence/add/",
        violations.evidence_add,
        name="evidence-add",
    ),
    path(
        "people/<int:person>/supervision/violations/<int:violation>/evidence/<int:evidence>/",
        violations.evidence,
        name="evidence",
    ),
    path(
        "people/<int:person>/supervision/violations/answers/<int:response>/",
        responses.response,
        name="response",
    ),
    path(
        "people/<int:person>/supervision/violations/incentives/",
        responses.incentives,
        name="incentives",
    ),
    path(
        "people/<int:person>/supervision/violations/suggestions/",
        responses.suggestions,
        name="suggestions",
    ),
    path(
        "people/<int:person>/supervision/violations/escalation/",
        responses.escalation,
        name="escalation",
    ),
    path(
        "people/<int:person>/supervision/violations/proceedings/open/",
        proceedings.proceeding_open,
        name="proceeding-open",
    ),
    path(
        "people/<int:person>/supervision/violations/proceedings/<int:proceeding>/",
        proceedings.proceeding,
        name="proceeding",
    ),
    path(
        "people/<int:person>/supervision/violations/proceedings/<int:proceeding>/report/",
        proceedings.proceeding_report,
        name="proceeding-report",
    ),
    path(
        "people/<int:person>/supervision/violations/proceedings/<int:proceeding>/step/<str:move>/",
        proceedings.proceeding_step,
        name="proceeding-step",
    ),
    path(
        "people/<int:person>/supervision/violations/proceedings/<int:proceeding>/find/<int:violation>/",
        proceedings.finding,
        name="finding",
    ),
    path(
        "people/<int:person>/supervision/violations/proceedings/<int:proceeding>/decide/",
        proceedings.disposition,
        name="disposition",
    ),
    path(
        "people/<int:person>/supervision/violations/proceedings/<int:proceeding>/clock/",
        proceedings.clock_mark,
        name="clock-mark",
    ),
    path(
        "people/<int:person>/supervision/violations/proceedings/<int:proceeding>/packet/",
        proceedings.proceeding_packet,
        name="proceeding-packet",
    ),
    # Eligibility and recommendations
    path("eligible/", recommendations.eligible, name="eligible"),
    path(
        "recommendations/", recommendations.recommendations_waiting, name="recommendations-waiting"
    ),
    path(
        "people/<int:person>/supervision/recommendations/",
        recommendations.recommendations,
        name="recommendations",
    ),
    path(
        "people/<int:person>/supervision/recommendations/prepare/",
        recommendations.recommendation_prepare,
        name="recommendation-prepare",
    ),
    path(
        "people/<int:person>/supervision/recommendations/put-off/",
        recommendations.opportunity_put_off,
        name="opportunity-put-off",
    ),
    path(
        "people/<int:person>/supervision/recommendations/<int:recommendation>/",
        recommendations.recommendation,
        name="recommendation",
    ),
    path(
        "people/<int:person>/supervision/recommendations/<int:recommendation>/print/",
        paper.recommendation_print,
        name="recommendation-print",
    ),
    # Out of touch
    path("absconders/", absconding.absconders, name="absconders"),
    path("people/<int:person>/supervision/absconding/", absconding.absconding, name="absconding"),
    path(
        "people/<int:person>/supervision/absconding/open/",
        absconding.absconding_open,
        name="absconding-open",
    ),
    path(
        "people/<int:person>/supervision/absconding/attempt/",
        absconding.attempt_record,
        name="attempt-record",
    ),
    path(
        "people/<int:person>/supervision/absconding/close/",
        absconding.absconding_close,
        name="absconding-close",
    ),
    path(
        "people/<int:person>/supervision/absconding/packet/",
        paper.absconding_packet,
        name="absconding-packet",
    ),
    # Travel
    path("people/<int:person>/supervision/travel/", travel.travel, name="travel"),
    path("people/<int:person>/supervision/travel/ask/", travel.travel_ask, name="travel-ask"),
    path(
        "people/<int:person>/supervision/travel/<int:permit>/",
        travel.travel_decide,
        name="travel-decide",
    ),
    path(
        "people/<int:person>/supervision/travel/<int:permit>/return/",
        travel.travel_return,
        name="travel-return",
    ),
    path(
        "people/<int:person>/supervision/travel/<int:permit>/print/",
        paper.travel_print,
        name="travel-print",
    ),
    # Victims
    path("victim-notices/", victims.victim_notices, name="victim-notices"),
    path("people/<int:person>/victims/", victims.victims, name="victims"),
    path("people/<int:person>/victims/record/", victims.victim_record, name="victim-record"),
    path(
        "people/<int:person>/victims/<int:victim>/", victims.victim_correct, name="victim-correct"
    ),
    path(
        "people/<int:person>/victims/notices/<int:notice>/",
        victims.notice_attempt,
        name="notice-attempt",
    ),
    # Case plan
    path("people/<int:person>/supervision/plan/", plans.plan, name="plan"),
    path("people/<int:person>/supervision/plan/print/", plans.plan_print, name="plan-print"),
    path("people/<int:person>/supervision/plan/begin/", plans.plan_begin, name="plan-begin"),
    path("people/<int:person>/supervision/plan/sign/", plans.plan_sign, name="plan-sign"),
    path("people/<int:person>/supervision/plan/review/", plans.plan_review, name="plan-review"),
    path("people/<int:person>/supervision/plan/close/", plans.plan_close, name="plan-close"),
    path("people/<int:person>/supervision/plan/goals/add/", plans.goal_add, name="goal-add"),
    path(
        "people/<int:person>/supervision/plan/goals/<int:goal>/",
        plans.goal_change,
        name="goal-change",
    ),
    path(
        "people/<int:person>/supervision/plan/goals/<int:goal>/drop/",
        plans.goal_drop,
        name="goal-drop",
    ),
    path(
        "people/<int:person>/supervision/plan/goals/<int:goal>/progress/",
        plans.goal_progress,
        name="goal-progress",
    ),
    path(
        "people/<int:person>/supervision/plan/goals/<int:goal>/steps/",
        plans.step_add,
        name="step-add",
    ),
    path(
        "people/<int:person>/supervision/plan/steps/<int:step>/done/",
        plans.step_done,
        name="step-done",
    ),
]
