"""Every field of every table is in a category, or its table is named here with the reason."""

import pytest
from django.apps import apps

from ots.access.fields import declared_fields, protected_models

# Tables that say nothing about a person under the system's care.
OPEN_TABLES = {
    "access.Agency": "a public body",
    "access.Office": "a public office",
    "access.County": "a place",
    "access.User": "staff, shown by name where they act; read only in administration",
    "access.Capability": "has no rows, names rights",
    "access.Region": "a group of public offices",
    "access.RegionUserObjectPermission": "which staff supervise a region",
    "access.RegionGroupObjectPermission": "which roles supervise a region",
    "access.Cover": "which staff look after whose people, and when",
    "access.EmergencyTerm": "a number of minutes",
    "access.OfficeUserObjectPermission": "which staff supervise an office",
    "access.OfficeGroupObjectPermission": "which roles supervise an office",
    "access.CodeApp": "the own second factor of staff",
    "access.Passkey": "the own second factor of staff",
    "access.RecoveryCode": "the own second factor of staff",
    "access.SignInProvider": "where an agency's staff sign in",
    "access.ProviderIdentity": "who of the staff is whom at the own agency",
    "access.AccountReview": "what was decided of an account of staff",
    "access.AccountAttributes": "what the policy asks to be known of an account of staff",
    "access.IdleLimit": "a number of minutes",
    "access.SignInSession": "where staff are signed in; their own page and administration",
    "access.WrongTries": "wrong tries to sign in",
    "access.KeptForm": "sealed, opened for its author alone",
    "access.Course": "what staff are to learn",
    "access.RequiredTraining": "what staff are to learn",
    "audit.AuditSeal": "hashes of the trail",
    "audit.AuditArchive": "hashes of the trail",
    "oversight.Review": "what an auditor concluded; counts alone",
    "oversight.Incident": "what staff noticed; opened by those alone who handle incidents",
    "oversight.IncidentStep": "what was done of an incident; opened by those alone who handle it",
    "oversight.IncidentNotice": "who was told; opened by those alone who handle incidents",
    "oversight.ReportingTime": "a number of hours",
    "oversight.Concern": "what users say is wrong; opened by who told it and who answers it",
    "oversight.ConcernStep": "what was answered; opened by who told it and who answers it",
    "quality.Draw": "how a sample was drawn; nobody of it",
    "quality.Target": "a number of the policy",
    "quality.Weight": "a number of the policy",
    "supervision.ContactStandard": "a number of the policy",
    "supervision.Barrier": "a code of the policy",
    "supervision.ContactOutcome": "a code of the policy",
    "supervision.DuressWord": "sealed, compared and never shown",
    "supervision.EscalationEntry": "whom an office calls for its staff",
    "supervision.SyncState": "when a feed was last heard",
    "supervision.WorkloadWeight": "a number of the policy",
    "supervision.DrugPanel": "which substances are tested together",
    "supervision.PanelSubstance": "which substances are tested together",
    "supervision.Cutoff": "numbers of laboratories",
    "supervision.CallScheme": "how an office calls groups; nobody of them",
    "supervision.SeedCommitment": "the hash of a number",
    "supervision.Program": "what is offered to people",
    "supervision.DelinquencyBand": "a number of the policy",
    "interstate.Member": "a state",
    "interstate.CompactOffice": "a public office",
    "interstate.Delegate": "staff, shown by name where they act; read only in administration",
    "interstate.Closing": "days on which a public office is closed",
    "interstate.TellingRule": "a rule of the compact",
    "interstate.ReminderRule": "a number of the policy",
    "interstate.SavedReport": "which list staff look at, under a name of theirs; their own page",
    "interstate.ReminderWish": "how staff want to be reminded; their own page",
    "offenders.Court": "a public body",
    "supervision.NoticeRule": "a rule of the law",
    "supervision.AuthorizedPosts": "a number of the budget",
    "supervision.PatternNote": "what an office says of its own figures; it names nobody",
    "supervision.OffenseListing": "sections of the law",
    "supervision.GridCell": "a level of the policy",
    "supervision.GridInForce": "a choice of the policy",
    "supervision.ResponseKind": "an answer of the catalogue",
    "supervision.ViolationCode": "a code of the policy",
    "offenders.Facility": "a place",
    "offenders.Statute": "the law",
    "supervision.GuidelineBound": "a number of the policy",
    "supervision.GuidelineFactor": "a number of the policy",
    "supervision.InstrumentLevel": "a number of the policy",
    "supervision.NeedCutoff": "a number of the policy",
    "supervision.ConditionTemplate": "a catalogue of conditions; nobody's",
    "supervision.LevelRule": "a number of the policy",
}


def our_models():
    django_s_own = {"admin", "auth", "contenttypes", "sessions", "guardian", "auditlog"}
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label not in django_s_own and not model._meta.proxy
    ]


# What a list's query adds to its rows.
COUNTED_BY_LISTS = {
    "timecomp.Computation": {"certified_by_me"},
    "timecomp.ComputationException": {"release"},
}

# In no category, so that they show nowhere at all: copies of values of many categories.
SHOWN_NOWHERE = {"audit.AuditEntry": {"serialized_data", "changes_text", "sealed_terms"}}


def guarded_models():
    return [model for model in our_models() if model._meta.label not in OPEN_TABLES]


@pytest.mark.parametrize("model", guarded_models(), ids=lambda model: model._meta.label)
def test_every_field_is_in_a_category(model):
    columns = [*model._meta.concrete_fields, *model._meta.many_to_many]
    known = declared_fields(model).keys() | SHOWN_NOWHERE.get(model._meta.label, set())
    missing = [each.name for each in columns if each.name not in known]
    assert missing == [], f"Add them to {model._meta.app_label}/protection.py."


def test_no_table_is_both_open_and_protected():
    assert not {model._meta.label for model in protected_models()} & OPEN_TABLES.keys()


def test_every_open_table_still_exists():
    assert OPEN_TABLES.keys() <= {model._meta.label for model in our_models()}


@pytest.mark.parametrize("model", protected_models(), ids=lambda model: model._meta.label)
def test_every_category_is_of_something_that_exists(model):
    names = {each.name for each in model._meta.get_fields()}
    names |= {each.get_accessor_name() for each in model._meta.related_objects}
    # What a list adds to its rows is annotated on the model.
    names |= model.__annotations__.keys() | COUNTED_BY_LISTS.get(model._meta.label, set())
    unknown = [
        name for name in declared_fields(model) if name not in names and not hasattr(model, name)
    ]
    assert unknown == [], "These are declared but are no fields, links or properties."
