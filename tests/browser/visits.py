"""The pages as people meet them: who opens each, with what question, and its main action."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Visit:
    """One page as one of the cast opens it."""

    page: str
    who: str
    # What the keyboard must reach.
    action: str
    query: str = ""
    # What is typed into a search, as name=text.
    search: str = ""
    # Tells visits of the same page apart.
    title: str = ""
    # Complaints about what is not ours to change, with the reason.
    excused: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the name of tests and pictures."""
        return self.page.replace(":", "-") + (f"-{self.title}" if self.title else "")


DJANGO_S_OWN = {"label-title-only": "the search box is labelled by its icon's text"}

VISITS: tuple[Visit, ...] = (
    Visit("access:sign-in", "nobody", "button:text('Sign in')"),
    Visit("home", "olivia", ".ots-main a", title="agent"),
    Visit("home", "sam", ".ots-main a", title="supervisor"),
    Visit("home", "tim", ".ots-main a", title="clerk"),
    Visit("home", "paula", ".ots-main button", title="police"),
    Visit("supervision:caseload", "olivia", ".ots-main table a"),
    Visit("supervision:case-assign", "sam", ".ots-main button"),
    Visit("offenders:person-search", "olivia", ".ots-main button", title="empty"),
    Visit(
        "offenders:person-search", "olivia", ".ots-main a", search="q=featherston", title="found"
    ),
    Visit(
        "offenders:person-search", "tim", ".ots-main button", search="q=Nobodyhasthis", title="none"
    ),
    Visit("offenders:person-record", "tim", ".ots-main button"),
    Visit("offenders:person", "olivia", ".ots-main a", title="agent"),
    Visit("offenders:person", "tim", ".ots-main a", title="clerk"),
    Visit("offenders:person", "paula", ".ots-main a", title="police"),
    Visit("offenders:person-timeline", "olivia", ".ots-main a"),
    Visit("offenders:person-legal", "tim", ".ots-main a"),
    Visit("offenders:person-custody", "olivia", ".ots-main a"),
    Visit("offenders:person-identity", "tim", ".ots-main a"),
    Visit("offenders:person-orders", "olivia", ".ots-main a"),
    Visit("offenders:name-correct", "tim", ".ots-main button"),
    Visit("offenders:identifier-add", "tim", ".ots-main button"),
    Visit("offenders:address-add", "olivia", ".ots-main button"),
    Visit("offenders:photograph-add", "tim", ".ots-main button"),
    Visit("offenders:custody-record", "olivia", ".ots-main button"),
    Visit("offenders:custody-release", "olivia", ".ots-main button"),
    Visit("offenders:warrant-record", "olivia", ".ots-main button"),
    Visit("offenders:time-order-record", "tim", ".ots-main button[type=submit]"),
    Visit("offenders:sentence", "tim", ".ots-main a"),
    Visit("offenders:sentence-impose", "tim", ".ots-main button[type=submit]"),
    Visit("offenders:sentence-amend", "tim", ".ots-main button[type=submit]"),
    Visit("offenders:sentence-vacate", "tim", ".ots-main button[type=submit]"),
    Visit("offenders:emergency-open", "oscar", ".ots-main button[type=submit]"),
    Visit("offenders:emergency-reviews", "seth", ".ots-main article a"),
    Visit("offenders:emergency-review", "seth", ".ots-main button[type=submit]"),
    Visit("offenders:roles", "audrey", ".ots-main a"),
    Visit("offenders:access-preview", "adam", ".ots-main button"),
    Visit("offenders:person-access", "sam", ".ots-main button[type=submit]"),
    Visit("offenders:person-known", "olivia", ".ots-main button[type=submit]"),
    Visit("offenders:person-restrict", "cleo", ".ots-main button[type=submit]"),
    Visit("offenders:closure-lift", "cleo", ".ots-main button[type=submit]"),
    Visit("offenders:record-seal", "cleo", ".ots-main button[type=submit]"),
    Visit("offenders:record-unseal", "cleo", ".ots-main button[type=submit]"),
    Visit("offenders:person-treatment", "olivia", ".ots-main a"),
    Visit("offenders:treatment-record", "olivia", ".ots-main button[type=submit]"),
    Visit("offenders:consent-record", "olivia", ".ots-main button[type=submit]"),
    Visit("offenders:consent-revoke", "olivia", ".ots-main button[type=submit]"),
    Visit("supervision:cover", "olivia", ".ots-main button[type=submit]"),
    Visit("timecomp:person-dates", "tim", ".ots-main a"),
    Visit("timecomp:person-date-worksheet", "tim", ".ots-main a"),
    Visit("timecomp:person-worksheet", "tim", ".ots-main a"),
    Visit("timecomp:person-compare", "tim", ".ots-main a"),
    Visit("timecomp:person-try", "tim", ".ots-main button"),
    Visit("timecomp:case-try", "tim", ".ots-main button"),
    Visit("timecomp:overview", "tim", ".ots-main a"),
    Visit("timecomp:date-decide", "tim", ".ots-main button[type=submit]"),
    Visit("timecomp:person-certify", "tim", ".ots-main button[type=submit]"),
    Visit("timecomp:certification", "tim", ".ots-main table a"),
    Visit("timecomp:release-list", "tim", ".ots-main a"),
    Visit("timecomp:nightly-runs", "tim", ".ots-main a"),
    Visit("timecomp:nightly-run", "tim", ".ots-main a"),
    Visit("timecomp:nightly-law", "tim", ".ots-main a"),
    Visit("timecomp:law-rules", "tim", ".ots-main a"),
    Visit("timecomp:law-rules", "tim", ".ots-main a", "?rule=start_single", title="one"),
    Visit("timecomp:law-rules", "tim", ".ots-main a", "?show=amounts", title="amounts"),
    Visit("timecomp:person-plain", "tim", ".ots-main a"),
    Visit("timecomp:victim-dates", "tim", ".ots-main a"),
    Visit("timecomp:projections", "tim", ".ots-main button[type=submit]"),
    Visit("timecomp:projection", "tim", ".ots-main a"),
    Visit("timecomp:impact", "tim", ".ots-main table a"),
    Visit("timecomp:impact-start", "tim", ".ots-main button[type=submit]"),
    Visit("timecomp:impact-run", "tim", ".ots-main a"),
    Visit("timecomp:impact-people", "tim", ".ots-main table a"),
    Visit("access:account", "olivia", ".ots-main button"),
    Visit("access:own-factors", "olivia", ".ots-main a"),
    Visit("access:factor-add", "olivia", ".ots-main button"),
    Visit("access:own-sessions", "olivia", ".ots-main a"),
    Visit("access:own-training", "olivia", ".ots-main a"),
    Visit("access:accounts", "adam", ".ots-main table a"),
    Visit("access:account-detail", "adam", ".ots-main button"),
    Visit("access:components", "adam", ".ots-main button"),
    Visit("access:training-report", "adam", ".ots-main a"),
    Visit("access:training-record", "adam", ".ots-main button"),
    Visit("oversight:overview", "audrey", ".ots-main a"),
    Visit("oversight:trail-search", "audrey", ".ots-main button"),
    Visit("oversight:trail-entry", "audrey", ".ots-main a"),
    Visit("oversight:trail-evidence", "audrey", ".ots-main a"),
    Visit("oversight:saved-question", "audrey", ".ots-main button"),
    Visit("oversight:disclosure-log", "audrey", ".ots-main button"),
    Visit("oversight:person-trail", "sam", ".ots-main a"),
    Visit("oversight:person-disclosures", "sam", ".ots-main a"),
    Visit("quality:overview", "quinn", ".ots-main a"),
    Visit("quality:sample-draw", "quinn", ".ots-main button[type=submit]"),
    Visit("quality:sample", "quinn", ".ots-main table a"),
    Visit("quality:documents", "quinn", ".ots-main button[type=submit]"),
    Visit("quality:findings", "quinn", ".ots-main table a"),
    Visit("quality:finding", "quinn", ".ots-main a"),
    Visit("quality:rates", "quinn", ".ots-main a"),
    Visit("quality:measures", "quinn", ".ots-main a"),
    Visit("quality:sheet", "quinn", ".ots-main button[type=submit]"),
    Visit("interstate:worklist", "olivia", ".ots-main table a, .ots-main li a"),
    Visit("interstate:worklist", "carlos", ".ots-main li a", title="office"),
    Visit("interstate:cases-give", "carlos", ".ots-main button"),
    Visit("interstate:members", "olivia", ".ots-menu a"),
    Visit("interstate:person-cases", "olivia", ".ots-main a"),
    Visit("interstate:case-open", "olivia", "button:text('Open the case')"),
    Visit("interstate:case", "olivia", ".ots-main button"),
    Visit("interstate:case", "otto", ".ots-main button", title="abroad"),
    Visit("interstate:activity", "olivia", ".ots-main button"),
    Visit("interstate:event-record", "carlos", ".ots-main button"),
    Visit("admin:index", "adam", "#content a"),
    Visit("admin:access_user_changelist", "adam", "#content a.addlink", excused=DJANGO_S_OWN),
    Visit(
        "admin:audit_auditentry_changelist", "audrey", "#result_list tbody a", excused=DJANGO_S_OWN
    ),
)

# Pages that show nothing to look at, each with the reason.
NOT_LOOKED_AT = {
    "access:confirm": "a step on the way, looked at in test_steps_of_signing_in",
    "access:factor-remove": "answers with a redirect",
    "access:form-keep": "asked by a script",
    "access:form-throw-away": "answers with a redirect",
    "access:new-password": "a step of signing in, looked at in test_steps_of_signing_in",
    "access:own-codes": "shows codes once, looked at in test_signing_in",
    "access:session-state": "asked by a script",
    "access:session-stay": "asked by a script",
    "access:set-up": "a step of signing in, looked at in test_signing_in",
    "access:set-up-codes": "a step of signing in, looked at in test_signing_in",
    "access:sign-in-code": "a step of signing in, looked at in test_signing_in",
    "access:sign-in-recovery": "a step of signing in, looked at in test_steps_of_signing_in",
    "access:sign-in-return": "answers with a redirect",
    "access:sign-in-with": "answers with a redirect",
    "access:unlock": "a locked session, looked at in test_signing_in",
    "access:sign-out": "answers with a redirect",
    "interstate:activity-document": "a file",
    "interstate:activity-move": "answers with a redirect",
    "interstate:activity-start": "answers with a redirect",
    "offenders:grant-end": "answers with a redirect",
    "offenders:offense-options": "a piece of the form for a sentence",
    "offenders:person-search-export": "a file",
    "offenders:photograph": "a picture",
    "quality:document-answer": "an answer that opens once, looked at in tests/quality",
    "quality:measures-export": "a file",
    "quality:rates-export": "a file",
    "quality:sheet-scan": "a file",
    "supervision:caseload-export": "a file",
    "supervision:cover-end": "answers with a redirect",
    "timecomp:decision-withdraw": "answers with a redirect",
    "timecomp:impact-compare": "a table of two runs' figures, read in test_impact",
    "timecomp:impact-people-export": "a file",
    "timecomp:nightly-law-export": "a file",
    "timecomp:person-plain-print": "a document",
    "timecomp:projection-export": "a file",
    "timecomp:impact-scenario-export": "a file",
    "timecomp:person-compare-print": "a document",
    "timecomp:person-worksheet-export": "a file",
    "timecomp:person-worksheet-print": "a document",
    "timecomp:person-compute": "answers with a redirect",
    "timecomp:questions-assign": "answers with a redirect",
    "timecomp:queue-export": "a file",
    "timecomp:release-export": "a file",
}
