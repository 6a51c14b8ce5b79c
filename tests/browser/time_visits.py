"""Pages of dates, the law that they follow, and proposals to change it."""

from tests.browser.visit import Visit

TIME_VISITS: tuple[Visit, ...] = (
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
)
