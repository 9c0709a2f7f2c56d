"""Links out of the portal: only public addresses are asked, by the clock, and only where it is switched on."""

import http.client
import socket
from datetime import timedelta

import pytest

from portal.management.commands.setup_schedules import SCHEDULES
from portal.pages.care import asking, checking
from portal.pages.models import OutsideLink
from tests.cast import NOW


def answers(monkeypatch: pytest.MonkeyPatch, *numbers: str) -> None:
    """Let every name have these numbers; whoever connects fails the test."""
    rows = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: rows)
    monkeypatch.setattr(socket, "create_connection", lambda *_a, **_k: pytest.fail("the portal called somebody"))


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.0.0.7", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    ],
)  # fmt: skip
def test_an_address_inside_is_never_called(number, monkeypatch):
    answers(monkeypatch, number)

    assert asking.problem("http://inne.example/") == "closed"


def test_a_name_with_one_number_outside_and_one_inside_is_never_called(monkeypatch):
    answers(monkeypatch, "1.1.1.1", "127.0.0.1")

    assert asking.problem("http://tvetydig.example/") == "closed"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:alert(1)", "//example.org/",
        "http://example.org:8000/", "https://example.org:22/", "http://vem@example.org/", "http://[::1", "",
        "http://example.org:99999/",
    ],
)  # fmt: skip
def test_nothing_but_plain_web_addresses_is_called(address, monkeypatch):
    answers(monkeypatch, "1.1.1.1")

    assert asking.problem(address) == "closed"


def test_the_number_that_was_looked_at_is_the_one_that_is_called(monkeypatch):
    answers(monkeypatch, "1.1.1.1")
    called = []
    monkeypatch.setattr(
        socket, "create_connection", lambda address, timeout: called.append((address, timeout)) or 1 / 0
    )

    with pytest.raises(ZeroDivisionError):
        asking.problem("http://ute.example/")

    assert called == [(("1.1.1.1", 80), asking.PATIENCE)]


@pytest.mark.parametrize(
    ("error", "problem"),
    [(socket.gaierror(), "name"), (TimeoutError(), "silent"), (ConnectionRefusedError(), "silent"),
     (http.client.BadStatusLine("?"), "silent")],
)  # fmt: skip
def test_what_went_wrong_is_said_in_a_word(error, problem, monkeypatch):
    def fail(*_arguments: object, **_named: object) -> None:
        raise error

    monkeypatch.setattr(asking, "_code", fail)

    assert asking.problem("https://ute.example/") == problem


@pytest.mark.parametrize(("code", "problem"), [(200, ""), (301, ""), (403, ""), (429, ""), (404, "404"), (500, "500")])
def test_a_fault_is_its_code(code, problem, monkeypatch):
    monkeypatch.setattr(asking, "_code", lambda _parts: code)

    assert asking.problem("https://ute.example/") == problem


@pytest.fixture
def two_links(a_guide) -> None:
    a_guide(
        "Lön", '<p><a href="https://a.example/">a</a> <a href="https://b.example/">b</a> <a href="/intyg/">c</a></p>'
    )
    a_guide("Utkast", '<p><a href="https://c.example/">c</a></p>', live=False)


def test_nobody_is_asked_until_it_is_switched_on(two_links, settings):
    assert settings.CHECK_OUTSIDE_LINKS is False

    assert checking.check(at=NOW, ask=pytest.fail) == 0


def test_each_link_of_a_published_page_is_asked_once_a_week(two_links, settings):
    settings.CHECK_OUTSIDE_LINKS = True
    asked: list[str] = []

    def ask(address: str) -> str:
        asked.append(address)
        return "404" if "b." in address else ""

    for days in (0, 1, 6, 7):
        checking.check(at=NOW + timedelta(days=days), ask=ask)

    assert asked == ["https://a.example/", "https://b.example/"] * 2
    assert [link.address for link in OutsideLink.objects.broken()] == ["https://b.example/"]


def test_a_link_that_no_page_has_any_more_is_forgotten(two_links, settings):
    settings.CHECK_OUTSIDE_LINKS = True
    OutsideLink.objects.create(address="https://gammal.example/", problem="404")

    checking.check(at=NOW, ask=lambda _address: "")

    assert not OutsideLink.objects.filter(address="https://gammal.example/").exists()


def test_publishing_reminding_and_asking_go_by_the_clock():
    by_name = {recurring.name: recurring for recurring in SCHEDULES}

    assert "publish_scheduled" in by_name["publish pages"].arguments
    assert by_name["remind of pages"].task == "portal.pages.tasks.remind"
    assert by_name["check links"].task == "portal.pages.tasks.check_links"
