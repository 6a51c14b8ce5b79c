"""The closed catalogue of what a role may do; pages and services name one of these."""

from enum import Enum


class Permission(Enum):
    """A thing that may be done, named noun.verb."""

    HOME_VIEW = ("home.view", "May open the home page")
    PERSON_SEARCH = ("person.search", "May search for people")
    PERSON_VIEW = ("person.view", "May open a person's record")
    PERSON_RECORD = ("person.record", "May record a person and correct the facts")
    PEOPLE_EXPORT = ("people.export", "May export a list of people")
    CASELOAD_VIEW = ("caseload.view", "May see the own caseload")
    VISIT_RECORD = ("visit.record", "May record contacts, appointments and visits")
    CASE_ASSIGN = ("case.assign", "May assign people to agents")
    CONDITION_RECORD = ("condition.record", "May record, amend and end conditions of supervision")
    LEVEL_SET = ("level.set", "May set the level of supervision")
    LEVEL_OVERRIDE = ("level.override", "May approve a level other than the scores name")
    SENTENCE_VIEW = ("sentence.view", "May open a sentence")
    SENTENCE_IMPOSE = ("sentence.impose", "May enter a sentence")
    SENTENCE_AMEND = ("sentence.amend", "May amend or vacate a sentence")
    CUSTODY_RECORD = ("custody.record", "May record custody and movements")
    CONTACT_RECORD = ("contact.record", "May record addresses, telephones and jobs")
    WARRANT_RECORD = ("warrant.record", "May record warrants, holds and orders")
    COMPUTATION_VIEW = ("computation.view", "May see computed dates and their reasons")
    COMPUTATION_TRY = ("computation.try", "May try dates on a hypothetical case")
    COMPUTATION_RUN = ("computation.run", "May start a computation")
    COMPUTATION_SETTLE = ("computation.settle", "May settle questions and override dates")
    COMPUTATION_CERTIFY = ("computation.certify", "May certify computed dates as official")
    IMPACT_VIEW = ("impact.view", "May read what proposed laws would do")
    IMPACT_RUN = ("impact.run", "May run a proposed law over the population")
    AUDIT_VIEW = ("audit.view", "May read the audit trail")
    EVIDENCE_TAKE = ("evidence.take", "May take entries of the trail as evidence, values and all")
    PERSON_TRAIL = ("person.trail", "May see who looked at a record in reach, and who received it")
    ADMIN_USE = ("admin.use", "May administer users, offices and code tables")
    COMPONENTS_VIEW = ("components.view", "May see the page of components")
    ACCESS_EXPLAIN = ("access.explain", "May see who may see what, and preview it")
    COVER_ARRANGE = ("cover.arrange", "May arrange cover for agents of the own offices")
    REACH_GRANT = ("reach.grant", "May give a user one person's record until a day")
    KNOWN_DECLARE = ("known.declare", "May declare to know a person privately")
    GLASS_BREAK = ("glass.break", "May open a closed record in an emergency")
    GLASS_REVIEW = ("glass.review", "May judge what was opened in an emergency")
    RECORD_RESTRICT = ("record.restrict", "May close and seal records, and see who is closed")
    PERSON_RESTRICTED = ("person.restricted", "Sees employees, relatives and protected people")
    RECORD_SEALED = ("record.sealed", "Sees sealed records")
    CONSENT_RECORD = ("consent.record", "May record treatment and consents to disclose it")
    TEST_RECORD = ("test.record", "May record drug and alcohol tests")
    TEST_DRAW = ("test.draw", "May call groups for tests and check what was drawn")
    PROGRAM_RECORD = ("program.record", "May refer to programs and record attendance")
    MONEY_RECORD = ("money.record", "May record what is owed and paid")
    MONEY_ADJUST = ("money.adjust", "May waive what is owed and reverse entries")
    TRAINING_RECORD = ("training.record", "May record who completed which training")
    QUALITY_DRAW = ("quality.draw", "May draw samples to compare with court documents")
    QUALITY_REVIEW = ("quality.review", "May compare records with court documents")
    QUALITY_VIEW = ("quality.view", "May read how records compare with court documents")
    VIOLATION_VIEW = ("violation.view", "May read violations and what was answered")
    VIOLATION_REPORT = ("violation.report", "May report violations and propose an answer")
    VIOLATION_DECIDE = ("violation.decide", "May approve answers and decide violation reports")
    VIOLATION_SPECIALIST = ("violation.specialist", "May decide as parole violation specialist")
    VIOLATION_HEAR = ("violation.hear", "May record hearings, findings and dispositions")
    COMPACT_VIEW = ("compact.view", "May see cases of the interstate compact")
    COMPACT_ACT = ("compact.act", "May write activities of the interstate compact")
    COMPACT_ROUTE = ("compact.route", "May give cases and activities of the compact to others")
    COMPACT_RECORD = ("compact.record", "May record what happened to a case of the compact")
    RECOMMENDATION_PREPARE = (
        "recommendation.prepare",
        "May prepare recommendations",
    )
    RECOMMENDATION_DECIDE = ("recommendation.decide", "May decide on recommendations of agents")
    RECOMMENDATION_RULE = ("recommendation.rule", "May record what the court or board decided")
    ABSCONDING_RECORD = ("absconding.record", "May record who is out of touch and the search")
    TRAVEL_PERMIT = ("travel.permit", "May record and decide requests to travel")
    VICTIM_NOTIFY = ("victim.notify", "May record victims and what they were told")
    SCOPE_STATEWIDE = ("scope.statewide", "Sees the people of the whole state")
    SCOPE_AGENCY_COURT = ("scope.court", "Sees people with a case in the own court")

    def __init__(self, codename: str, label: str) -> None:
        """Keep the Django codename and its label."""
        self.codename = codename
        self.label = label
