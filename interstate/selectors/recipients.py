"""Whom a reminder of something owed reaches: the agent, the supervisor, or the compact office."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from interstate.choices import Post
from interstate.models import CompactObligation, Delegate
from interstate.rules.reminding import Recipient
from interstate.rules.vocabulary import Side
from ots.access.models import User


class Recipients:
    """The posts that the obligations may concern; three queries, however many there are."""

    def __init__(self, owed: Iterable[CompactObligation], *, on: date) -> None:
        """Read the posts; who is away on the day is stood in for."""
        rows = list(owed)
        offices = {row.owing_office_id for row in rows}
        agents = {_agent_of(row) for row in rows}
        posts = Delegate.objects.filter(
            Q(office__in=offices) | Q(user__in=agents), is_active=True, user__is_active=True
        )
        self._on = on
        self._by_user: dict[int, Delegate] = {}
        self._offices: defaultdict[int, list[Delegate]] = defaultdict(list)
        for each in posts.select_related("user", "covered_by__user", "reports_to__user"):
            self._by_user[each.user_id] = each
            if each.post == Post.OFFICE:
                self._offices[each.office_id].append(each)

    def of(self, owed: CompactObligation, to: Recipient) -> list[User]:
        """Return who is told; the compact office where nobody else holds the post."""
        posts = self._posts(owed, to) or self._offices[owed.owing_office_id or 0]
        users = {user.pk: user for each in posts if (user := self._there(each)).email}
        return list(users.values())

    def _posts(self, owed: CompactObligation, to: Recipient) -> list[Delegate]:
        if to is Recipient.OFFICE:
            return []
        agent = self._by_user.get(_agent_of(owed) or 0)
        if agent is None or agent.office_id != owed.owing_office_id:
            return []
        post = agent if to is Recipient.AGENT else agent.reports_to
        return [post] if post is not None and post.is_active and post.user.is_active else []

    def _there(self, post: Delegate) -> User:
        is_away = (
            post.away_from is not None
            and post.away_until is not None
            and post.away_from <= self._on < post.away_until
        )
        covers = post.covered_by if is_away else None
        return covers.user if covers is not None and covers.is_active else post.user


def _agent_of(owed: CompactObligation) -> int | None:
    sent = owed.owed_by == Side.SENDING
    return owed.case.sending_user_id if sent else owed.case.receiving_user_id
