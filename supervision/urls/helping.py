"""What a person does and gets: tests, work and home, programs, money, risk and the case plan."""

from django.urls import path

from supervision.views import (
    drug_tests,
    means,
    money,
    overrides,
    plans,
    programs,
    random_selection,
    risk,
    verification,
)

urlpatterns = [
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
