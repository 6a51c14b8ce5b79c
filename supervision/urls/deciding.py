"""What is decided: violations, recommendations, searches, travel, victims."""

from django.urls import path

from supervision.views import (
    absconding,
    paper,
    proceedings,
    recommendations,
    responses,
    travel,
    victims,
    violations,
)

urlpatterns = [
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
]
