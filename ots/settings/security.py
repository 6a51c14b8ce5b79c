"""Sign-in, sessions, cookies and the content security policy."""

from csp.constants import NONCE, NONE, SELF

from ots.settings import env

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "guardian.backends.ObjectPermissionBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
# Length and lists of known passwords, nothing else (CJIS Security Policy IA-5): no rule asks for
# digits or signs, spaces are fine, and nothing is cut off.
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 8},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "ots.access.signing_in.passwords.BannedPasswordValidator"},
]
# To be looked through each quarter; an installation may name a longer list.
BANNED_PASSWORDS = env.path(
    "BANNED_PASSWORDS", str(env.ROOT / "ots/access/signing_in/banned_passwords.txt")
)
# The policy asks for a new password each year; OWASP ASVS 6.2.10 advises against. 0 asks for none.
PASSWORD_REFRESH_DAYS = env.number("PASSWORD_REFRESH_DAYS", 365)
# True in a demonstration alone: its own accounts sign in without a second factor.
DEMONSTRATION = False
LOGIN_URL = "access:sign-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "access:sign-in"

# AC-11: a session locks after at most 30 minutes without activity; IA-5(j): it ends after 12 hours.
SESSION_IDLE_MINUTES = min(30, env.number("SESSION_IDLE_MINUTES", 30))
SESSION_HOURS = 12
# How long a proof counts before administration and changes of second factors ask again.
STEP_UP_MINUTES = env.number("STEP_UP_MINUTES", 15)
# The lock and the end are the session guard's; the cookie only outlives both.
SESSION_COOKIE_AGE = SESSION_HOURS * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "ots.core.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# Nobody is an object-permission holder without a name.
ANONYMOUS_USER_NAME = None
GUARDIAN_RAISE_403 = False

# How many proxies of ours stand in a row before the site; only they may name the real address.
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0)
# Keys that seal what must not be read in the database: the first seals, all of them open.
# Without any, the setting SECRET_KEY serves.
SEALING_KEYS = env.words("SEALING_KEYS") or [
    env.text("SECRET_KEY", "local-machine-only-not-a-secret")
]

# How many requests in which time, by user or by address.
RATE_LIMITS = {
    "sign-in": env.text("LIMIT_SIGN_IN", "60/5m"),
    "failed-sign-in": env.text("LIMIT_FAILED_SIGN_IN", "15/15m"),
    "search": env.text("LIMIT_SEARCH", "120/m"),
    "export": env.text("LIMIT_EXPORT", "30/h"),
    "public": env.text("LIMIT_PUBLIC", "240/m"),
    "machine": env.text("LIMIT_MACHINE", "600/m"),
}

# Where uploads are looked through for malware: a dotted name in ots.core.uploads.scanners.
MALWARE_SCANNER = env.text("MALWARE_SCANNER", "ots.core.uploads.scanners.NoScanner")
# Where clamd listens: host:port, or the path of a socket.
CLAMD_ADDRESS = env.text("CLAMD_ADDRESS", "127.0.0.1:3310")

# Uploads: photographs only, checked again by content where they are taken in.
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
