"""The standard roles and what each starts with; an administrator changes them afterwards."""

from dataclasses import dataclass

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission
from django.db import models

from ots.access.categories import Action, Category, category_codename
from ots.access.permissions import Permission

C = Category
P = Permission

_PUBLIC_RECORD = (C.IDENTITY, C.IDENTIFIER, C.LEGAL, C.TIME, C.CUSTODY, C.SUPERVISION)
_CASE_WORK = (
    *_PUBLIC_RECORD,
    C.SENSITIVE_IDENTIFIER,
    C.CONTACT,
    C.WARRANT,
    C.RISK,
    C.SUBSTANCE_USE,
    C.TESTING,
    C.CONSENT,
    C.YOUTHFUL,
    C.VICTIM,
    C.FINANCIAL,
    C.STAFF,
)
_LOOKING_UP = (P.HOME_VIEW, P.PERSON_SEARCH, P.PERSON_VIEW)
_READING = (*_LOOKING_UP, P.SENTENCE_VIEW, P.COMPUTATION_VIEW)
_CLOSED_RECORDS = (P.RECORD_RESTRICT, P.PERSON_RESTRICTED, P.RECORD_SEALED)
_EMERGENCY = (P.GLASS_BREAK, P.KNOWN_DECLARE)
_VIOLATIONS = (P.VIOLATION_VIEW, P.VIOLATION_REPORT, P.VIOLATION_HEAR)
_COMPACT = (P.COMPACT_VIEW, P.COMPACT_ACT)
# Neither search nor record: what is theirs of a person is the compact case.
_COMPACT_ABROAD = (P.HOME_VIEW, *_COMPACT)
_AGENT = (
    *_READING,
    *_COMPACT,
    *_VIOLATIONS,
    *_EMERGENCY,
    P.CASELOAD_VIEW,
    P.OBLIGATION_EXCUSE,
    P.VISIT_RECORD,
    P.CONDITION_RECORD,
    P.LEVEL_SET,
    P.RISK_VIEW,
    P.RISK_ASSESS,
    P.PLAN_KEEP,
    P.PEOPLE_EXPORT,
    P.CONTACT_RECORD,
    P.WARRANT_RECORD,
    P.CONSENT_RECORD,
    P.RECOMMENDATION_PREPARE,
    P.ABSCONDING_RECORD,
    P.TRAVEL_PERMIT,
    P.TEST_RECORD,
    P.PROGRAM_RECORD,
    P.MONEY_RECORD,
)
# Those whom the law lets see a youthful trainee's record: MCL 762.14(4), recalled.
_YOUTHFUL = (C.YOUTHFUL,)
_AGENT_CHANGES = (
    C.CONTACT,
    C.SUPERVISION,
    C.RISK,
    C.WARRANT,
    C.SUBSTANCE_USE,
    C.TESTING,
    C.CONSENT,
    C.FINANCIAL,
    C.VICTIM,
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role of the statewide system with its first permissions."""

    name: str
    permissions: tuple[Permission, ...]
    sees: tuple[Category, ...]
    changes: tuple[Category, ...] = ()

    def codenames(self) -> set[str]:
        """Return all Django permissions the role starts with."""
        return {
            *(permission.codename for permission in self.permissions),
            *(category_codename(category, Action.VIEW) for category in self.sees),
            *(category_codename(category, Action.CHANGE) for category in self.changes),
        }


STANDARD_ROLES: tuple[Role, ...] = (
    Role(
        "Probation agent",
        (*_AGENT, P.CUSTODY_RECORD),
        _CASE_WORK,
        (*_AGENT_CHANGES, C.CUSTODY),
    ),
    Role(
        "Parole agent",
        (*_AGENT, P.CUSTODY_RECORD),
        (*_CASE_WORK, C.MENTAL_HEALTH),
        (*_AGENT_CHANGES, C.CUSTODY),
    ),
    Role(
        "Supervisor",
        (
            *_AGENT,
            P.COMPACT_ROUTE,
            P.TEAM_VIEW,
            P.CASE_ASSIGN,
            P.RECOMMENDATION_DECIDE,
            P.RECOMMENDATION_RULE,
            P.COVER_ARRANGE,
            P.REACH_GRANT,
            P.PERSON_TRAIL,
            P.CONCERN_ANSWER,
            P.TEST_DRAW,
            P.MONEY_ADJUST,
            P.VIOLATION_DECIDE,
            P.OBLIGATION_WAIVE,
            P.RISK_DECIDE,
            P.LEVEL_OVERRIDE,
        ),
        (*_CASE_WORK, C.MENTAL_HEALTH),
        _AGENT_CHANGES,
    ),
    Role(
        "Records and time-computation clerk",
        (
            *_READING,
            *_EMERGENCY,
            P.PERSON_RECORD,
            P.CONTACT_RECORD,
            P.SENTENCE_IMPOSE,
            P.SENTENCE_AMEND,
            P.CUSTODY_RECORD,
            P.COMPUTATION_RUN,
            P.COMPUTATION_TRY,
            P.COMPUTATION_SETTLE,
            P.COMPUTATION_CERTIFY,
            P.IMPACT_VIEW,
            P.IMPACT_RUN,
            P.PEOPLE_EXPORT,
            P.QUALITY_VIEW,
            P.CONCERN_ANSWER,
            P.SCOPE_STATEWIDE,
        ),
        (
            *_PUBLIC_RECORD,
            *_YOUTHFUL,
            C.SENSITIVE_IDENTIFIER,
            C.CONTACT,
            C.WARRANT,
            C.JUVENILE,
            C.STAFF,
        ),
        (
            C.IDENTITY,
            C.IDENTIFIER,
            C.SENSITIVE_IDENTIFIER,
            C.CONTACT,
            C.LEGAL,
            C.TIME,
            C.CUSTODY,
            C.JUVENILE,
        ),
    ),
    Role(
        "Parole board member",
        (
            *_READING,
            P.COMPUTATION_TRY,
            P.SCOPE_STATEWIDE,
            P.VIOLATION_VIEW,
            P.VIOLATION_HEAR,
            P.RECOMMENDATION_RULE,
            P.RISK_VIEW,
        ),
        (*_CASE_WORK, C.MEDICAL, C.MENTAL_HEALTH, C.JUVENILE),
        (C.SUPERVISION,),
    ),
    Role(
        "Parole violation specialist",
        (*_READING, P.SCOPE_STATEWIDE, P.VIOLATION_VIEW, P.VIOLATION_SPECIALIST, P.VIOLATION_HEAR),
        _CASE_WORK,
        (C.SUPERVISION, C.WARRANT, C.CUSTODY),
    ),
    Role(
        "Court user",
        (*_READING, P.COMPUTATION_TRY, P.SCOPE_AGENCY_COURT),
        (*_PUBLIC_RECORD, *_YOUTHFUL, C.WARRANT),
    ),
    Role(
        "Law-enforcement user",
        (*_LOOKING_UP, P.SCOPE_STATEWIDE),
        (C.IDENTITY, C.IDENTIFIER, C.CONTACT, C.CUSTODY, C.WARRANT, C.SUPERVISION, *_YOUTHFUL),
    ),
    Role(
        "Compact office",
        (
            *_READING,
            *_COMPACT,
            P.COMPACT_ROUTE,
            P.COMPACT_RECORD,
            P.PEOPLE_EXPORT,
            P.MESSAGE_SETTLE,
            P.CONCERN_ANSWER,
            P.SCOPE_STATEWIDE,
        ),
        (*_PUBLIC_RECORD, C.CONTACT, C.WARRANT, C.RISK, C.VICTIM, C.STAFF),
    ),
    # Of another member: reaches the cases with that member, and of their people nothing else.
    Role(
        "Other state's compact office",
        (*_COMPACT_ABROAD, P.COMPACT_ROUTE, P.COMPACT_RECORD),
        (*_PUBLIC_RECORD, C.CONTACT, C.WARRANT, C.RISK),
    ),
    Role(
        "Other state's agent",
        _COMPACT_ABROAD,
        (*_PUBLIC_RECORD, C.CONTACT, C.WARRANT, C.RISK),
    ),
    Role(
        "Victim services",
        (*_LOOKING_UP, P.COMPUTATION_VIEW, P.SCOPE_STATEWIDE, P.VICTIM_NOTIFY),
        (C.IDENTITY, C.LEGAL, C.TIME, C.CUSTODY, C.VICTIM),
        (C.VICTIM,),
    ),
    Role(
        "Restricted records custodian",
        (*_READING, *_CLOSED_RECORDS, P.SCOPE_STATEWIDE, P.REACH_GRANT, P.CONCERN_ANSWER),
        (*_PUBLIC_RECORD, *_YOUTHFUL, C.JUVENILE, C.WARRANT, C.STAFF),
    ),
    Role(
        "Security officer",
        (P.HOME_VIEW, P.GLASS_REVIEW, P.ACCESS_EXPLAIN, P.INCIDENT_HANDLE, P.CONCERN_ANSWER),
        (C.STAFF,),
    ),
    Role(
        "Auditor",
        (
            P.HOME_VIEW,
            P.AUDIT_VIEW,
            P.EVIDENCE_TAKE,
            P.ACCESS_EXPLAIN,
            P.QUALITY_VIEW,
            P.QUALITY_DRAW,
        ),
        (C.STAFF,),
    ),
    Role(
        "Data-quality reviewer",
        (*_READING, P.SCOPE_STATEWIDE, P.QUALITY_VIEW, P.QUALITY_DRAW, P.QUALITY_REVIEW),
        (C.IDENTITY, C.IDENTIFIER, C.LEGAL, C.TIME, C.STAFF),
    ),
    Role("Training coordinator", (P.HOME_VIEW, P.TRAINING_RECORD), (C.STAFF,)),
    Role("Attorney", (P.HOME_VIEW, P.COMPUTATION_TRY), ()),
    Role("Analyst", (P.HOME_VIEW, P.IMPACT_VIEW, P.IMPACT_RUN), ()),
    Role(
        "Administrator",
        (
            P.HOME_VIEW,
            P.ADMIN_USE,
            P.COMPONENTS_VIEW,
            P.ACCESS_EXPLAIN,
            P.TRAINING_RECORD,
            P.IMPACT_VIEW,
            P.IMPACT_RUN,
        ),
        (),
    ),
)


def create_missing_roles(*, app_config: AppConfig, using: str, **_: object) -> None:
    """Create the standard roles that do not exist; never touch one an administrator changed.

    A right that came with this release is given to the roles that start with it: no administrator
    can have decided about it before.
    """
    before = set(_rights().values_list("codename", flat=True))
    create_permissions(app_config, verbosity=0, using=using)
    held = {permission.codename: permission for permission in _rights()}
    for role in STANDARD_ROLES:
        group, created = Group.objects.get_or_create(name=role.name)
        wanted = role.codenames() if created else role.codenames() - before
        group.permissions.add(*(held[codename] for codename in sorted(wanted)))


def _rights() -> "models.QuerySet[DjangoPermission]":
    return DjangoPermission.objects.filter(content_type__model="capability")
