"""What a log may not say is taken out, and what it is for stays."""

import pytest

from portal.masking import masked, without_secrets

KEY = "6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("to anna.berg@alvsunda.example now", "to [e-post] now"),
        ("+46701740605", "[telefon]"),
        ("ring 070-174 06 05.", "ring [telefon]."),
        ("0980-319 210", "[telefon]"),
        ("0046701740605", "[telefon]"),
        ("46701740605", "[siffror]"),
        ("koden 482913.", "koden [siffror]."),
        ("code=482913", "code=[siffror]"),
        ("900101-1239", "[personnummer]"),
        ("19900161-1239", "[personnummer]"),
        ("199001011239", "[personnummer]"),
        ("key Zm9yZmFsc2thZC1ueWNrZWwtc29t", "key [nyckel]"),
        ("cookie 7d1a4c9be2f04c7f8a1b2c3d4e5f6071", "cookie [nyckel]"),
        ("GET /f/abc123:xyz/", "GET /f/…/"),
        ("Not Found: /bokningar/482913/", "Not Found: /bokningar/[siffror]/"),
        ("GET /konto/password/reset/key/1-abc/", "GET /konto/password/reset/key/…/"),
        ("GET /konto/lank/abc.DEF/", "GET /konto/lank/…/"),
        ("POST /mina-enheter/inte-jag/abc-DEF/", "POST /mina-enheter/inte-jag/…/"),
    ],
)
def test_what_points_out_a_person_or_opens_something_goes(said, written):
    assert without_secrets(said) == written


@pytest.mark.parametrize(
    "said",
    [
        f"substitute:{KEY}",
        f"GET /admin/vikarier/{KEY}/",
        "2026-05-12 03:45:00,123 WARNING django.request Not Found: /finns-inte/",
        "2026-05-12T03:45:00.123456+00:00",
        'File "/srv/portal/booking/operations/bookings.py", line 123, in book_the_one_who_was_asked_first',
        "GET /tick/12345/",
        "10.20.30.40",
    ],
)
def test_what_a_log_is_for_stays(said):
    assert without_secrets(said) == said


def test_a_fact_is_hidden_by_its_name_whatever_it_looks_like():
    facts = {
        "name": "Anna",
        "code": 7,
        "Password": "hej",
        "rows": 12,
        "kind": "totp",
        "deep": {"phone": "x", "ok": True},
    }

    assert masked(facts) == {
        "name": "[dolt]",
        "code": "[dolt]",
        "Password": "[dolt]",
        "rows": 12,
        "kind": "totp",
        "deep": {"phone": "[dolt]", "ok": True},
    }


def test_each_of_many_is_masked():
    assert masked(["password", "070-174 06 05", None, 3]) == ["password", "[telefon]", None, 3]
