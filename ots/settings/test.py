"""The test suite: real PostgreSQL, real Redis, quick passwords, nothing sent outside."""

from ots.settings import env
from ots.settings.local import *  # noqa: F403  settings are names by design
from ots.settings.local import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DATABASES["default"]["TEST"] = {"NAME": env.text("TEST_DATABASE_NAME", "test_ots")}
SHOW_DEMO_USERS = False
DEMONSTRATION = False
# Tests that ask for limits turn them on.
RATELIMIT_ENABLE = False
MEDIA_ROOT = env.ROOT / ".local" / "test-media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
