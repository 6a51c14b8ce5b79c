"""Who is looking: the user with all that decides what may be done and seen, read once a request."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.utils import timezone

from ots.access.categories import Action, Category, category_codename
from ots.access.holdings import Holding, Kind, holdings_of
from ots.access.models import User
from ots.access.permissions import Permission
from ots.audit.disclosures import Release

# A role alone does not open these: also a task about the person, or the person's consent, must.
BOUND_TO_TASK = frozenset({Category.VICTIM})
BOUND_TO_CONSENT = frozenset({Category.SUBSTANCE_USE})
_BOUND = {
    category_codename(category, Action.VIEW): category
    for category in BOUND_TO_TASK | BOUND_TO_CONSENT
}


class NotAllowedError(Exception):
    """The viewer lacks the right; the message says which."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A record, or one category of it, that the viewer opened in an emergency."""

    person_id: int
    category: str
    reason: str
    until: datetime


@dataclass(frozen=True, slots=True)
class TrainingDue:
    """Training that the viewer's role needs and that has lapsed, or soon does."""

    course: str
    ask: str
    # The moment from which it no longer counts; nothing where it was never completed.
    expires_at: datetime | None
    is_lapsed: bool


@dataclass(frozen=True, slots=True)
class Viewer:
    """The one who reads or writes; every selector and service takes it first."""

    user: User | None
    codenames: frozenset[str]
    office_ids: frozenset[int] = frozenset()
    name: str = field(default="")
    # Categories that the role holds but that open only person by person.
    bound: frozenset[Category] = frozenset()
    # Colleagues whose caseload the viewer covers today.
    covered_ids: frozenset[int] = frozenset()
    openings: tuple[Opening, ...] = ()
    training: tuple[TrainingDue, ...] = ()
    # Posts of other states, whose pages alone open by them.
    posts: tuple[Holding, ...] = ()
    # To whom people were given by name: "user" and "role", where any such grant stands.
    grants: frozenset[str] = frozenset()
    # The person whom the page is about, once the guard has found that the viewer reaches him.
    about: int | None = None
    # The apps whose rows alone open on that page; empty where all do.
    apps: frozenset[str] = frozenset()
    now: datetime = field(default_factory=timezone.now)
    # To whom and for what goes what this page hands out, once the viewer was asked.
    release: Release | None = None

    def may(self, permission: Permission) -> bool:
        """Say whether the viewer holds the permission at all (scope is decided apart)."""
        return permission.codename in self.codenames

    def may_category(self, category: Category, action: Action = Action.VIEW) -> bool:
        """Say whether fields of the category are open to the viewer, inside his scope."""
        return category_codename(category, action) in self.codenames

    def require(self, permission: Permission) -> None:
        """Raise ``NotAllowedError`` unless the viewer holds the permission."""
        if not self.may(permission):
            raise NotAllowedError(f"[{self}] lacks the right [{permission.codename}].")

    @property
    def has_lapsed_training(self) -> bool:
        """Say whether training that the role needs has lapsed: only the own account opens."""
        return any(each.is_lapsed for each in self.training)

    def opened(self, person_id: int) -> tuple[Opening, ...]:
        """Return what the viewer has opened of the person's record in an emergency."""
        return tuple(each for each in self.openings if each.person_id == person_id)

    def reasons_for(self, people: Iterable[int]) -> str:
        """Return why records of these people were opened in an emergency; empty where none was."""
        if not self.openings:
            return ""
        shown = set(people)
        reasons = {each.reason for each in self.openings if each.person_id in shown}
        return "; ".join(sorted(reasons))

    def looking_at(self, person_id: int, categories: Iterable[Category]) -> "Viewer":
        """Return the viewer on a page about a person in reach, with the categories opened there."""
        more = {category_codename(category, Action.VIEW) for category in categories}
        return replace(self, codenames=self.codenames | more, about=person_id)

    def holding_only(self, rights: Iterable[Permission], apps: frozenset[str]) -> "Viewer":
        """Return the viewer with no other rights, and rows, than these; categories stay."""
        lost = {each.codename for each in set(Permission) - set(rights)}
        return replace(self, codenames=self.codenames - lost, apps=apps)

    def __str__(self) -> str:
        """Return the name for messages."""
        return self.name or (str(self.user) if self.user else "nobody")


NOBODY = Viewer(user=None, codenames=frozenset(), name="nobody")


def viewer_for(user: User, *, now: datetime | None = None) -> Viewer:
    """Read what the user may do at a moment, now unless told: one query."""
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    moment = now or timezone.now()
    held = holdings_of(user, moment)
    rights = frozenset(each.word for each in held[Kind.RIGHT])
    if held[Kind.POST]:
        # Whatever role somebody gives them: another state's users reach what is sent to them.
        rights -= {Permission.SCOPE_STATEWIDE.codename}
    return Viewer(
        user=user,
        codenames=rights - _BOUND.keys(),
        office_ids=frozenset(each.number for each in held[Kind.OFFICE]),
        bound=frozenset(_BOUND[right] for right in rights & _BOUND.keys()),
        covered_ids=frozenset(each.number for each in held[Kind.COVER]),
        openings=tuple(
            Opening(each.number, each.word, each.note, each.until)
            for each in held[Kind.OPENING]
            if each.until is not None
        ),
        training=tuple(_training(each, moment) for each in held[Kind.TRAINING]),
        posts=tuple(held[Kind.POST]),
        grants=frozenset(each.word for each in held[Kind.GRANT]),
        now=moment,
    )


def _training(due: Holding, now: datetime) -> TrainingDue:
    lapsed = due.until is None or due.until <= now
    return TrainingDue(due.word, due.note, expires_at=due.until, is_lapsed=lapsed)


def system_viewer(name: str) -> Viewer:
    """Return the viewer of a command or task that works on behalf of nobody in particular."""
    everything = {permission.codename for permission in Permission} | {
        category_codename(category, action) for category in Category for action in Action
    }
    return Viewer(user=None, codenames=frozenset(everything), name=name)
