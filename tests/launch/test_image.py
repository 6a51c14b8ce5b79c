"""What the image is built from is enough: production settings load and every asset is found."""

import re
import shutil
import subprocess
import sys

import pytest

from ots.launch.paths import HERE

LAST_STAGE = (HERE.root / "ots" / "deploy" / "Dockerfile").read_text().rsplit("\nFROM ", 1)[1]
COPIED = re.findall(r"^COPY (?!--from)(\S+)", LAST_STAGE, re.M)


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    """A folder with what the last stage copies out of the tree, caches left behind."""
    folder = tmp_path_factory.mktemp("image")
    for source in COPIED:
        if (HERE.root / source).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "axe")
            shutil.copytree(HERE.root / source, folder / source, ignore=ignored)
        else:
            shutil.copy(HERE.root / source, folder)
    return folder


GIVEN = {
    "DJANGO_SETTINGS_MODULE": "ots.settings.production",
    "SECRET_KEY": "only-for-this-test-" + "0123456789abcdef" * 4,
    "ALLOWED_HOSTS": "ots.example.gov",
    "DATABASE_URL": "postgresql://none/none",
    "REDIS_URL": "redis://none",
}


def python(image, *words, without=""):
    environment = {name: value for name, value in GIVEN.items() if name != without}
    return subprocess.run(
        [sys.executable, *words],
        cwd=image,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_file_that_a_stylesheet_or_page_names_is_collected(image):
    done = python(image, "manage.py", "collectstatic", "--no-input")
    assert done.returncode == 0, done.stderr[-2000:]
    assert (image / "staticfiles" / "staticfiles.json").exists()


def test_the_settings_pass_the_check_for_servers(image):
    done = python(image, "manage.py", "check", "--deploy", "--fail-level", "ERROR")
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL"])
def test_the_site_does_not_start_without_its_settings(image, name):
    done = python(image, "-c", "import django; django.setup()", without=name)
    assert f"Set the environment variable [{name}]" in done.stderr
