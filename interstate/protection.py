"""The category of every field of the compact; what is not listed here shows nowhere."""

from interstate import models
from ots.access.categories import Category
from ots.access.fields import PLAIN, protect

C = Category

_KEYS = {"id": PLAIN, "pk": PLAIN}

protect(
    models.CompactCase,
    {
        **_KEYS,
        **dict.fromkeys(("person", "person_id", "number", "quoted_number", "external_id"), PLAIN),
        **dict.fromkeys(("sending", "receiving", "sending_id", "receiving_id"), PLAIN),
        **dict.fromkeys(
            (
                *("sending_office", "receiving_office", "supervision", "get_supervision_display"),
                *("state", "get_state_display", "supervising", "get_supervising_display"),
                *("supervision_ends_on", "is_indefinite", "has_pending_charge", "is_tolled"),
                *("next_due_on", "last_event_at", "arrived_on", "closed_for", "events_counted"),
                *("turns_on", "opened_despite"),
                *("opened_at", "copied_from", "copies", "events", "activities", "obligations"),
            ),
            C.SUPERVISION,
        ),
        **dict.fromkeys(("court_cases", "offenses", "is_sex_offender"), C.LEGAL),
        "has_victims": C.VICTIM,
        **dict.fromkeys(
            (
                *("opened_by", "sending_user", "receiving_user", "watchers"),
                *("is_confidential", "confidential_reason", "exclusions"),
            ),
            C.STAFF,
        ),
    },
)
protect(
    models.CompactEvent,
    {
        **_KEYS,
        **dict.fromkeys(("case", "position", "person_id"), PLAIN),
        **dict.fromkeys(
            (
                *("happened_at", "type", "get_type_display", "by", "get_by_display"),
                *("recorded_at", "activity", "portal_event"),
            ),
            C.SUPERVISION,
        ),
        # Mixed content: as strict as the strictest of it.
        "data": C.VICTIM,
        **dict.fromkeys(("recorded_by", "source"), C.STAFF),
    },
)
protect(
    models.Activity,
    {
        **_KEYS,
        **dict.fromkeys(("case", "person_id"), PLAIN),
        **dict.fromkeys(
            (
                *("kind", "get_kind_display", "side", "get_side_display"),
                *("status", "get_status_display", "left_status", "created_at", "changed_at"),
                *("content_version", "version", "answers", "replies"),
                *("corrects", "corrections", "event", "sent_at", "undo_until"),
                *("steps", "attachments"),
            ),
            C.SUPERVISION,
        ),
        # Mixed content: pages show it field by field; as a whole it is as strict as its strictest.
        "content": C.VICTIM,
        **dict.fromkeys(("author", "assigned_to", "watchers"), C.STAFF),
    },
)
protect(
    models.ActivityStep,
    {
        **_KEYS,
        "activity": PLAIN,
        **dict.fromkeys(
            (
                *("move", "get_move_display", "desk", "get_desk_display", "came_from", "went_to"),
                *("get_came_from_display", "get_went_to_display", "made_at", "reason"),
            ),
            C.SUPERVISION,
        ),
        **dict.fromkeys(("made_by", "assignee"), C.STAFF),
    },
)
protect(
    models.Attachment,
    {
        **_KEYS,
        "activity": PLAIN,
        **dict.fromkeys(
            (
                *("label", "name", "content_type", "content", "same_as", "copies", "stored"),
                *("digest", "added_at"),
            ),
            C.SUPERVISION,
        ),
        "added_by": C.STAFF,
    },
)
protect(
    models.CompactObligation,
    {
        **_KEYS,
        **dict.fromkeys(("case", "person_id"), PLAIN),
        **dict.fromkeys(
            (
                *("key", "get_key_display", "rule", "rule_set", "standing", "owed_by"),
                *("get_owed_by_display", "owing_office", "awaiting_office", "started_by"),
                *("started_on", "due_on"),
                *("satisfied_on", "satisfied_by", "days_taken", "is_void", "reminders"),
            ),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.SentReminder,
    {
        **_KEYS,
        **dict.fromkeys(("obligation", "person_id"), PLAIN),
        **dict.fromkeys(
            ("rule", "to", "get_to_display", "fell_on", "due_on", "made_at", "message"),
            C.SUPERVISION,
        ),
        "user": C.STAFF,
    },
)
protect(
    models.PortalEvent,
    {
        **_KEYS,
        "event": PLAIN,
        **dict.fromkeys(
            ("tells", "get_tells_display", "presses", "text", "tell_at", "made_at"), C.SUPERVISION
        ),
    },
)
protect(
    models.PortalExclusion,
    {
        **_KEYS,
        "case": PLAIN,
        **dict.fromkeys(
            (
                *("ground", "get_ground_display", "reason", "began_on", "ended_on"),
                *("decided_by", "recorded_at"),
            ),
            C.STAFF,
        ),
    },
)
