"""The server that messages leave by, and whom they come from."""

from ots.settings import env

EMAIL_HOST = env.text("MAIL_HOST", "localhost") or "localhost"
EMAIL_PORT = env.number("MAIL_PORT", 25)
EMAIL_HOST_USER = env.text("MAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("MAIL_PASSWORD", "")
EMAIL_USE_TLS = env.flag("MAIL_TLS", default=False)
# A mail server that does not answer must not hold up the worker that tells of a night.
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "ots@localhost") or "ots@localhost"
