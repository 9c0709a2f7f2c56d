"""What is on a day, and what she may do about it."""

import pytest

from booking.models import Kind
from tests.booking.substitute.reading import text
from tests.cast import at
from tests.factories.booking import AvailabilityFactory, BookingFactory

WEDNESDAY = "/kalender/dag/2026-05-13/"


@pytest.fixture
def evening(amira):
    return AvailabilityFactory(
        substitute=amira, kind=Kind.AVAILABLE, starts=at("2026-05-13 17:00"), ends=at("2026-05-13 22:00")
    )


def test_a_day_has_all_that_is_on_it_with_what_she_may_do(town, amira, phone, evening):
    booking = BookingFactory(order=town.order(), substitute=amira)

    page = phone.get(WEDNESDAY).content.decode()

    assert f"/bokningar/{booking.pk}/" in page
    assert f"/kalender/tid/{evening.pk}/andra/?den=2026-05-13" in page
    assert f"/kalender/tid/{evening.pk}/ta-bort/" in page
    assert "/kalender/lagg-tid/?vecka=2026-W20&amp;dag=3" in page


def test_an_empty_day_says_so_and_offers_to_put_in_time(phone):
    page = text(phone.get("/kalender/dag/2026-05-14/"))

    assert "röd dag, Kristi himmelsfärdsdag" in page
    assert "Ingen tid inlagd. Lägg in tid" in page


def test_a_day_that_is_over_offers_nothing(phone, amira):
    AvailabilityFactory(substitute=amira, starts=at("2026-05-11 07:00"), ends=at("2026-05-11 16:00"))

    page = text(phone.get("/kalender/dag/2026-05-11/"))

    assert "07.00–16.00" in page
    assert "Ändra" not in page
    assert "Lägg in tid" not in page


def test_htmx_gets_the_sheet_alone(phone, evening):
    sheet = phone.get(WEDNESDAY, headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in sheet
    assert '<h2 id="dagark-rubrik" tabindex="-1">Onsdag 13 maj</h2>' in sheet
    assert "17.00–22.00" in sheet


@pytest.mark.parametrize("nonsense", ["maj", "2026-13-01", "0001-01-01", "2026-W20-1x"])
def test_what_is_no_day_does_not_exist(phone, nonsense):
    assert phone.get(f"/kalender/dag/{nonsense}/").status_code == 404


def test_anothers_day_is_not_shown(town, phone):
    AvailabilityFactory(substitute=town.substitute(), starts=at("2026-05-13 17:00"), ends=at("2026-05-13 22:00"))

    assert "17.00" not in text(phone.get(WEDNESDAY))


def test_time_for_one_job_alone_is_named_and_only_taken_away(phone, amira, town):
    job = town.order()
    AvailabilityFactory(substitute=amira, starts=job.starts, ends=job.ends, order=job)

    page = text(phone.get(WEDNESDAY))

    assert "Bara för passet på Hemtjänst Solgården" in page
    assert "Ta bort" in page
    assert "Ändra" not in page


def test_a_day_asks_as_much_for_one_as_for_many(amira, phone, django_assert_max_num_queries):
    for hour in range(6, 16):
        AvailabilityFactory(
            substitute=amira, starts=at(f"2026-05-13 {hour:02}:00"), ends=at(f"2026-05-13 {hour:02}:30")
        )

    with django_assert_max_num_queries(15):
        phone.get(WEDNESDAY)
