"""A case of the compact as full as a real one, for looking at pages."""

from datetime import date

from interstate.choices import Post
from interstate.rules.routing import Move
from interstate.rules.vocabulary import EventType
from interstate.services.activities import Asked, move_activity
from interstate.services.drafts import start_activity
from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import system_viewer, viewer_for
from ots.exchange.compact.receiving import receive
from ots.exchange.models import CompactMessage
from tests import factories
from tests.exchange.compact.said import opening
from tests.factories.compact import attach, compact_case, complete, post

EXPEDITED = {"reason": "expedited", "explanation": "The lease ends; the mother takes him in."}


def compact_values(cast: dict[str, User], person: Person) -> dict[str, object]:
    """Return what fills the addresses of a case with a request sent and a draft begun."""
    cast["carlos"] = factories.user("Carlos", role="Compact office")
    cast["otto"] = factories.user("Otto", role="Other state's compact office")
    cast["oprah"] = factories.user("Oprah", role="Other state's agent")
    post(cast["olivia"], "MI")
    post(cast["carlos"], "MI", Post.OFFICE)
    post(cast["otto"], "OH", Post.OFFICE)
    post(cast["oprah"], "OH")
    olivia, carlos = viewer_for(cast["olivia"]), viewer_for(cast["carlos"])
    case = compact_case(cast["olivia"], person, has_pending_charge=False)
    asked = start_activity(
        olivia, case.pk, EventType.REPORTING_INSTRUCTIONS_REQUEST, content=EXPEDITED
    )
    complete(asked)
    move_activity(olivia, asked.pk, Asked(move=Move.SUBMIT))
    move_activity(carlos, asked.pk, Asked(move=Move.TRANSMIT))
    mover = factories.person(
        "Moses", last_name="Quackenbush", birth_date=date(1979, 6, 2), agent=cast["olivia"]
    )
    draft = start_activity(olivia, case.pk, EventType.TRANSFER_REQUEST)
    return {
        "transfer": case.pk,
        "activity": draft.pk,
        "attachment": attach(draft, "conditions").pk,
        "event": "withdraw_case",
        "report": "active",
        "intake": receive(system_viewer("tests"), opening())[0].pk,
        "message": CompactMessage.objects.create(
            receiver_id="OH", case=case, body={}, tries=3, trouble="The address answered 500."
        ).pk,
        # Whose transfer is sent in the browser.
        "mover": mover.pk,
    }
