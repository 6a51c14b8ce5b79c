"""The demonstration's training: every role needs one course, and one account has let it lapse."""

from datetime import date, timedelta
from typing import Final

from django.contrib.auth.models import Group
from django.utils import timezone

from ots.access.demo_users import DEMO_USERS
from ots.access.models import Course, RequiredTraining, TrainingRecord, User
from ots.access.training.recording import Completed, record_training
from ots.access.viewer import Viewer

CODE: Final = "security-awareness"
CITATION: Final = "FBI CJIS Security Policy, AT-2 and AT-3: before access and yearly"
LAPSED: Final = "lena"
SOON: Final = "ana"


def train_users(viewer: Viewer) -> int:
    """Require the course of each demonstration role and record it; returns how many records."""
    today = timezone.localdate()
    course, _ = Course.objects.get_or_create(
        code=CODE,
        defaults={
            "name": "Security awareness for criminal justice information",
            "valid_months": 12,
            "ask": "Tina Gray, training coordinator, 517-555-0142",
        },
    )
    for role in Group.objects.filter(name__in={each.role for each in DEMO_USERS}):
        RequiredTraining.objects.get_or_create(
            role=role,
            course=course,
            defaults={"since": date(2024, 1, 1), "citation": CITATION, "standing": "verified"},
        )
    trained = TrainingRecord.objects.filter(course=course).values("user")
    missing = list(User.objects.filter(groups__isnull=False).exclude(pk__in=trained).distinct())
    for number, user in enumerate(missing, start=1):
        record_training(
            viewer,
            user,
            Completed(course, _completed_on(user, today), f"CJIS-{today.year}-{number:04d}"),
        )
    return len(missing)


def _completed_on(user: User, today: date) -> date:
    # A course counts for a year: one completed earlier has lapsed, one of 350 days ago soon does.
    days = {LAPSED: 400, SOON: 350}.get(user.username, 60)
    return today - timedelta(days=days)
