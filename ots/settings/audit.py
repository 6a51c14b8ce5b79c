"""The trail: where its anchors go, who is told, how long it is kept."""

from datetime import date

from ots.settings import env

AUDITLOG_LOGENTRY_MODEL = "audit.AuditEntry"
AUDITLOG_CID_GETTER = "ots.audit.context.current_request_id"

# Where the heads of the trail's chain are kept besides the database; ship it elsewhere.
AUDIT_ANCHOR_FILE = env.text("AUDIT_ANCHOR_FILE", str(env.ROOT / ".local" / "audit-anchors.jsonl"))
# Who is told each night how far the trail is sealed, and at once when it is not.
AUDIT_CONTACTS = env.words("AUDIT_CONTACTS")
# Where months go that leave the trail after their time.
AUDIT_ARCHIVE_FOLDER = env.text("AUDIT_ARCHIVE_FOLDER", str(env.ROOT / ".local" / "audit-archive"))
# How many years an entry is kept, from the day on which that was decided. The CJIS Security
# Policy (AU-11) asks for one year; seven is the agency's own choice, to be confirmed by it.
AUDIT_YEARS_KEPT = ((date(2026, 11, 1), 7),)
