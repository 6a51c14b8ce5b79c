"""The settings of a server: nothing to complain of, and never those of a demonstration."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SERVER = {
    "PATH": os.environ["PATH"],
    "DJANGO_SETTINGS_MODULE": "ots.settings.production",
    "SECRET_KEY": "v8Qm2-tz91_LxPqR4wK7uYbN3cD6eF0gH5jS" * 2,
    "ALLOWED_HOSTS": "ots.example.gov",
    "DATABASE_URL": os.environ.get("DATABASE_URL", "postgresql://ots@127.0.0.1/ots"),
    "REDIS_URL": "redis://127.0.0.1:6379/0",
}


def manage(*words: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env={**SERVER, **more},
        capture_output=True,
        text=True,
        check=False,
    )


def test_django_finds_nothing_to_complain_of():
    done = manage("check", "--deploy", "--fail-level", "INFO")
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_a_server_refuses_to_start_as_a_demonstration():
    done = manage("check", DEMONSTRATION="1")
    assert done.returncode != 0
    assert "never runs as a demonstration" in done.stderr


def test_cookies_belong_to_this_very_host_over_tls():
    told = "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)"
    told += "; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS)"
    told += "; print('closed to scripts:', s.SESSION_COOKIE_HTTPONLY, s.CSRF_COOKIE_HTTPONLY)"
    told += "; print('sent along:', s.SESSION_COOKIE_SAMESITE, s.CSRF_COOKIE_SAMESITE)"
    told += "; print('not sent on:', s.SECURE_SSL_REDIRECT, s.SECURE_REDIRECT_EXEMPT)"
    done = manage("shell", "--no-imports", "-c", told)
    assert "not sent on: True ['^exchange/compact/messages/$']" in done.stdout
    assert "__Host-session __Host-csrf" in done.stdout
    assert f"True True {365 * 24 * 60 * 60}" in done.stdout
    assert "closed to scripts: True True" in done.stdout
    assert "sent along: Lax Lax" in done.stdout
