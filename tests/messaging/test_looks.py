"""How a message reads in the inbox."""

from datetime import timedelta

import pytest
from django.utils.html import strip_tags

from messaging import looks
from tests.clock import at
from tests.messaging.conftest import NOW


def shown(browser) -> str:
    return " ".join(browser.get("/meddelanden/").content.decode().split())


def test_an_app_says_how_its_messages_look(hers, amira, post, monkeypatch):
    monkeypatch.setattr(looks, "_looks", {})
    looks.dress("thing.happened", looks.Looks("check", "bokad", link=lambda message: f"/saker/{message.facts['pk']}/"))
    post(amira, subject="Klart", facts={"pk": "7"})

    page = shown(hers)

    assert "glyph--bokad" in page
    assert "#check" in page
    assert '<a href="/saker/7/">Klart</a>' in page


def test_the_address_that_an_sms_writes_out_is_the_headings_link_here(hers, amira, post):
    post(amira, subject="Du är bokad", body="Bokad: Gläntan. http://localhost:8000/bokningar/7/ Välkommen.")

    page = shown(hers)

    assert '<a href="/bokningar/7/">Du är bokad</a>' in page
    assert "localhost:8000/bokningar" not in page


def test_an_address_of_somebody_else_never_becomes_the_headings(hers, amira, post):
    message = post(
        amira,
        subject="Se här",
        body="http://localhost:8000//elsewhere.example http://localhost:8000.elsewhere.example/x",
    )

    page = shown(hers)

    assert f'<a href="/meddelanden/{message.pk}/">Se här</a>' in page
    assert 'href="//elsewhere' not in page


def test_a_time_reads_as_on_every_other_page(hers, amira, post):
    post(amira, body="Pass 07.00–15.30, ring 0980-319 210")

    whole = "Pass 07.00–15.30, ring 0980-319 210"
    assert whole in strip_tags(shown(hers))


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-05-12 05:30", "I dag 05.30"),
        ("2026-05-12 00:00", "I dag 00.00"),
        ("2026-05-11 23:59", "I går 23.59"),
        ("2026-05-10 12:00", "10 maj"),
        ("2025-12-31 12:00", "31 december 2025"),
    ],
)
def test_when_is_said_as_one_would(moment, expected):
    assert looks.when(at(moment), now=NOW) == expected


def test_machines_read_the_moment_to_the_minute(hers, amira, post):
    post(amira, at=NOW + timedelta(microseconds=123456))

    assert 'datetime="2026-05-12T05:45+0200"' in shown(hers)
