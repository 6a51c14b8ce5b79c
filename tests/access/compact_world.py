"""What fills the addresses of the compact's pages, about the person of the world."""

from datetime import UTC, datetime

from interstate.choices import Post
from interstate.models import Activity, CompactCase, Delegate, SavedReport
from offenders.models import Person
from ots.exchange.models import CompactIntake, CompactMessage, Reception
from tests import factories
from tests.factories.compact import attach, compact_office

SENT_AT = datetime(2026, 1, 5, 15, tzinfo=UTC)


def compact_values(person: Person) -> dict[str, object]:
    """Return a case of the person from Michigan to Ohio, with a draft and its document."""
    mine, theirs = compact_office("MI"), compact_office("OH")
    author = factories.user("Author", role="Analyst")
    Delegate.objects.create(user=author, office=mine, post=Post.AGENT)
    case = CompactCase.objects.create(
        person=person,
        number=f"IC-2026-{900001 + CompactCase.objects.count()}",
        supervision="parole",
        sending=mine.member,
        receiving=theirs.member,
        sending_office=mine,
        receiving_office=theirs,
        opened_at=SENT_AT,
        sending_user=author,
    )
    draft = Activity.objects.create(
        case=case,
        kind="transfer_request",
        side="sending",
        content_version="2026-04-01",
        author=author,
        assigned_to=author,
    )
    return {
        **_messages(case),
        "transfer": case.pk,
        "activity": draft.pk,
        "attachment": attach(draft, "photograph").pk,
        "event": "tolling_set",
        "report": "active",
        "kept": SavedReport.objects.create(owner=author, name="x", report="active").pk,
    }


def _messages(case: CompactCase) -> dict[str, object]:
    """A message that waits for a clerk, and one of ours that did not get through."""
    came = CompactIntake.objects.create(
        raw=b"{", digest=f"{case.pk:064}", outcome=Reception.WAITING, reason="It is not certain."
    )
    went = CompactMessage.objects.create(receiver_id="OH", case=case, body={}, tries=1)
    return {"intake": came.pk, "message": went.pk}
