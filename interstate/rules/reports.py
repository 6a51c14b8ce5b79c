"""Progress reports, and papers that one state asks of the other (rules 3.103, 3.107, 4.106)."""

from interstate.rules.case import Request
from interstate.rules.turn import Turn, on
from interstate.rules.vocabulary import EventType, Key, Side, State

NOT_ARRIVED = "no notice of arrival yet"


@on(EventType.PROGRESS_REPORT_REQUEST, Side.SENDING, rule="4.106")
def progress_report_request(turn: Turn) -> None:
    """The sending state asks how the person does."""
    turn.require(turn.case.is_in_receiving, "4.106", NOT_ARRIVED)
    turn.start(Key.PR_DUE, Side.RECEIVING)


@on(EventType.PROGRESS_REPORT, Side.RECEIVING, rule="4.106")
def progress_report(turn: Turn) -> None:
    """The receiving state tells how the person does; any report meets every open request."""
    turn.require(turn.case.has_arrived, "4.106", NOT_ARRIVED)
    turn.satisfy(Key.PR_DUE, late="sent after its time limit")


@on(EventType.SIGNED_FORMS_REQUEST, Side.RECEIVING, rule="3.103")
def signed_forms_request(turn: Turn) -> None:
    """The receiving state asks for the forms that the person signs."""
    turn.require(
        turn.case.state is not State.DRAFT, "3.103", "nothing has been asked of this state yet"
    )
    turn.start(Key.SIGNED_FORMS, Side.SENDING)


@on(EventType.SIGNED_FORMS, Side.SENDING, rule="3.103")
def signed_forms(turn: Turn) -> None:
    """The signed forms are sent."""
    turn.satisfy(Key.SIGNED_FORMS, late="sent after its time limit")


@on(EventType.DOCUMENTS_REQUEST, Side.RECEIVING, rule="3.107(c)")
def documents_request(turn: Turn) -> None:
    """After acceptance the receiving state may ask for more papers."""
    turn.require(
        turn.case.request is Request.ACCEPTED,
        "3.107(c)",
        "more papers may be asked for after acceptance",
    )
    turn.start(Key.DOCS_AFTER_ACCEPT, Side.SENDING)


@on(EventType.DOCUMENTS, Side.SENDING, rule="3.107(c)")
def documents(turn: Turn) -> None:
    """The papers asked for are sent."""
    turn.satisfy(Key.DOCS_AFTER_ACCEPT, late="sent after its time limit")
