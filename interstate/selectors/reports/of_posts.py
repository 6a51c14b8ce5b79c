"""Who has a post in the offices: when he signed in last, and what he holds."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, QuerySet
from django.utils import timezone

from interstate.models import Activity, CompactCase, Delegate
from interstate.rules.routing import Status
from interstate.rules.upkeep import UNUSED_ACCOUNT
from interstate.selectors.reports.of_cases import GOES_ON
from interstate.selectors.reports.report import Ask, Counted, CountedRow, ReportAsked
from ots.access.categories import Category
from ots.access.viewer import Viewer

POSTS: Final = "Users"
NEVER: Final = "Never"


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post with what its holder holds."""

    post: Delegate
    cases: int
    activities: int

    @property
    def is_open(self) -> bool:
        """Whether work may be routed to it."""
        return self.post.is_active and self.post.user.is_active

    def shown(self) -> CountedRow:
        """Return the line of the report."""
        last = self.post.user.last_login
        stands = "Open" if self.is_open else "Closed"
        signed_in = f"{timezone.localdate(last):%b %d, %Y}" if last else NEVER
        return CountedRow(
            (str(self.post), self.post.get_post_display(), stands, signed_in),
            (self.cases, self.activities),
        )


def posts(asked: ReportAsked) -> list[PostRow]:
    """Return the posts of the offices with what each holder holds; four queries."""
    keys = asked.offices.keys
    cases = CompactCase.objects.filter(GOES_ON).order_by()
    held = _held(cases.filter(sending_office__in=keys), "sending_user")
    held += _held(cases.filter(receiving_office__in=keys), "receiving_user")
    over = [each.value for each in Status if each.is_over]
    given = _held(
        Activity.objects.exclude(status__in=over).exclude(assigned_to=None).order_by(),
        "assigned_to",
    )
    rows = Delegate.objects.filter(office__in=keys).select_related("user")
    return [PostRow(each, held[each.user_id], given[each.user_id]) for each in rows]


def _held(rows: "QuerySet[CompactCase] | QuerySet[Activity]", by: str) -> Counter[int]:
    return Counter(dict(rows.values_list(by).annotate(held=Count("pk"))))


def _those(
    keep: Callable[[PostRow, ReportAsked], bool],
) -> Callable[[Viewer, ReportAsked], list[CountedRow]]:
    def count(_: Viewer, asked: ReportAsked) -> list[CountedRow]:
        return [row.shown() for row in posts(asked) if keep(row, asked)]

    return count


def _is_unused(row: PostRow, asked: ReportAsked) -> bool:
    last = row.post.user.last_login
    first = asked.today - asked.days_of(UNUSED_ACCOUNT)
    return row.is_open and (last is None or timezone.localdate(last) < first)


def _holds_in_vain(row: PostRow, _: ReportAsked) -> bool:
    return not row.is_open and bool(row.cases or row.activities)


LABELS: Final = ("User", "Post", "Stands", "Signed in last")
FIGURES: Final = ("Cases held", "Activities to move")
OF_POSTS: Final = (
    Counted(
        slug="users",
        title="Users and what they hold",
        group=POSTS,
        labels=LABELS,
        figures=FIGURES,
        count=_those(lambda _, __: True),
        asks=(),
        needs=(Category.STAFF,),
    ),
    Counted(
        slug="users-unused",
        title="Users who do not sign in",
        group=POSTS,
        labels=LABELS,
        figures=FIGURES,
        count=_those(_is_unused),
        asks=(Ask.DAYS,),
        days=UNUSED_ACCOUNT,
        says="Open posts in which nobody signed in for longer than the days, or ever.",
        needs=(Category.STAFF,),
    ),
    Counted(
        slug="users-closed",
        title="Closed posts that still hold something",
        group=POSTS,
        labels=LABELS,
        figures=FIGURES,
        count=_those(_holds_in_vain),
        asks=(),
        says="Give their cases to somebody: nothing is routed to a closed post.",
        needs=(Category.STAFF,),
    ),
)
