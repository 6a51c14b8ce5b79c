"""The words for what became of something due, and what each of them comes to."""

KEPT = frozenset(
    {
        *("kept", "attended", "completed", "complied", "done", "present", "met", "reported"),
        *("attended_late", "paid", "negative", "attc", "aftc"),
    }
)
EXCUSED = frozenset(
    {
        *("excused", "acceptable", "acceptable_absence", "excused_absence", "exempt", "waived"),
        *("cancelled", "cancelled_by_staff", "cancelled_by_agent", "cancelled_by_person"),
        *("rescheduled", "rescheduled_by_staff", "rescheduled_by_agent", "rescheduled_by_person"),
        *("aacl", "aaem", "aafc", "aaho", "aame", "aare", "aarc", "atss", "co05", "co10"),
    }
)
MISSED = frozenset(
    {
        *("unexcused", "unexcused_absence", "missed", "no_show", "absent", "not_kept"),
        *("failed", "failed_to_attend", "failed_to_report", "did_not_attend", "did_not_report"),
        *("unacceptable", "unacceptable_absence", "uaab", "afta"),
    }
)
# Nothing is decided yet: to come, tried in vain, sent home, waiting for the reason.
OPEN = frozenset(
    {"", "scheduled", "planned", "pending", "awaiting", "attempted", "unknown", "atsh", "aam11"}
)
KNOWN = KEPT | EXCUSED | MISSED | OPEN


def outcome_word(told: str) -> str:
    """The word as the lists here have it."""
    return told.strip().lower().replace(" ", "_").replace("-", "_")
