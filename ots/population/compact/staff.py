"""Posts in the compact offices of all members, for users who cannot sign in."""

from collections import defaultdict
from typing import Final

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.db import transaction

from interstate.choices import Post
from interstate.models import CompactOffice, Delegate, Member
from offenders.models import Person
from ots.access.models import User
from ots.population.compact.cast import Cast, OfficeCast

OFFICERS, SUPERVISORS, AGENTS = 2, 1, 8
# Those made here act for people whom no agent of the state has, in institutions above all: they
# reach the whole state, as the office does.
OURS: Final = {
    Post.OFFICE: "Compact office",
    Post.SUPERVISOR: "Compact office",
    Post.AGENT: "Compact office",
}
ABROAD: Final = {
    Post.OFFICE: "Other state's compact office",
    Post.SUPERVISOR: "Other state's agent",
    Post.AGENT: "Other state's agent",
}
STEM: Final = "compact."
NUMBERS: Final = {Post.OFFICE: OFFICERS, Post.SUPERVISOR: SUPERVISORS, Post.AGENT: AGENTS}


@transaction.atomic
def appoint_staff() -> Cast:
    """Give every office its people, and every agent of people here a post; return them all."""
    for office in CompactOffice.objects.select_related("member"):
        for post, number in NUMBERS.items():
            _appoint(office, post, number)
    _give_agents_posts()
    _let_some_report()
    return _cast()


def _appoint(office: CompactOffice, post: Post, number: int) -> None:
    """Add users until the office has so many in the post whom this made."""
    stem = f"{STEM}{office.member_id.lower()}.{office.kind}.{post.value}."
    begun = User.objects.filter(username__startswith=stem).count()
    made = User.objects.bulk_create(
        User(
            username=f"{stem}{place}",
            first_name=post.label.split()[0],
            last_name=f"{office.member.name} {place + 1}",
            password=make_password(None),
            job_title=post.label,
        )
        for place in range(begun, number)
    )
    Delegate.objects.bulk_create(Delegate(user=user, office=office, post=post) for user in made)
    roles = OURS if office.member.is_ours else ABROAD
    if made:
        Group.objects.get(name=roles[post]).user_set.add(*made)


def _give_agents_posts() -> None:
    """Agents who have people take part for the own state."""
    ours = CompactOffice.objects.filter(member__is_ours=True).order_by("kind").first()
    agents = Person.objects.filter(agent__isnull=False, agent__delegate__isnull=True)
    keys = agents.order_by().values_list("agent", flat=True).distinct()
    Delegate.objects.bulk_create(
        Delegate(user_id=key, office=ours, post=Post.AGENT) for key in keys
    )


def _let_some_report() -> None:
    """Every other agent has a supervisor who sees what he writes first."""
    bosses = {
        each.office_id: each
        for each in Delegate.objects.filter(post=Post.SUPERVISOR, user__username__startswith=STEM)
    }
    agents = Delegate.objects.filter(post=Post.AGENT, reports_to=None).order_by("user_id")
    changed = [each for each in agents if each.user_id % 2 and each.office_id in bosses]
    for each in changed:
        each.reports_to = bosses[each.office_id]
    Delegate.objects.bulk_update(changed, ["reports_to"], batch_size=1000)


def _cast() -> Cast:
    posts: dict[tuple[int, str], list[int]] = defaultdict(list)
    rows = Delegate.objects.filter(is_active=True).order_by("user_id")
    made = rows.filter(user__username__startswith=STEM)
    for office, post, user in made.values_list("office_id", "post", "user_id"):
        posts[office, post].append(user)
    offices = tuple(
        OfficeCast(
            key=each.pk,
            member=each.member_id,
            kind=each.kind,
            officers=tuple(posts[each.pk, Post.OFFICE]),
            supervisor=posts[each.pk, Post.SUPERVISOR][0],
            agents=tuple(posts[each.pk, Post.AGENT]),
        )
        for each in CompactOffice.objects.order_by("pk")
    )
    return Cast(
        ours=Member.objects.get(is_ours=True).pk,
        offices=offices,
        people=tuple(Person.objects.order_by("pk").values_list("pk", "agent_id")),
        reporting=frozenset(
            rows.filter(post=Post.AGENT, reports_to__isnull=False).values_list("user_id", flat=True)
        ),
    )
