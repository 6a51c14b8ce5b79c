"""A developer's or visitor's own machine; ``make run`` names the servers it started."""

from ots.launch.single import Run
from ots.settings import env
from ots.settings.base import *  # noqa: F403  settings are names by design

# A command typed beside a living ``make run`` finds that run's servers.
env.fill(Run(env.ROOT / ".local").environment())

DEBUG = env.flag("DEBUG", default=False)
SECRET_KEY = env.text("SECRET_KEY", "local-machine-only-not-a-secret")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
DATABASES = {"default": env.database("DATABASE_URL", "postgresql://ots@127.0.0.1:5432/ots")}
REDIS_URL = env.text("REDIS_URL", "redis://127.0.0.1:6379/0")
CELERY_BROKER_URL = REDIS_URL
CELERY_RESULT_BACKEND = REDIS_URL
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# Shown on the sign-in page of a demonstration only.
SHOW_DEMO_USERS = True
# The demonstration's accounts need no second factor; every page says so.
DEMONSTRATION = True
