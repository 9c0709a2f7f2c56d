"""Somebody goes each way through the portal with her names, numbers, codes and keys, and no log has any of them."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from messaging.models import Message
from people.importing.staff.columns import COLUMNS
from people.models import StaffImport, User
from people.operations import password_links
from people.tasks import carry_out_staff
from tests.factories.people import PASSWORD
from tests.people.second_step_world import SECRET as OF_THE_APP
from tests.people.second_step_world import code_of, paper_of, with_app
from tests.planted import EMAIL, NAME, NUMBER, PHONE, PLANTED, REAL, SECRET, WRITTEN, nothing_of

FIRST, LOGIN = "Planteria", "plantlogin"


@pytest.fixture
def her(town):
    account = {"username": LOGIN, "first_name": FIRST, "last_name": NAME, "email": EMAIL, "phone": PHONE}
    return town.substitute(**{f"user__{name}": value for name, value in account.items()}, user__phone_verified=True)


HERS = (*PLANTED, NAME, FIRST, LOGIN, PASSWORD)


def other_than(right: str) -> str:
    return "111111" if right != "111111" else "222222"


def sent(kind: str, pattern: str) -> str:
    """What stands in the latest message of the kind."""
    return re.search(pattern, Message.objects.filter(kind=kind).latest("posted_at").body)[0]


@pytest.fixture
def walked(django_capture_on_commit_callbacks, drain, logs, settings):
    """Whatever was done is kept and all messages leave; neither they nor the logs say what opens anything.

    The events tell that the way was gone; into the list goes what opened something on it.
    """
    settings.DEMO = False  # its pages are the telephones, and show what they got

    @contextmanager
    def walk(*events: str) -> Iterator[list[str]]:
        opens: list[str] = []
        with django_capture_on_commit_callbacks(execute=True):
            yield opens
        drain()
        assert [event for event in events if f'"{event}"' not in logs.getvalue()] == []
        nothing_of((*HERS, *opens), logs)
        bodies = "".join(Message.objects.values_list("body", flat=True))
        assert [value for value in (NUMBER, REAL, PHONE, WRITTEN, SECRET, PASSWORD, *opens) if value in bodies] == []

    return walk


def test_by_a_password_wrong_and_right(her, walked):
    with walked("sign_in.failed", "sign_in.done"):
        for login in (LOGIN, EMAIL, WRITTEN):
            Client().post("/konto/login/", {"login": login, "password": SECRET})
            Client().post("/konto/login/", {"login": login, "password": PASSWORD})


def test_by_a_code_wrong_and_right(her, walked):
    browser = Client()
    with walked("sign_in.code_sent", "sign_in.code_refused", "sign_in.done") as opens:
        browser.post("/konto/login/code/", {"phone": WRITTEN, "username": LOGIN})
        code = sent("login.code", r"\d{6}")
        for written in (other_than(code), code):
            browser.post("/konto/login/code/confirm/", {"code": written})
        opens.append(code)


def test_by_an_app_and_by_a_code_on_paper(her, walked):
    now = timezone.now()
    with walked("second_step.failed", "second_step.used") as opens:
        with_app(her.user, at=now)
        opens.extend([OF_THE_APP, code_of(OF_THE_APP, now), paper_of(her.user)[0]])
        for written in ("000000", *opens[1:]):
            browser = Client()
            browser.post("/konto/login/", {"login": LOGIN, "password": PASSWORD})
            browser.post("/konto/login/kod/", {"code": written})


def test_by_a_new_password_from_a_mail(her, walked):
    browser = Client()
    with walked("account.mail_sent", "password.reset") as opens:
        browser.post("/konto/password/reset/", {"email": EMAIL})
        link = sent("account.mail", r"/konto/password/reset/key/\S+")
        form = browser.get(link, follow=True).request["PATH_INFO"]
        browser.post(form, {"password1": SECRET, "password2": SECRET})
        opens.append(link.strip("/").rpartition("/")[2])


def test_by_a_link_that_a_planner_sent(her, town, walked):
    with walked("password_link.sent", "password_link.used") as opens:
        link = password_links.send(her.user, by=town.planner, at=timezone.now())
        for _ in range(2):
            Client().post(f"/konto/lank/{link.token}/", {"password1": SECRET, "password2": SECRET})
        opens.append(link.token)

    assert User.objects.get(pk=her.user.pk).check_password(SECRET)


def test_another_number(her, walked):
    browser = Client()
    browser.post("/konto/login/", {"login": LOGIN, "password": PASSWORD})
    with walked("phone.code_asked", "phone.code_refused", "account.changed") as opens:
        browser.post("/profil/mobilnummer/", {"phone": "070-174 06 98"})
        code = sent("phone.code", r"\d{6}")
        for written in (other_than(code), code):
            browser.post("/profil/mobilnummer/kod/", {"code": written})
        opens.extend([code, "070-174 06 98", "+46701740698"])

    assert User.objects.get(pk=her.user.pk).phone == "+46701740698"


def test_a_search(her, town, signed_in, logs):
    browser = signed_in(town.planner)
    for value in HERS:
        for address in ("/sok/", "/admin/vikarier/", "/admin/bestallningar/", "/admin/pages/search/", "/finns-inte/"):
            browser.get(address, {"q": value}, headers={"referer": f"http://testserver/sok/?q={value}"})

    assert "/finns-inte/" in logs.getvalue()
    nothing_of(HERS, logs)


def test_staff_that_is_read_in(owner, signed_in, walked):
    one = {"first_name": FIRST, "last_name": NAME, "email": EMAIL, "phone": WRITTEN, "born": "1990-01-01"}
    file = io.StringIO()
    rows = csv.writer(file, delimiter=";")
    rows.writerow([column.heading for column in COLUMNS])
    rows.writerow([one.get(column.key, "Redaktör" if column.key == "role" else "") for column in COLUMNS])
    rows.writerow([NUMBER, SECRET, "inte-en-adress", WRITTEN, REAL])
    browser = signed_in(owner)

    with walked("staff.import_ordered", "account.opened", "role.given"):
        browser.post("/admin/konton/personal/", {"file": SimpleUploadedFile(f"{NAME}.csv", file.getvalue().encode())})
        browser.post(reverse("account:staff_carry_out", args=[StaffImport.objects.get().pk]))
        carry_out_staff(str(StaffImport.objects.get().pk))

    assert User.objects.filter(last_name=NAME).exists()


def test_help_by_looking_as_her(her, owner, signed_in, walked):
    browser, why = signed_in(owner), f"{NAME} {WRITTEN} {REAL}"
    with walked("support.refused", "support.code_refused", "support.begun", "support.ended") as opens:
        for username in ("nagon-annan", LOGIN):
            asked = browser.post("/admin/hjalp-en-person/", {"username": username, "reason": why})
        code = sent("account.support_code", r"\d{6}")
        for written in (other_than(code), code):
            browser.post(asked["Location"], {"code": written})
        browser.get("/profil/")
        browser.post("/profil/mobilnummer/", {"phone": WRITTEN})
        browser.post("/hjalp/avsluta/")
        opens.append(code)
