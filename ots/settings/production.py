"""A server: every secret and address comes from the environment, TLS is taken for granted."""

from django.core.exceptions import ImproperlyConfigured

from ots.settings import env
from ots.settings.base import *  # noqa: F403  settings are names by design

DEBUG = False
SECRET_KEY = env.text("SECRET_KEY")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS") or [env.text("ALLOWED_HOSTS")]
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
DATABASES = {"default": {**env.database("DATABASE_URL"), "CONN_MAX_AGE": 60}}
REDIS_URL = env.text("REDIS_URL")
CELERY_BROKER_URL = REDIS_URL
CELERY_RESULT_BACKEND = REDIS_URL
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
}
MEDIA_ROOT = env.path("MEDIA_ROOT", "/var/lib/ots/media")
SHOW_DEMO_USERS = False
if env.flag("DEMONSTRATION", default=False):
    raise ImproperlyConfigured("[DEMONSTRATION] is set: a server never runs as a demonstration.")

SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", default=True)
# A program is refused in words instead: sent on, it would never learn that its key went openly.
SECURE_REDIRECT_EXEMPT = [r"^exchange/compact/messages/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.number("SECURE_HSTS_SECONDS", 365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# Browsers take such a cookie from this very host over TLS only.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
