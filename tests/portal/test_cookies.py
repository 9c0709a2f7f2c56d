"""In production each cookie is this host's alone; on one's own machine there is no TLS, and it works as well."""

import json

import pytest
from django.conf import settings

from people.federation import saml
from portal import cookies
from tests.portal.test_settings import CHOSEN, SMS, read
from tests.processes import url_of_what_outlives

APPS = ("portal", "people", "booking", "messaging", "home", "intyg", "payroll", "scheduling")

NAMES = """
import django; django.setup()
from django.conf import settings as s
from portal.context_processors import THEME_COOKIE
from portal.messages import HostCookie
from people.views.kept import COOKIE
from booking.views.substitute.calendar import VIEW_COOKIE
from portal.pages.keeping import ONES_OWN_COOKIES
from people.federation import saml
if saml.is_installed():
    from people.federation.saml.views import COOKIE as SAML
else:
    SAML = THEME_COOKIE
names = [s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.LANGUAGE_COOKIE_NAME, s.MFA_TRUST_COOKIE_NAME, THEME_COOKIE,
         HostCookie.cookie_name, COOKIE, VIEW_COOKIE, SAML, *ONES_OWN_COOKIES]
print(all(name.startswith("__Host-") for name in names), any(name.startswith("__Host-") for name in names))
print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.LANGUAGE_COOKIE_SECURE, s.SESSION_COOKIE_DOMAIN)
"""

SET_FOR_REAL = f"""
import json
from django.conf import settings
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"  # none is built
import django; django.setup()
from django.db import transaction
from django.test import Client
from portal import cookies
from tests.factories.people import PASSWORD, SubstituteFactory

def asked(method, address, form=None):
    answer = getattr(browser, method)(address, form, secure=True, headers={{"host": "{CHOSEN["ALLOWED_HOSTS"]}"}})
    found.update({{name: dict(sent, value=sent.value) for name, sent in answer.cookies.items() if sent.value}})

found, browser = {{}}, Client()
with transaction.atomic():
    user = SubstituteFactory().user
    asked("get", "/konto/login/")
    asked("post", "/konto/login/", {{"login": user.username, "password": PASSWORD, "remember": "on"}})
    asked("get", "/min-sida/")
    asked("post", "/utseende/", {{"tema": "dark"}})
    asked("post", "/sprak/", {{"sprak": "en"}})
    asked("get", "/kalender/?val=1")
    asked("post", "/konto/reauthenticate/", {{"password": PASSWORD}})
    new = "Blabar-och-4-hjortron"
    asked("post", "/konto/password/change/", {{"oldpassword": PASSWORD, "password1": new, "password2": new}})
    if settings.IDENTITY_PROVIDERS:
        asked("post", "/konto/saml/kommunen/svar/", {{"SAMLResponse": "x"}})
    transaction.set_rollback(True)
print(json.dumps([found, [each.name for each in cookies.all_of_ours() if not each.by_script]]))
"""
"""Somebody signs in and chooses, over TLS; what she did is undone, and what her browser was told is printed."""

SAML = {
    "SAML_PROVIDERS": "kommunen",
    "SAML_KOMMUNEN_ENTITY_ID": "https://idp.alvsunda.example",
    "SAML_KOMMUNEN_SSO_URL": "https://idp.alvsunda.example/sso",
    "SAML_KOMMUNEN_CERTIFICATES": "x",
}
NAMED = [*(each.name for each in cookies.all_of_ours() if not each.by_script), "saml-answer"]


@pytest.fixture(scope="module")
def in_production(django_db_setup, django_db_blocker, tmp_path_factory) -> tuple[dict[str, dict[str, str]], list[str]]:
    """What each cookie was set with, by its name, and the names of those that there are."""
    with django_db_blocker.unblock():
        url = url_of_what_outlives(tmp_path_factory.mktemp("cookies"))
    more = SAML if saml.is_installed() else {}
    (said,) = told(SET_FOR_REAL, **CHOSEN, **SMS, **more, DATABASE_URL=url, separator="\n")
    found, named = json.loads(said)
    return found, named


def told(program: str, *, separator: str | None = None, **environment: str) -> list[str]:
    answer = read("import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'portal.settings'\n" + program, **environment)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.strip().split(separator)


def test_in_production_no_other_host_can_put_a_cookie_in_place_of_ours():
    assert told(NAMES, **CHOSEN, **SMS) == ["True", "True", "True", "True", "True", "None"]


def test_on_ones_own_machine_they_have_plain_names_and_need_no_tls():
    assert told(NAMES, PORTAL_ENV="development") == ["False", "False", "False", "False", "False", "None"]


@pytest.mark.parametrize("name", NAMED)
def test_each_is_set_so_that_no_other_host_script_or_site_has_a_use_of_it(name, in_production):
    if name == "saml-answer" and not saml.is_installed():
        pytest.skip("the library for SAML is not installed: requirements-saml.in")
    found, _names = in_production

    sent = found[f"__Host-{name}"]

    assert (sent["secure"], sent["httponly"], sent["samesite"]) == (True, True, "Lax")
    assert (sent["path"], sent["domain"]) == ("/", "")


def test_no_other_is_set_on_the_way_and_each_that_is_listed_was(in_production):
    found, names = in_production

    assert sorted(found) == sorted(names)


def test_no_view_sets_a_cookie_by_a_name_of_its_own():
    ours = (path for app in APPS for path in (settings.BASE_DIR / app).rglob("*.py"))

    setting = {str(path.relative_to(settings.BASE_DIR)) for path in ours if "set_cookie(" in path.read_text()}

    assert setting == {"people/views/answers.py"}
