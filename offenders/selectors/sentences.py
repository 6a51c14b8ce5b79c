"""Sentences: as a line of a list, and one with its history."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from offenders.models import (
    Charge,
    ChargeParticulars,
    ConsecutiveLink,
    Sentence,
    SentenceTerms,
)
from offenders.selectors.reading import Reading
from offenders.selectors.terms import terms_in_words
from ots.access.fields import Masked, may_access
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer

AMENDED = (
    "kind",
    "sentenced_on",
    "minimum_years",
    "minimum_months",
    "minimum_days",
    "maximum_years",
    "maximum_months",
    "maximum_days",
    "is_life_maximum",
    "jail_credit_days",
    "habitual_level",
    "consecutive_authority",
    "surrendered_on",
)

_AUTHORS: tuple[str, ...] = ("recorded_by", "superseded_by__recorded_by")


@dataclass(frozen=True, slots=True)
class TermsVersion:
    """What one judgment set, in words; ``is_current`` for what stands."""

    terms: Masked
    words: str
    follows: tuple[str, ...]
    is_current: bool


@dataclass(frozen=True, slots=True)
class SentenceRecord:
    """A sentence with its count, what stands, and what stood before."""

    sentence: Masked
    offense: str
    court: str
    docket_number: str
    count: Masked
    current: TermsVersion | None
    earlier: tuple[TermsVersion, ...]

    @property
    def is_vacated(self) -> bool:
        """Say whether a court vacated the sentence."""
        return bool(self.current and self.current.terms.vacated_on)


def sentences_of(reading: Reading, person_id: int) -> tuple[SentenceRecord, ...]:
    """Return a person's sentences in the order of their letters, in a constant number of queries.

    Empty where the role excludes the legal record.
    """
    if not reading.sees(SentenceTerms, "kind"):
        return ()
    found = with_history(in_scope(reading.viewer, Sentence.objects.all(), person="person"))
    return tuple(record_of(reading, one) for one in found.filter(person_id=person_id))


def sentence_for(reading: Reading, person_id: int, sentence_id: int) -> SentenceRecord:
    """Return one sentence of the person; 404 if it is another's or not open to the viewer."""
    found = in_scope(reading.viewer, Sentence.objects.all(), person="person")
    if not reading.sees(SentenceTerms, "kind"):
        found = found.none()
    return record_of(
        reading, get_object_or_404(with_history(found), pk=sentence_id, person_id=person_id)
    )


def terms_to_amend(reading: Reading, person_id: int, sentence_id: int) -> dict[str, object]:
    """Return the terms that stand, under the names of the form by which they are amended."""
    sentence_for(reading, person_id, sentence_id)
    terms = SentenceTerms.objects.get(sentence_id=sentence_id, superseded_at=None)
    values: dict[str, object] = {
        name: getattr(terms, name) for name in AMENDED if reading.sees(SentenceTerms, name)
    }
    follows = terms.follows.values_list("after_id", flat=True)
    return {**values, "follows": list(follows), "instead_of": terms.pk}


def sentences_to_follow(viewer: Viewer, person_id: int, *, but: int = 0) -> list[tuple[int, str]]:
    """Return a person's sentences that are not vacated, as choices of a form.

    ``but`` leaves one out: a sentence does not follow itself.
    """
    if not may_access(viewer, SentenceTerms, "kind"):
        return []
    standing = SentenceTerms.objects.filter(
        sentence__person_id=person_id, superseded_at=None, vacated_on=None
    ).exclude(sentence_id=but)
    standing = standing.select_related("sentence").order_by("sentence__label")
    offenses = dict(
        ChargeParticulars.objects.filter(
            charge__sentence__person_id=person_id, superseded_at=None
        ).values_list("charge__sentence", "description")
    )
    return [
        (
            terms.sentence_id,
            f"{terms.sentence.label}: {offenses.get(terms.sentence_id, '')},"
            f" {terms_in_words(terms)}",
        )
        for terms in standing
    ]


def with_history(sentences: QuerySet[Sentence]) -> QuerySet[Sentence]:
    """Fetch along all that a sentence's record shows."""
    links = ConsecutiveLink.objects.select_related("after")
    terms = SentenceTerms.objects.select_related("judgment", *_AUTHORS)
    terms = terms.order_by("-recorded_at", "-pk")
    particulars = ChargeParticulars.objects.filter(superseded_at=None).select_related("statute")
    return sentences.select_related("charge__case__court").prefetch_related(
        Prefetch("terms", terms.prefetch_related(Prefetch("follows", links))),
        Prefetch("charge__particulars", particulars),
    )


def record_of(reading: Reading, sentence: Sentence) -> SentenceRecord:
    """Read one sentence that was fetched ``with_history``."""
    versions = [_version(reading, terms) for terms in sentence.terms.all()]
    case = sentence.charge.case
    return SentenceRecord(
        sentence=reading.masked(sentence),
        offense=_offense(sentence.charge),
        court=str(case.court),
        docket_number=case.docket_number,
        count=reading.masked(sentence.charge),
        current=next((version for version in versions if version.is_current), None),
        earlier=tuple(version for version in versions if not version.is_current),
    )


def _version(reading: Reading, terms: SentenceTerms) -> TermsVersion:
    return TermsVersion(
        terms=reading.masked(terms),
        words=terms_in_words(terms),
        follows=_labels(terms.follows.all()),
        is_current=terms.superseded_at is None,
    )


def _labels(links: Iterable[ConsecutiveLink]) -> tuple[str, ...]:
    return tuple(sorted(link.after.label for link in links))


def _offense(charge: Charge) -> str:
    now = next(iter(charge.particulars.all()), None)
    return now.description if now else ""
