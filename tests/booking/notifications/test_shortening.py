"""What gives way when two SMS are not enough, in which order, and what never does."""

import pytest

from booking.notifications.enquiries import link_of
from booking.notifications.shortening import cut, ever_shorter, for_phones
from messaging.segments import segments
from tests.booking.notifications.examples import a_world, posted

FACTS = {"place": "Björkgården", "contact": ("Eva Lind, 0980-319 245", "0980-319 245"), "url": ("https://x/", "")}
STREET = "Norra Järnvägsgatan 114 B, uppgång 3, 4 trappor, ring på hos Lönnen, 981 38 Älvsunda"


def test_the_first_try_leaves_nothing_out():
    assert next(ever_shorter(FACTS, ("url", "contact"))) == {
        "place": "Björkgården", "contact": "Eva Lind, 0980-319 245", "url": "https://x/",
    }  # fmt: skip


def test_the_link_goes_before_the_contacts_name_and_then_names_are_cut():
    tried = [(shorter["url"], shorter["contact"]) for shorter in ever_shorter(FACTS, ("url", "contact"))]

    assert list(dict.fromkeys(tried)) == [
        ("https://x/", "Eva Lind, 0980-319 245"),
        ("", "Eva Lind, 0980-319 245"),
        ("", "0980-319 245"),
    ]


def test_what_no_kind_gives_way_to_stays_whole():
    assert {shorter["url"] for shorter in ever_shorter(FACTS, ())} == {"https://x/"}


def test_an_accent_goes_before_anything_is_left_out(town):
    world = a_world(town, contact="Šefika Hadžić", name="Särskilt boende Björkgården, avdelning Lönnen")

    body = posted("booking.booked", world).body

    assert "Kontakt: Sefika Hadzic, 0980-319 245." in body
    assert "/bokningar/" in body


@pytest.mark.parametrize("names", ["usual", "long"])
def test_the_link_that_answers_an_enquiry_has_room_beside_a_code(names, request):
    world = request.getfixturevalue(names)

    body = posted("enquiry.asked", world).body

    assert body.endswith(link_of(world.enquiries[1]))
    assert f"JA {world.enquiries[1].code} eller NEJ {world.enquiries[1].code}" in body


def test_that_link_is_never_longer_than_the_address_of_the_page(usual):
    assert len(link_of(usual.enquiries[1])) < len(f"/forfragningar/{usual.enquiries[1].pk}/")


def test_an_accent_stays_where_there_is_room(town):
    assert "Šefik Ek kommer" in posted("booking.filled", a_world(town, who="Šefik Ek")).body


@pytest.mark.parametrize(
    ("address", "who"),
    [(f"{STREET}, porten mot gården", "Annika Lind,"), (f"{STREET}, {STREET}"[:160], "0980-319 245")],
)
def test_a_booking_with_too_long_an_address_loses_the_link_then_the_contacts_name(town, address, who):
    body = posted("booking.booked", a_world(town, address=address, contact=("Annika Lind, " * 6).strip(", "))).body

    assert f"{address}. Kontakt: {who}" in body
    assert "0980-319 245." in body
    assert "http" not in body


def test_letters_of_another_alphabet_are_kept_and_names_cut_so_that_the_sms_fits(town):
    world = a_world(town, contact="Світлана Петренко-Коваленко", name="Björkgården Світлана " * 3, phone="")

    body = posted("booking.booked", world).body

    assert "onsdag 13 maj 07.00-16.00" in body
    assert "Björkgården Світлана" in body
    assert "..." in body
    assert segments(body) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Šefik Đurić", "Sefik Duric"),
        ("Åsa Öberg-Ängström, é", "Åsa Öberg-Ängström, é"),
        ("Łukasz “Luk” 07.00–16.00", 'Lukasz "Luk" 07.00-16.00'),
        ("Bra 👍 så", "Bra  så"),
        ("Світлана", "Світлана"),
    ],
)
def test_a_phones_alphabet_is_used_where_it_can_be(text, expected):
    assert for_phones(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("Björkgården", "Björkgården"), ("Björkgården, avdelning 3", "Björkgården...")]
)
def test_what_is_cut_says_so(text, expected):
    assert cut(text, 15) == expected
