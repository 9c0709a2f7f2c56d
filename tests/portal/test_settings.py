"""The settings as another process reads them: production starts with what was chosen for it, or not at all."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

CHOSEN = {
    "SECRET_KEY": "chosen-for-this-production-alone",
    "ALLOWED_HOSTS": "vikarie.alvsunda.example",
    "PORTAL_URL": "https://vikarie.alvsunda.example",
}

SHARED = {"CACHE_URL": "dbcache://portal_cache"}

SMS = {
    "SMS_GATEWAY": "elks",
    "SMS_SENDER": "+46701740699",
    "SMS_ELKS_USERNAME": "chosen",
    "SMS_ELKS_PASSWORD": "chosen",
    "SMS_WEBHOOK_SECRETS": "elks=chosen",
}

FACTS = "import portal.settings as s; print(s.DEVELOPMENT, s.DEMO, s.DEBUG, s.SESSION_COOKIE_SECURE)"


def read(program: str = FACTS, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        env={"PATH": os.environ["PATH"], **environment},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


def test_development_needs_nothing_chosen():
    assert read(PORTAL_ENV="development").stdout.split() == ["True", "True", "False", "False"]


def test_production_starts_with_what_was_chosen_for_it():
    assert read(**CHOSEN).stdout.split() == ["False", "False", "False", "True"]


@pytest.mark.parametrize("name", CHOSEN)
def test_production_refuses_to_start_when_something_is_not_chosen(name):
    refused = read(**{key: value for key, value in CHOSEN.items() if key != name})

    assert refused.returncode != 0
    assert f"{name} must be set in production. See docs/operations.md" in refused.stderr


@pytest.mark.parametrize(
    ("name", "of_development"),
    [
        ("SECRET_KEY", "development-only-secret-never-in-production"),
        ("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]"),
        ("PORTAL_URL", "http://localhost:8000"),
    ],
)
def test_production_refuses_what_development_uses(name, of_development):
    assert f"{name} must be set in production" in read(**CHOSEN | {name: of_development}).stderr


def test_whatever_is_not_development_is_production():
    assert read(PORTAL_ENV="Development", **CHOSEN).stdout.split()[0] == "False"


@pytest.mark.parametrize(
    ("wrong", "check"),
    [
        ({"DEMO": "true", "SMS_GATEWAY": "local"}, "portal.E001"),
        ({}, "portal.E002"),
        ({"SMS_GATEWAY": "elks"}, "messaging.E002"),
        ({"WEB_CONCURRENCY": "4"}, "portal.E020"),
        ({"ALLOWED_HOSTS": "*"}, "portal.E021"),
        ({"PORTAL_URL": "http://vikarie.alvsunda.example"}, "portal.E022"),
        ({"PORTAL_URL": "https://en-annan.example"}, "portal.E023"),
    ],
)
def test_the_web_server_does_not_start_with_what_a_check_refuses(wrong, check):
    refused = read("import portal.wsgi", **CHOSEN | wrong)

    assert refused.returncode != 0
    assert check in refused.stderr


def test_the_web_server_starts_when_nothing_is_wrong():
    started = read("import portal.wsgi; print('up')", **SMS, **CHOSEN, **SHARED)

    assert (started.returncode, started.stdout) == (0, "up\n")


def test_the_web_server_does_not_look_for_garbage_in_what_it_has_loaded():
    started = read(
        "import gc, portal.wsgi; print(gc.get_freeze_count() > len(gc.get_objects()))", **SMS, **CHOSEN, **SHARED
    )

    assert started.stdout == "True\n"
