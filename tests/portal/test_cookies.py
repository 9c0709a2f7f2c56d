"""In production each cookie is this host's alone; on one's own machine there is no TLS, and it works as well."""

import re

from django.conf import settings

from tests.portal.test_settings import CHOSEN, SMS, read

APPS = ("portal", "people", "booking", "messaging", "home", "intyg")

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

SENT = """
import django; django.setup()
from django.test import Client
answer = Client().post("/utseende/", {"tema": "dark"}, secure=True, headers={"host": "vikarie.alvsunda.example"})
print(answer.cookies)
"""


def told(program: str, **environment: str) -> list[str]:
    answer = read("import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'portal.settings'\n" + program, **environment)
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.split()


def test_in_production_no_other_host_can_put_a_cookie_in_place_of_ours():
    assert told(NAMES, **CHOSEN, **SMS) == ["True", "True", "True", "True", "True", "None"]


def test_on_ones_own_machine_they_have_plain_names_and_need_no_tls():
    assert told(NAMES, PORTAL_ENV="development") == ["False", "False", "False", "False", "False", "None"]


def test_a_choice_of_looks_is_sent_as_such_a_cookie_must_be():
    said = " ".join(told(SENT, **CHOSEN, **SMS))

    assert re.search(r"__Host-tema=dark", said)
    assert {"Secure", "HttpOnly"} <= set(said.replace(";", "").split())
    assert "Path=/" in said
    assert "Domain" not in said


def test_no_view_sets_a_cookie_by_a_name_of_its_own():
    ours = (path for app in APPS for path in (settings.BASE_DIR / app).rglob("*.py"))

    setting = {str(path.relative_to(settings.BASE_DIR)) for path in ours if "set_cookie(" in path.read_text()}

    assert setting == {"people/views/answers.py"}
