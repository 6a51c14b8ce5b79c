"""Pages of the interstate compact."""

from tests.browser.visit import Visit

COMPACT_VISITS: tuple[Visit, ...] = (
    Visit("interstate:worklist", "olivia", ".ots-main table a, .ots-main li a"),
    Visit("interstate:worklist", "carlos", ".ots-main li a", title="office"),
    Visit("interstate:cases-give", "carlos", ".ots-main button"),
    Visit("interstate:reminders", "olivia", ".ots-form button"),
    Visit("interstate:members", "olivia", ".ots-menu a"),
    Visit("interstate:office", "carlos", ".ots-main table a"),
    Visit("interstate:office-members", "carlos", ".ots-main table a"),
    Visit("interstate:office-cases", "carlos", ".ots-main table a"),
    Visit("interstate:office-owed", "otto", ".ots-main table a"),
    Visit("interstate:office-activities", "carlos", ".ots-main p a"),
    Visit("interstate:office-reports", "carlos", ".ots-main li a"),
    Visit("interstate:office-report", "carlos", ".ots-main table a"),
    Visit("exchange:message-list", "carlos", ".ots-main table a"),
    Visit("exchange:message-settle", "carlos", "button:text('Take it into this case')"),
    Visit("interstate:person-cases", "olivia", ".ots-main a"),
    Visit("interstate:case-open", "olivia", "button:text('Open the case')"),
    Visit("interstate:case-fold", "carlos", "main a.usa-button--outline"),
    Visit("interstate:case-portal", "carlos", ".ots-form button"),
    Visit("interstate:case", "olivia", ".ots-main button"),
    Visit("interstate:case", "otto", ".ots-main button", title="abroad"),
    Visit("interstate:activity", "olivia", ".ots-main button"),
    Visit("interstate:activity-copy", "olivia", ".ots-form button"),
    Visit("interstate:event-record", "carlos", ".ots-main button"),
)
