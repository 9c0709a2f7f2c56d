"""Browsers tell what they have stopped, and anybody can pretend to be one."""

import json

import pytest
from django.core.cache import cache

from people.models import Stopped
from people.operations import stopped
from portal import reports
from tests.cast import NOW

HERE = "http://testserver"
OLD = "application/csp-report"
NEW = "application/reports+json"


def old(**said: object) -> bytes:
    return json.dumps(
        {"csp-report": {"document-uri": f"{HERE}/mer/", "effective-directive": "script-src"} | said}
    ).encode()


def new(**said: object) -> bytes:
    body = {"documentURL": f"{HERE}/mer/", "effectiveDirective": "img-src", "blockedURL": "https://ond.example/x?y"}
    return json.dumps([{"type": "csp-violation", "body": body | said}, {"type": "deprecation", "body": {}}]).encode()


def sums() -> list[tuple[str, str, str, int]]:
    return sorted(Stopped.objects.values_list("rule", "source", "page", "times"))


@pytest.mark.parametrize(
    ("kind", "body", "kept"),
    [
        (OLD, old(**{"blocked-uri": "inline"}), ("script-src", "inline", "home:more", 1)),
        (
            OLD,
            old(**{"blocked-uri": "https://ond.example:8443/x?namn=anna"}),
            ("script-src", "ond.example", "home:more", 1),
        ),
        (OLD, old(**{"blocked-uri": "chrome-extension://abc/x.js"}), ("script-src", "extension", "home:more", 1)),
        (OLD, old(**{"blocked-uri": ["x"], "effective-directive": {"x": 1}}), ("other", "other", "home:more", 1)),
        (NEW, new(), ("img-src", "ond.example", "home:more", 1)),
        (NEW, new(blockedURL="data:text/html,x"), ("img-src", "data", "home:more", 1)),
        (NEW, new(documentURL=f"{HERE}/finns/inte/"), ("img-src", "ond.example", "wagtail_serve", 1)),
    ],
)
def test_a_report_is_kept_as_a_sum_without_address_or_person(client, db, kind, body, kept):
    answer = client.post("/csp/", body, content_type=kind)

    assert (answer.status_code, answer.content) == (204, b"")
    assert sums() == [kept]


def test_the_same_again_is_counted(client, db):
    for _ in range(3):
        client.post("/csp/", new(), content_type=NEW)

    assert sums() == [("img-src", "ond.example", "home:more", 3)]


@pytest.mark.parametrize(
    "body",
    [b"{", b"[[[[", b"[" * 9000, b"null", b"3", b'"x"', b"[null, 3]", b'{"csp-report": 3}', b"\xff\xfe", b"{}",
     old(**{"document-uri": "https://en-annan.example/"}), old(**{"document-uri": "http://[x"}),
     old(**{"document-uri": None})],
)  # fmt: skip
def test_what_is_no_report_of_a_page_of_ours_is_nothing(client, db, body):
    assert client.post("/csp/", body, content_type=OLD).status_code == 204
    assert sums() == []


def test_what_is_too_large_is_not_read(client, db):
    assert client.post("/csp/", b"x" * (reports.MOST_BYTES + 1), content_type=OLD).status_code == 413


def test_another_kind_of_body_is_refused(client, db):
    assert client.post("/csp/", {"a": "b"}).status_code == 400


def test_one_address_may_not_report_for_ever(client, db):
    answers = [client.post("/csp/", new(), content_type=NEW).status_code for _ in range(reports.EACH.most + 1)]

    assert answers[-2:] == [204, 429]
    assert client.post("/csp/", new(), content_type=NEW, REMOTE_ADDR="192.0.2.9").status_code == 204


def test_in_one_report_only_the_first_few_are_read(client, db):
    many = [json.loads(new(blockedURL=f"https://h{number}.example/"))[0] for number in range(40)]

    client.post("/csp/", json.dumps(many)[: reports.MOST_BYTES], content_type=NEW)

    assert len(sums()) <= reports.AT_ONCE


def test_there_is_an_end_to_what_is_kept(db, monkeypatch):
    monkeypatch.setattr(stopped, "MOST_SUMS", 3)

    for source in [*(f"h{number}.example" for number in range(5)), *["ond.example"] * 3]:
        stopped.note("img-src", source, "x", at=NOW)

    assert len(sums()) == 3
    assert ("img-src", "ond.example", "x", 3) in sums(), "whoever fills them hides nothing that comes after"


def test_what_is_stopped_again_and_again_is_not_pushed_out_by_what_is_seen_once(db, monkeypatch):
    monkeypatch.setattr(stopped, "MOST_SUMS", 3)
    for _ in range(2):
        stopped.note("img-src", "ond.example", "x", at=NOW)

    for number in range(9):
        stopped.note("img-src", f"h{number}.example", "x", at=NOW)

    assert ("img-src", "ond.example", "x", 2) in sums()


def test_what_has_not_been_seen_for_three_months_is_forgotten(db):
    stopped.note("img-src", "gammal.example", "x", at=NOW - stopped.KEPT_FOR * 2)
    stopped.note("img-src", "ny.example", "x", at=NOW)

    stopped.forget(at=NOW)

    assert [source for _rule, source, *_ in sums()] == ["ny.example"]


def test_every_page_says_where_to_report(client, db):
    answer = client.get("/finns-inte/")

    assert "report-uri /csp/; " in f"{answer.headers['Content-Security-Policy']}; "
    assert "report-to csp" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Reporting-Endpoints"] == 'csp="/csp/"'


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()
