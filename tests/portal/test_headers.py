"""What protects whoever reads stands above every answer: of each kind, and of each status."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine
from django.conf import settings as portal_settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.http import http_date

from booking.models import Order
from portal import content_policy, health
from portal.pages.models import PortalDocument
from tests.cast import NOW
from tests.factories.pages import a_site
from tests.let_go import let_go
from tests.matrix import table
from tests.matrix.test_matrix import LINES, WAGTAILS, ask, sides
from tests.matrix.world import World, a_world

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
UNSAFE = ("'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "*")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=False), transaction.atomic():
        yield a_world()
        transaction.set_rollback(True)


def wanting(answer: HttpResponse, path: str = "/") -> list[str]:
    """What the answer should have said and did not."""
    said = [
        f"{name}: {answer.headers.get(name)}" for name, value in ALWAYS.items() if answer.headers.get(name) != value
    ]
    policy = answer.headers.get("Content-Security-Policy", "")
    if "default-src 'none'" not in policy or "frame-ancestors" not in policy:
        said.append(f"policy: {policy}")
    if answer.headers.get("Referrer-Policy") not in {"same-origin", "no-referrer"}:  # the latter where a link is a key
        said.append(f"Referrer-Policy: {answer.headers.get('Referrer-Policy')}")
    if "camera=()" not in answer.headers.get("Permissions-Policy", ""):
        said.append("Permissions-Policy")
    if not path.startswith(content_policy.EDITORS_PATHS):
        said += [f"policy: {policy}" for unsafe in UNSAFE if any(unsafe in part for part in scripts(policy))]
        said += ["framed"] * (answer.headers.get("X-Frame-Options") != "DENY" or "ancestors 'none'" not in policy)
    return said


def scripts(policy: str) -> list[str]:
    """What it says of scripts and, of pages, of styles."""
    of_a_file = "sandbox" in policy
    kinds = ("script-src", "default-src") if of_a_file else ("script-src", "default-src", "style-src")
    return [part for part in policy.split("; ") if part.startswith(kinds)]


@pytest.mark.parametrize("role", "ASMPCEO")
def test_every_route_answers_everybody_with_them(role, world):
    client = Client(raise_request_exception=False)
    if reader := world.reader(role):
        client.force_login(reader)
    wrong = {}

    for line in LINES.values():
        for method in line.ways:
            for side in sides(line, role, world)[:1]:
                answer, _text = ask(client, line, method, side)
                wrong[f"{method} {line.route} {answer.status_code}"] = wanting(answer)

    assert {place: said for place, said in wrong.items() if said} == {}


@pytest.mark.parametrize("role", "AEO")
def test_wagtails_screens_answer_with_them(role, world):
    client = Client(raise_request_exception=False)
    if reader := world.reader(role):
        client.force_login(reader)

    wrong = {}
    for shape in WAGTAILS.values():
        path = "/" + table.filled(shape)
        with transaction.atomic():
            answer = client.get(path)
            let_go(answer)
            wrong[path] = wanting(answer, path)
            transaction.set_rollback(True)

    assert {place: said for place, said in wrong.items() if said} == {}


def a_file_that_has_not_changed(**_: object) -> HttpResponse:
    let_go(a_static_file())
    return Client().get("/static/for-headers.js", headers={"if-modified-since": http_date(4_000_000_000)})


def a_redirect_to_tls(settings, **_: object) -> HttpResponse:
    settings.SECURE_SSL_REDIRECT = True
    return Client().get("/mer/")


def a_refused_host(**_: object) -> HttpResponse:
    return Client().get("/", headers={"host": "ond.example"})


def a_refused_host_before_tls(settings, **_: object) -> HttpResponse:
    settings.SECURE_SSL_REDIRECT = True
    return Client().get("/", headers={"host": "ond.example"})


def a_form_without_its_token(**_: object) -> HttpResponse:
    return Client(enforce_csrf_checks=True).post("/konto/login/", {"login": "x"})


def too_large(**_: object) -> HttpResponse:
    return Client().post("/csp/", b"x" * 100_000, content_type="application/csp-report")


def too_many(settings, **_: object) -> HttpResponse:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    browser = Client()
    browser.post("/konto/login/", {"login": "x", "password": "y"})
    return browser.post("/konto/login/", {"login": "x", "password": "y"})


def an_error_of_ours(monkeypatch, **_: object) -> HttpResponse:
    monkeypatch.setattr(health, "look", lambda **_: 1 / 0)
    return Client(raise_request_exception=False).get("/halsa/")


STATUSES: dict[int, list[Callable[..., HttpResponse]]] = {
    301: [a_redirect_to_tls],
    302: [lambda **_: Client().get("/min-sida/")],
    304: [a_file_that_has_not_changed],
    400: [
        a_refused_host,
        a_refused_host_before_tls,
        lambda **_: Client().get("/mer/", headers={"cookie": 'a="\\000"'}),
    ],
    403: [a_form_without_its_token],
    404: [lambda **_: Client().get("/finns-inte/"), lambda **_: Client().get("/static/finns-inte.js")],
    405: [lambda **_: Client().get("/sprak/")],
    413: [too_large],
    429: [too_many],
    500: [an_error_of_ours],
}


@pytest.mark.parametrize(("status", "ask_for"), [(status, one) for status, all_ in STATUSES.items() for one in all_])
def test_every_status_comes_with_them(status, ask_for, db, settings, monkeypatch):
    answer = ask_for(settings=settings, monkeypatch=monkeypatch)
    let_go(answer)

    assert answer.status_code == status
    assert wanting(answer) == []


def a_static_file(**_: object) -> HttpResponse:
    """As WhiteNoise sends it, which looks at what there is when it starts."""
    (Path(portal_settings.STATIC_ROOT) / "for-headers.js").write_text("1")
    return Client().get("/static/for-headers.js")


def a_picture(**_: object) -> HttpResponse:
    picture = Path(portal_settings.MEDIA_ROOT) / "images" / "for-headers.svg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text("<svg/>")
    return Client().get("/media/images/for-headers.svg")


def a_document(editor, signed_in, **_: object) -> HttpResponse:
    file = PortalDocument.objects.create(title="x", file=ContentFile(b"x", name="x.txt"))
    return signed_in(editor).get(file.url)


def a_list(kind: str) -> Callable[..., HttpResponse]:
    def ask_for(town, signed_in, **_: object) -> HttpResponse:
        town.order()
        return signed_in(town.planner).post(reverse("order:export", args=[kind]))

    return ask_for


FILES = [
    a_static_file, a_picture, a_document, a_list("csv"), a_list("xlsx"),
    lambda **_: Client().get("/robots.txt"), lambda **_: Client().get("/sitemap.xml"),
    lambda **_: Client().get("/app.webmanifest"), lambda **_: Client().get("/halsa/"),
]  # fmt: skip


@pytest.mark.parametrize("ask_for", FILES)
def test_a_file_runs_nothing_when_it_is_opened_by_itself(ask_for, town, editor, signed_in):
    answer = ask_for(town=town, editor=editor, signed_in=signed_in)
    let_go(answer)

    assert wanting(answer) == []
    assert answer.headers["Content-Security-Policy"] == content_policy.A_FILE


def test_the_service_worker_may_fetch_what_it_keeps(db, client):
    policy = client.get("/sw.js").headers["Content-Security-Policy"]

    assert "connect-src 'self'" in policy
    assert "sandbox" not in policy


def test_in_production_every_answer_over_tls_says_that_there_is_nothing_else(db, settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    browser = Client()

    answers = [browser.get(path, secure=True) for path in ("/", "/finns-inte/", "/robots.txt")]
    answers += [browser.get("/", headers={"host": "ond.example"}, secure=True)]

    said = {answer.headers["Strict-Transport-Security"].split(";")[0] for answer in answers}
    assert said == {"max-age=31536000"}
    assert "Strict-Transport-Security" not in browser.get("/").headers


def test_what_an_editor_previews_stands_in_a_frame_of_ours(signed_in, editor):
    home = a_site()
    answer = signed_in(editor).get(f"/admin/pages/{home.pk}/view_draft/")

    assert answer.status_code == 200
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "'unsafe-inline'" not in answer.headers["Content-Security-Policy"]


def test_the_desk_of_those_who_book_has_the_policy_of_the_portal(signed_in, town):
    town.order()
    board = signed_in(town.planner).get("/admin/tavla/")
    order = signed_in(town.planner).get(reverse("order:inspect", args=[Order.objects.get().pk]))

    assert {page.headers["Content-Security-Policy"] for page in (board, order)} == {
        Client().get("/finns-inte/").headers["Content-Security-Policy"]
    }
