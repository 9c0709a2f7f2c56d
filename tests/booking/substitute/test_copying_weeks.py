"""A week of hers copied to another, from wherever it is offered."""

import pytest

from booking.models import Availability, Kind
from tests.booking.substitute.reading import text
from tests.cast import at
from tests.factories.booking import AvailabilityFactory

COPY = "/kalender/kopiera/"


def put_in(amira, day, hours=("07:00", "16:00"), **more):
    starts, ends = (at(f"{day} {clock}") for clock in hours)
    return AvailabilityFactory(substitute=amira, starts=starts, ends=ends, **({"kind": Kind.AVAILABLE} | more))


@pytest.fixture
def monday(amira):
    return put_in(amira, "2026-05-11")


def starts(amira):
    return [row.starts for row in Availability.objects.filter(substitute=amira).order_by("starts")]


def test_the_form_for_new_time_offers_the_latest_week_in_a_tap(phone, amira, monday):
    put_in(amira, "2026-05-13")
    for address in ("/kalender/", "/kalender/lagg-tid/"):
        page = phone.get(address).content.decode()
        assert "Samma som vecka 20?" in page
        assert "Må och on 07–16" in page
        assert f'formaction="{COPY}" name="kalla" value="2026-W20"' in page


def test_with_nothing_to_copy_nothing_is_offered(phone, amira, town):
    put_in(amira, "2026-05-11", by_herself=False)

    assert "Samma som" not in phone.get("/kalender/lagg-tid/").content.decode()
    assert "Det finns ingen vecka att kopiera" in text(phone.get(COPY))


def test_the_button_copies_to_the_week_that_the_form_says(phone, amira, monday):
    page = phone.post(COPY, {"vecka": "2026-W22", "kalla": "2026-W20"}, follow=True)

    assert page.redirect_chain == [("/kalender/vecka/?vecka=2026-W22", 302)]
    assert "Kopierat från vecka 20: måndag 25 maj." in page.content.decode()
    assert starts(amira) == [at("2026-05-11 07:00"), at("2026-05-25 07:00")]


def test_copied_twice_it_says_that_what_was_said_stands(phone, amira, monday):
    for _click in range(2):
        page = phone.post(COPY, {"vecka": "2026-W21", "kalla": "2026-W20"}, follow=True).content.decode()

    assert "Inget kopierades från vecka 20. Det du redan har sagt ligger kvar: måndag 18 maj." in page
    assert len(starts(amira)) == 2


def test_what_has_passed_is_left_out_and_named(phone, amira):
    for day in ("2026-05-04", "2026-05-07"):
        put_in(amira, day)

    page = phone.post(COPY, {"vecka": "2026-W20", "kalla": "2026-W19"}, follow=True).content.decode()

    assert "Kopierat från vecka 19: torsdag 14 maj. Dagar som har varit är inte med: måndag 11 maj." in page


def test_a_night_when_the_clock_changes_is_pointed_out(phone, amira):
    put_in(amira, "2026-10-18", ("02:30", "10:00"))

    page = phone.post(COPY, {"vecka": "2026-W43", "kalla": "2026-W42"}, follow=True).content.decode()

    assert "Klockan ställs om. Titta på tiden: söndag 25 oktober." in page


def test_any_earlier_week_may_be_chosen_with_what_is_in_it(phone, amira, monday):
    put_in(amira, "2026-05-05", ("15:00", "21:30"))
    put_in(amira, "2026-05-06")
    put_in(amira, "2026-05-25")

    page = text(phone.get(f"{COPY}?vecka=2026-W22"))

    assert "Vecka 20, 11–17 maj: må 07–16 Vecka 19, 4–10 maj: ti och on" in page
    assert "Vecka 22, 25–31 maj:" not in page


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"vecka": "2026-W21", "kalla": "2026-W19"}, "Välj en tidigare vecka som har något inlagt."),
        ({"vecka": "2026-W20", "kalla": "2026-W20"}, "Välj en tidigare vecka som har något inlagt."),
        ({"vecka": "skräp", "kalla": "2026-W20"}, "Välj en vecka i listan."),
        ({"vecka": "2026-W21"}, "Välj en vecka att kopiera från."),
    ],
)
def test_what_cannot_be_copied_is_said_beside_the_choice(phone, amira, monday, sent, words):
    answer = phone.post(COPY, sent)

    assert answer.status_code == 422
    assert words in text(answer)
    assert len(starts(amira)) == 1


def test_an_empty_week_offers_to_be_filled_in_one_tap(phone, amira):
    put_in(amira, "2026-05-18")

    for address in ("/kalender/", "/kalender/vecka/?vecka=2026-W22"):
        page = phone.get(address).content.decode()
        assert "Vecka 22 är tom" in page
        assert 'name="vecka" value="2026-W22"' in page
        assert "Kopiera vecka 21" in page


def test_a_week_that_has_passed_is_empty_without_an_offer(phone):
    assert "är tom" not in text(phone.get("/kalender/vecka/?vecka=2026-W19"))


def test_of_a_longer_block_each_week_has_its_days(phone, amira):
    AvailabilityFactory(substitute=amira, starts=at("2026-05-09 00:00"), ends=at("2026-05-12 00:00"))

    page = text(phone.get(COPY))

    assert "Vecka 20, 11–17 maj: må 00–24" in page
    assert "Vecka 19, 4–10 maj: lö och sö 00–24" in page
