"""Settings common to every way of running; topics in their own modules."""

from celery.schedules import crontab

from ots.settings import env
from ots.settings.audit import *  # noqa: F403  settings are names by design
from ots.settings.compact import *  # noqa: F403  settings are names by design
from ots.settings.mail import *  # noqa: F403  settings are names by design
from ots.settings.nightly import *  # noqa: F403  settings are names by design
from ots.settings.security import *  # noqa: F403  settings are names by design

ROOT = env.ROOT
LOCAL_DATA = ROOT / ".local"

INSTALLED_APPS = [
    "ots.core",
    "ots.audit",
    "ots.access",
    "offenders",
    "timecomp",
    "supervision",
    "interstate",
    "ots.population",
    "ots.exchange",
    "ots.oversight",
    "ots.quality",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "auditlog",
    "csp",
    "django_htmx",
    "guardian",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ots.core.compression.CompressionMiddleware",
    "csp.middleware.CSPMiddleware",
    "ots.core.headers.HeadersMiddleware",
    "ots.audit.middleware.RequestIdMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "ots.audit.middleware.ActorMiddleware",
    "ots.core.wellformed.WellFormedMiddleware",
    "ots.access.signing_in.guard.SessionGuardMiddleware",
    "ots.access.signing_in.limits.RateLimitMiddleware",
    "ots.access.pages.PageGuardMiddleware",
]

ROOT_URLCONF = "ots.urls"
WSGI_APPLICATION = "ots.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ots.access.context.viewer",
            ],
            "builtins": [
                "django.contrib.humanize.templatetags.humanize",
                "django.templatetags.static",
                "ots.core.templatetags.show",
                "ots.core.templatetags.components",
                "ots.access.templatetags.panels",
                "ots.access.templatetags.protection",
                "timecomp.templatetags.law",
                "interstate.templatetags.compact",
                "interstate.templatetags.report_cells",
            ],
        },
    }
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-us"
TIME_ZONE = "America/Detroit"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [ROOT / "static"]
STATIC_ROOT = ROOT / "staticfiles"
MEDIA_ROOT = LOCAL_DATA / "media"

CELERY_TASK_ALWAYS_EAGER = False
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 2 * 60 * 60
CELERY_TIMEZONE = TIME_ZONE
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE_FILENAME = str(LOCAL_DATA / "celerybeat-schedule")
CELERY_BEAT_SCHEDULE = {
    "accounts-left-alone": {
        "task": "ots.access.tasks.look_after_accounts",
        "schedule": crontab(hour=0, minute=20),
    },
    # The trail: an entry is sealed within a minute; troubles are told within the hour.
    "trail-is-sealed": {
        "task": "ots.audit.tasks.seal",
        "schedule": crontab(),
        "options": {"expires": 60},
    },
    "trail-is-looked-after": {
        "task": "ots.audit.tasks.look_after_trail",
        "schedule": crontab(minute="*/15"),
    },
    "trail-has-its-months": {
        "task": "ots.audit.tasks.make_months",
        "schedule": crontab(hour=0, minute=35),
    },
    "trail-head-is-mailed": {
        "task": "ots.audit.tasks.send_head",
        "schedule": crontab(hour=6, minute=0),
    },
    "trail-is-checked": {
        "task": "ots.audit.tasks.check_whole_trail",
        "schedule": crontab(day_of_week="sunday", hour=3, minute=30),
    },
    "statuses-that-turned": {
        "task": "offenders.tasks.refresh_statuses",
        "schedule": crontab(hour=0, minute=5),
    },
    "tests-are-drawn": {
        "task": "supervision.tasks.draw_tests",
        "schedule": crontab(day_of_month=1, hour=0, minute=50),
    },
    "instalments-fall-due": {
        "task": "supervision.tasks.open_instalments",
        "schedule": crontab(hour=1, minute=50),
    },
    "what-is-due": {
        "task": "supervision.tasks.refresh_obligations",
        "schedule": crontab(hour=0, minute=45),
    },
    "what-people-are-eligible-for": {
        "task": "supervision.tasks.compute_eligibility",
        "schedule": crontab(hour=3, minute=45),
    },
    "reminders-are-planned": {
        "task": "supervision.tasks.plan_reminders",
        "schedule": crontab(minute=10),
    },
    "messages-are-sent": {
        "task": "supervision.tasks.send_messages",
        "schedule": crontab(),
        "options": {"expires": 60},
    },
    # The safety of agents: every minute, and nothing that is older than that.
    "overdue-visits-are-called-out": {
        "task": "supervision.tasks.call_out_overdue",
        "schedule": crontab(),
        "options": {"expires": 60},
    },
    "conditions-turn-with-the-day": {
        "task": "supervision.tasks.turn_conditions",
        "schedule": crontab(hour=0, minute=10),
    },
    "compact-withdrawals": {
        "task": "interstate.tasks.withdraw",
        "schedule": crontab(),
        "options": {"expires": 60},
    },
    "compact-day-turns": {
        "task": "interstate.tasks.turn_the_day",
        "schedule": crontab(hour=0, minute=15),
    },
    "compact-reminders": {
        "task": "interstate.tasks.remind",
        "schedule": crontab(hour=6, minute=20),
    },
    "compact-messages-go": {
        "task": "ots.exchange.tasks.deliver_compact_messages",
        "schedule": crontab(),
        "options": {"expires": 60},
    },
    "compact-messages-come": {
        "task": "ots.exchange.tasks.take_compact_messages",
        "schedule": crontab(),
        "options": {"expires": 60},
    },
    "nightly-time-computation": {
        "task": "timecomp.tasks.nightly",
        "schedule": crontab(hour=1, minute=15),
    },
    # Workers, broker or database may have died: what waits of a run is sent again.
    "nightly-run-that-stopped": {
        "task": "timecomp.tasks.keep_the_night_going",
        "schedule": crontab(),
    },
    # What could not be computed at once, when the fact was saved, is taken up again.
    "recomputations-waiting": {
        "task": "timecomp.tasks.answer_waiting_requests",
        "schedule": crontab(),
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "ots.core.redaction.RedactingFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
}
