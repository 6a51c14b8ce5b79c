"""Official dates: which stand, where the computed ones differ, and what awaits a clerk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from offenders.selectors.reading import Reading
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from timecomp.choices import CertificationAct, SecondClerkReason
from timecomp.models import Certification, Computation
from timecomp.selectors.frozen import OFFENDER_DATES, SENTENCE_DATES
from timecomp.selectors.second_clerk import second_clerk_needed_for
from timecomp.selectors.words import DATE_WORDS

Part = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Difference:
    """One date of which the official value is not the computed one."""

    sentence: str
    label: str
    official: date | None
    computed: date | None

    @property
    def moved(self) -> str:
        """Say in words which way the date moved and how far."""
        if self.official is None or self.computed is None:
            return "new" if self.computed else "gone"
        days = (self.computed - self.official).days
        way = "later" if days > 0 else "earlier"
        return f"{abs(days):,} day{'' if abs(days) == 1 else 's'} {way}"


@dataclass(frozen=True, slots=True)
class Certified:
    """How a person's dates stand: the official ones, the difference, and who has to act."""

    computation_id: int
    official: object
    official_days: Mapping[str, date | None]
    differences: tuple[Difference, ...]
    pending: object
    sent_back: object
    may_certify: bool
    may_answer: bool
    is_own: bool
    second_needed_for: tuple[str, ...]

    @property
    def is_current(self) -> bool:
        """Say whether the computed dates are the official ones."""
        return bool(self.official) and not self.differences

    def is_official(self, name: str) -> bool:
        """Say whether the person's date of that name is the official one."""
        return bool(self.official) and not any(
            not each.sentence and each.label == DATE_WORDS[name] for each in self.differences
        )


def official_certification(person_id: int) -> Certification | None:
    """Return the act that made the person's present official dates, for services to check."""
    return _newest_official(Certification.objects.filter(person_id=person_id))


def official_to(viewer: Viewer, person_id: int) -> Certification | None:
    """Return that act as the viewer knows it: what an order closed to the viewer was never said."""
    acts = in_scope(viewer, Certification.objects.all(), person="person")
    return _newest_official(acts.filter(person_id=person_id))


def _newest_official(acts: QuerySet[Certification]) -> Certification | None:
    official = acts.filter(makes_official=True)
    return official.select_related("computation", "clerk", "first_clerk").first()


def newest_act(computation: Computation) -> Certification | None:
    """Return the newest act on that computation."""
    return Certification.objects.filter(computation=computation).select_related("clerk").first()


def certified(reading: Reading, computation: Computation) -> Certified | None:
    """Return how the dates of a standing computation stand; None where the viewer sees no dates."""
    if not reading.sees(Certification, "makes_official"):
        return None
    official = official_to(reading.viewer, computation.person_id)
    newest = newest_act(computation)
    pending = _if(newest, CertificationAct.CERTIFIED) if not _is_official(newest) else None
    sent_back = _if(newest, CertificationAct.SENT_BACK)
    differences = differences_of(official.computation, computation) if official else ()
    viewer = reading.viewer
    may_act = viewer.may(Permission.COMPUTATION_CERTIFY) and viewer.user is not None
    is_own = pending is not None and viewer.user is not None and pending.clerk_id == viewer.user.pk
    return Certified(
        computation_id=computation.pk,
        official=reading.masked(official) if official else None,
        official_days={
            name: getattr(official.computation, name) if official else None
            for name in OFFENDER_DATES
        },
        differences=differences,
        pending=reading.masked(pending) if pending else None,
        sent_back=reading.masked(sent_back) if sent_back else None,
        may_certify=may_act and pending is None and (official is None or bool(differences)),
        may_answer=may_act and pending is not None and not is_own,
        is_own=is_own,
        second_needed_for=_reasons(computation, official, pending),
    )


def differences_of(before: Computation, now: Computation) -> tuple[Difference, ...]:
    """Compare every date of the person and of each sentence; an official one that is gone too."""
    if before.pk == now.pk:
        return ()
    found = _differing("", OFFENDER_DATES, before.results["offender"], now.results["offender"])
    earlier, later = _by_sentence(before), _by_sentence(now)
    for label in {**earlier, **later}:
        own = earlier.get(label, {}), later.get(label, {})
        found += _differing(label, SENTENCE_DATES, *own)
    return tuple(found)


def _differing(sentence: str, names: tuple[str, ...], before: Part, now: Part) -> list[Difference]:
    return [
        Difference(sentence, DATE_WORDS[name], _day(before.get(name)), _day(now.get(name)))
        for name in names
        if before.get(name) != now.get(name)
    ]


def _by_sentence(computation: Computation) -> dict[str, Part]:
    return {each["id"]: each for each in computation.results["sentences"]}


def _reasons(
    computation: Computation, official: Certification | None, pending: Certification | None
) -> tuple[str, ...]:
    if pending is not None:
        return tuple(SecondClerkReason(each).label for each in pending.second_needed_for)
    before = official.computation if official else None
    needed = second_clerk_needed_for(computation, before, today=timezone.localdate())
    return tuple(each.label for each in needed)


def _is_official(act: Certification | None) -> bool:
    return act is not None and act.makes_official


def _if(act: Certification | None, kind: CertificationAct) -> Certification | None:
    return act if act is not None and act.act == kind else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
