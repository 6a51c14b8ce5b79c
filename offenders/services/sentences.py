"""Sentences: what a court imposes, what a later judgment amends, what is vacated."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from offenders import choices
from offenders.models import (
    Charge,
    ConsecutiveLink,
    CourtCase,
    JudgmentOfSentence,
    Person,
    Sentence,
    SentenceTerms,
)
from offenders.services.cases import (
    CaseEntry,
    file_charge,
    open_case,
    record_disposition,
)
from offenders.services.facts import check_fields, check_person, replace_fact, write_fact
from offenders.services.judgment_checks import objections_to
from offenders.services.judgment_entry import Count, LaterPaper, SentenceOrder, Terms
from offenders.services.judgment_surroundings import around_charge, around_new_count
from offenders.services.refusals import Objection, RefusedError, refuse_if_any
from offenders.services.status import refresh_status
from offenders.services.submissions import once
from ots.access.closures import reading_everything
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def impose_sentence(
    viewer: Viewer, person_id: int, *, order: SentenceOrder, token: UUID | None = None
) -> Sentence:
    """Record the sentence on one count, with its case and count if they are new.

    Raises ``RefusedError`` with an objection a field, and then saves nothing. Sent twice with
    one token it returns the sentence of the first time.
    """
    viewer.require(Permission.SENTENCE_IMPOSE)
    check_person(viewer, person_id)
    check_fields(viewer, SentenceTerms, order.terms.columns())
    event = Event.SENTENCE_IMPOSED

    def write() -> Sentence:
        # Locked so that two clerks do not give out one letter.
        Person.objects.select_for_update().get(pk=person_id)
        case = _case(viewer, person_id, order.case)
        charge = _charge(viewer, case, order)
        with occasion(event.name, person_id=person_id):
            sentence = Sentence.objects.create(
                person_id=person_id, charge=charge, label=next_label(person_id)
            )
        judgment = _judgment(viewer, case, order)
        _first_terms(viewer, sentence, judgment=judgment, terms=order.terms)
        _finish(viewer, sentence, event)
        return sentence

    return once(token, event, Sentence, write)


def amend_sentence(
    viewer: Viewer, sentence_id: int, *, paper: LaterPaper, terms: Terms, token: UUID | None = None
) -> SentenceTerms:
    """Record the terms that an amended judgment or a resentencing sets in place of the old.

    Raises ``RefusedError`` with objections, ``AlreadyCorrectedError`` if the terms changed since
    they were read.
    """
    sentence = _to_change(viewer, sentence_id)
    event = Event.SENTENCE_AMENDED

    def write() -> SentenceTerms:
        around = around_charge(sentence.charge, entered_on=paper.entered_on)
        refuse_if_any(objections_to(terms, around), as_written=terms.as_written)
        values = {**terms.columns(), "vacated_on": None}
        new = _newer_terms(viewer, sentence, paper, event=event, values=values)
        _follow(new, terms.follows)
        _finish(viewer, sentence, event)
        return new

    return once(token, event, SentenceTerms, write)


def vacate_sentence(
    viewer: Viewer, sentence_id: int, *, paper: LaterPaper, token: UUID | None = None
) -> SentenceTerms:
    """Record that a court vacated the sentence; its terms stay readable, but run no more."""
    sentence = _to_change(viewer, sentence_id)
    event = Event.SENTENCE_VACATED

    def write() -> SentenceTerms:
        old = sentence.terms.get(superseded_at=None)
        refuse_if_any(_objections_to_vacation(old, paper))
        values = {"vacated_on": paper.entered_on}
        vacating = replace(paper, kind=choices.OrderKind.VACATED)
        new = _newer_terms(viewer, sentence, vacating, event=event, values=values)
        _follow(new, tuple(old.follows.values_list("after_id", flat=True)))
        _finish(viewer, sentence, event)
        return new

    return once(token, event, SentenceTerms, write)


def next_label(person_id: int) -> str:
    """Return the first free prefix letter of a person: A to Z, then AA, AB and on."""
    with reading_everything():
        taken = set(Sentence.objects.filter(person_id=person_id).values_list("label", flat=True))
    labels: Iterator[str] = (first + second for first in ["", *ALPHABET] for second in ALPHABET)
    return next(label for label in labels if label not in taken)


def _case(viewer: Viewer, person_id: int, case: int | CaseEntry) -> CourtCase:
    if isinstance(case, CaseEntry):
        return open_case(viewer, person_id, entry=case)
    known = CourtCase.objects.filter(pk=case, person_id=person_id).first()
    if known is None:
        raise RefusedError(Objection("case", "Choose one of this person's cases."))
    return known


def _charge(viewer: Viewer, case: CourtCase, order: SentenceOrder) -> Charge:
    if isinstance(order.count, Count):
        around = around_new_count(
            case, particulars=order.count.particulars, entered_on=order.entered_on
        )
        refuse_if_any(objections_to(order.terms, around), as_written=order.terms.as_written)
        charge = file_charge(viewer, case, particulars=order.count.particulars)
        verdict = order.count.verdict
        record_disposition(viewer, charge, kind=verdict, disposed_on=order.entered_on)
        return charge
    known = case.charges.filter(pk=order.count, sentence=None).first()
    if known is None:
        raise RefusedError(
            Objection("count", "Choose a count of this case that has no sentence yet.")
        )
    around = around_charge(known, entered_on=order.entered_on)
    refuse_if_any(objections_to(order.terms, around), as_written=order.terms.as_written)
    return known


def _judgment(viewer: Viewer, case: CourtCase, order: SentenceOrder) -> JudgmentOfSentence:
    # One paper commands several counts: the second count of a day's judgment joins the first.
    known = case.judgments.filter(
        kind=choices.OrderKind.ORIGINAL, entered_on=order.entered_on, superseded_at=None
    ).first()
    return known or write_fact(
        viewer,
        JudgmentOfSentence,
        person_id=case.person_id,
        event=Event.SENTENCE_IMPOSED,
        case=case,
        entered_on=order.entered_on,
        judge=order.judge,
    )


def _first_terms(
    viewer: Viewer, sentence: Sentence, *, judgment: JudgmentOfSentence, terms: Terms
) -> SentenceTerms:
    row = write_fact(
        viewer,
        SentenceTerms,
        person_id=sentence.person_id,
        event=Event.SENTENCE_IMPOSED,
        sentence=sentence,
        judgment=judgment,
        **terms.columns(),
    )
    _follow(row, terms.follows)
    return row


def _to_change(viewer: Viewer, sentence_id: int) -> Sentence:
    viewer.require(Permission.SENTENCE_AMEND)
    sentence = Sentence.objects.select_related("charge__case").get(pk=sentence_id)
    check_person(viewer, sentence.person_id)
    return sentence


def _newer_terms(
    viewer: Viewer,
    sentence: Sentence,
    paper: LaterPaper,
    *,
    event: Event,
    values: Mapping[str, object],
) -> SentenceTerms:
    person_id = sentence.person_id
    judgment = write_fact(
        viewer,
        JudgmentOfSentence,
        person_id=person_id,
        event=event,
        case=sentence.charge.case,
        kind=paper.kind,
        entered_on=paper.entered_on,
        judge=paper.judge,
    )
    return replace_fact(
        viewer,
        sentence.terms.get(pk=paper.instead_of),
        person_id=person_id,
        reason=paper.reason,
        event=event,
        judgment=judgment,
        **values,
    )


def _finish(viewer: Viewer, sentence: Sentence, event: Event) -> None:
    refresh_status(sentence.person_id)
    record(event, actor=viewer.user, target=sentence, person_id=sentence.person_id)


def _follow(terms: SentenceTerms, sentence_ids: tuple[int, ...]) -> None:
    for sentence_id in sentence_ids:
        ConsecutiveLink.objects.create(terms=terms, after_id=sentence_id)


def _objections_to_vacation(old: SentenceTerms, paper: LaterPaper) -> list[Objection]:
    if old.vacated_on is not None:
        return [Objection("", "This sentence is vacated already.")]
    if paper.entered_on < old.sentenced_on:
        return [Objection("entered_on", "The order cannot come before the sentence.")]
    if paper.entered_on > timezone.localdate():
        return [Objection("entered_on", "The order cannot be on a day still to come.")]
    return []
