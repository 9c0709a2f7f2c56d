"""What the security log is told of requests that are refused before or after they reach a page, and of files."""

import json

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import resolve

from portal import uploads
from portal.middleware import HandMadeForWagtail
from portal.pages.models import PortalDocument

REPORT = {"document-uri": "http://testserver/mer/", "effective-directive": "script-src", "blocked-uri": "inline"}


@pytest.mark.parametrize(("origin", "from_here"), [("https://ond.example", False), ("http://testserver", True)])
def test_a_form_without_our_mark(db, hears, origin, from_here):
    browser = Client(enforce_csrf_checks=True, headers={"origin": origin})

    with hears() as told:
        browser.post("/konto/login/", {"login": "x"})

    assert [event["facts"] for event in told.named("csrf.refused")] == [{"from_here": from_here}]
    assert "ond.example" not in str(told)


def test_what_a_browser_has_stopped(db, client, hears):
    body = json.dumps({"csp-report": REPORT | {"blocked-uri": "https://ond.example/?namn=anna"}})

    with hears() as told:
        client.post("/csp/", body, content_type="application/csp-report")
        client.post("/csp/", "{}", content_type="application/csp-report")

    (stopped,) = told.named("content_policy.stopped")
    assert stopped["facts"] == {"rules": ["script-src"], "pages": ["home:more"]}
    assert "anna" not in str(told)


def test_too_often_whoever_asks(db, client, settings, hears):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}

    with hears() as told:
        for _ in range(2):
            client.post("/konto/login/", {"login": "x", "password": "y"})

    assert [event["facts"] for event in told.named("limit.reached")] == [{"way": "account_login"}]


def test_what_is_too_large(db, client, hears):
    with hears() as told:
        client.post("/sprak/", b"", content_type="text/plain", CONTENT_LENGTH=str(uploads.MOST_BYTES + 1))

    assert [event["facts"] for event in told.named("upload.refused")] == [{"why": "size"}]


@pytest.mark.parametrize(
    ("name", "content", "facts"),
    [
        ("emmas-intyg.pdf", b"<html>", {"why": "kind", "kind": "pdf"}),
        ("emmas-intyg.txt", b"MZ\x90\x00", {"why": "kind", "kind": "txt"}),
        ("emmas-intyg.pdf", b"%PDF-1.7 /JavaScript", {"why": "runs"}),
    ],
)
def test_a_file_that_is_not_what_it_says(db, hears, name, content, facts):
    with hears() as told, pytest.raises(ValidationError):
        PortalDocument(title="x", file=ContentFile(content, name=name)).clean()

    assert [event["facts"] for event in told.named("upload.refused")] == [facts]
    assert "emma" not in str(told)


def test_what_a_screen_of_wagtails_cannot_read(rf, db, hears):
    request = rf.post("/admin/")
    request.user, request.resolver_match = AnonymousUser(), resolve("/admin/")

    with hears() as told:
        answer = HandMadeForWagtail(lambda _: None).process_exception(request, ValueError("Emma Ek"))

    assert answer.status_code == 400
    (stopped,) = told.named("request.unreadable")
    assert stopped["facts"] == {"way": "wagtailadmin_home", "error": "ValueError"}
