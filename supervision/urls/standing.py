"""Where a person's supervision stands: conditions, levels, caseloads and what is due."""

from django.urls import path

from supervision.views import (
    assignment,
    caseload,
    condition_writes,
    conditions,
    cover,
    levels,
    mutes,
    news,
    obligations,
    offers,
    overview,
    team,
    zones,
)

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
    path("supervision/team/regions/", team.team_regions, name="team-regions"),
    path("supervision/team/patterns/", team.team_patterns, name="team-patterns"),
    # What is due
    path("supervision/due/", obligations.due_list, name="due-list"),
    path("supervision/news/", news.news, name="news"),
    path("supervision/muted/", mutes.muted, name="muted"),
    path("people/<int:person>/due/mute/", mutes.line_mute, name="line-mute"),
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
]
