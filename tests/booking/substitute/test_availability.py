from datetime import date

import pytest

from booking.models import Availability, AvailabilityPattern, Kind
from booking.period import Period
from tests.booking.substitute.reading import text
from tests.cast import at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import WorkplaceFactory

WEEK = {"vecka": "2026-W21", "dag": ["1", "3"], "tid": "dag", "slag": "available"}


def save(phone, **changes):
    return phone.post("/kalender/lagg-tid/", WEEK | changes)


def said(amira):
    return [(row.kind, row.period) for row in Availability.objects.filter(substitute=amira).order_by("starts")]


def span(starts, ends):
    return Period(at(starts), at(ends))


def test_chosen_days_are_put_in_by_the_chosen_time(amira, phone):
    save(phone)

    assert said(amira) == [
        (Kind.AVAILABLE, span("2026-05-18 07:00", "2026-05-18 16:00")),
        (Kind.AVAILABLE, span("2026-05-20 07:00", "2026-05-20 16:00")),
    ]


@pytest.mark.parametrize(
    ("chosen", "until"),
    [
        ({"tid": "kvall"}, span("2026-05-18 15:00", "2026-05-18 21:30")),
        ({"tid": "natt"}, span("2026-05-18 21:00", "2026-05-19 07:00")),
        ({"tid": "dygn"}, span("2026-05-18 00:00", "2026-05-19 00:00")),
        ({"tid": "egen", "fran": "22:15", "till": "06:45"}, span("2026-05-18 22:15", "2026-05-19 06:45")),
    ],
)
def test_every_preset_and_ones_own_time_gives_its_hours(amira, phone, chosen, until):
    save(phone, dag=["1"], **chosen)

    assert said(amira) == [(Kind.AVAILABLE, until)]


@pytest.mark.parametrize("kind", [Kind.AVAILABLE, Kind.ASK_ME, Kind.NOT_AVAILABLE])
def test_she_may_say_yes_ask_me_or_no(amira, phone, kind):
    save(phone, dag=["1"], slag=kind)

    assert said(amira)[0][0] == kind


def test_afterwards_the_week_is_shown_and_says_what_was_saved(phone):
    page = phone.post("/kalender/lagg-tid/", WEEK, follow=True)

    assert page.redirect_chain == [("/kalender/vecka/?vecka=2026-W21", 302)]
    assert "Sparat. Du kan jobba: måndag 18 maj, onsdag 20 maj." in page.content.decode()


def test_the_same_form_twice_changes_nothing(amira, phone):
    save(phone)
    save(phone)

    assert len(said(amira)) == 2


def test_what_is_missing_is_said_and_nothing_typed_is_lost(phone, amira):
    answer = save(phone, dag=[], tid="egen", fran="09:00", till="")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Välj minst en dag." in page
    assert "Skriv ett klockslag." in page
    assert 'value="09:00"' in page
    assert not said(amira)


def test_a_day_that_is_over_is_refused_by_name(phone, amira):
    answer = save(phone, vecka="2026-W20", dag=["1"])

    assert "Tiden har redan varit: måndag 11 maj." in text(answer)
    assert not said(amira)


def test_a_day_that_has_begun_may_be_put_in(phone, amira):
    save(phone, vecka="2026-W20", dag=["2"], tid="dygn")

    assert said(amira) == [(Kind.AVAILABLE, span("2026-05-12 00:00", "2026-05-13 00:00"))]


def test_a_week_that_is_not_in_the_list_is_refused(phone, amira):
    assert save(phone, vecka="2024-W01").status_code == 422
    assert save(phone, vecka="skräp").status_code == 422
    assert not said(amira)


def test_the_form_opens_on_the_week_and_day_that_were_asked_for(phone):
    page = phone.get("/kalender/lagg-tid/?vecka=2026-W22&dag=4").content.decode()

    assert '<option value="2026-W22" selected>Vecka 22, 25–31 maj' in page
    assert 'value="4" id="id_dag_3" checked' in page


def test_one_day_of_a_longer_block_is_taken_away_and_the_rest_stays(phone, amira):
    block = AvailabilityFactory(
        substitute=amira, kind=Kind.AVAILABLE, starts=at("2026-05-18 00:00"), ends=at("2026-05-21 00:00")
    )

    phone.post(f"/kalender/tid/{block.pk}/ta-bort/", {"dag": "2026-05-19"})

    assert [period for _kind, period in said(amira)] == [
        span("2026-05-18 00:00", "2026-05-19 00:00"),
        span("2026-05-20 00:00", "2026-05-21 00:00"),
    ]


def test_taking_time_away_twice_says_that_it_is_gone(phone, amira):
    block = AvailabilityFactory(substitute=amira, starts=at("2026-05-18 07:00"), ends=at("2026-05-18 16:00"))

    phone.post(f"/kalender/tid/{block.pk}/ta-bort/")
    again = phone.post(f"/kalender/tid/{block.pk}/ta-bort/")

    assert again.status_code == 404
    assert "Tiden finns inte kvar" in text(again)


def test_taking_time_away_leaves_the_shift(phone, town, amira):
    booking = BookingFactory(order=town.order("2026-05-18 07:00", "2026-05-18 16:00"), substitute=amira)
    block = AvailabilityFactory(substitute=amira, starts=booking.starts, ends=booking.ends)

    phone.post(f"/kalender/tid/{block.pk}/ta-bort/")

    booking.refresh_from_db()
    assert booking.ended_at is None


def test_anothers_time_cannot_be_taken_away(phone, town):
    block = AvailabilityFactory(
        substitute=town.substitute(), starts=at("2026-05-18 07:00"), ends=at("2026-05-18 16:00")
    )

    assert phone.post(f"/kalender/tid/{block.pk}/ta-bort/").status_code == 404
    assert Availability.objects.filter(pk=block.pk).exists()


def test_time_that_recurs_is_laid_out_and_said_in_a_sentence(phone, amira):
    page = phone.post("/kalender/lagg-tid/", WEEK | {"ofta": "2", "sista": "2026-06-30"}, follow=True)

    assert "Sparat. Du kan jobba varannan vecka: måndag, onsdag." in page.content.decode()
    assert [period.starts for _kind, period in said(amira)][:3] == [
        at("2026-05-18 07:00"), at("2026-05-20 07:00"), at("2026-06-01 07:00"),
    ]  # fmt: skip
    assert AvailabilityPattern.objects.get().last_day == date(2026, 6, 30)


def test_the_same_recurring_form_twice_is_one_pattern(phone, amira):
    for _click in range(2):
        save(phone, ofta="1")

    assert AvailabilityPattern.objects.count() == 1


def test_time_for_chosen_workplaces_counts_there_alone(phone, amira, town):
    place = WorkplaceFactory(area=town.area)

    save(phone, dag=["1"], platser=[str(place.pk)])
    save(phone, dag=["2"], platser=[str(place.pk)], ofta="1")

    assert {(row.limited, row.workplaces.get()) for row in Availability.objects.all()} == {(True, place)}


def test_with_one_workplace_there_is_nothing_to_choose_among(phone, town):
    assert "Bara vissa arbetsplatser" not in phone.get("/kalender/lagg-tid/").content.decode()
    WorkplaceFactory(area=town.area)
    assert "Bara vissa arbetsplatser" in phone.get("/kalender/lagg-tid/").content.decode()


def test_what_a_shift_needs_stands_and_the_shift_is_named(phone, town, amira):
    BookingFactory(order=town.order("2026-05-18 08:00", "2026-05-18 14:00"), substitute=amira)
    save(phone, dag=["1"])

    page = phone.post("/kalender/lagg-tid/", WEEK | {"dag": ["1"], "slag": "not_available"}, follow=True)

    words = "Tid som ett bokat pass behöver ligger kvar: måndag 18 maj 08.00–14.00, Hemtjänst Solgården."
    assert words in page.content.decode()
    assert (Kind.AVAILABLE, span("2026-05-18 08:00", "2026-05-18 14:00")) in said(amira)


def test_taking_away_what_a_shift_needs_names_the_shift(phone, town, amira):
    BookingFactory(order=town.order("2026-05-18 07:00", "2026-05-18 16:00"), substitute=amira)
    save(phone, dag=["1"])

    page = phone.post(f"/kalender/tid/{Availability.objects.get().pk}/ta-bort/", follow=True).content.decode()

    assert "ligger kvar: måndag 18 maj 07.00–16.00" in page
    assert "Borttaget" not in page


def test_of_time_that_recurs_one_day_is_taken_away(phone, amira):
    save(phone, dag=["1"], ofta="1")
    row = Availability.objects.order_by("starts").first()

    phone.post(f"/kalender/tid/{row.pk}/ta-bort/", {"dag": "2026-05-18"})

    assert said(amira)[0][1] == span("2026-05-25 07:00", "2026-05-25 16:00")


def test_of_time_that_recurs_all_from_a_day_on_is_taken_away(phone, amira):
    save(phone, dag=["1"], ofta="1")
    second = Availability.objects.order_by("starts")[1]

    page = phone.post(f"/kalender/tid/{second.pk}/ta-bort/", {"dag": "2026-05-25", "alla": ""}, follow=True)

    assert "Borttaget från och med måndag 25 maj." in page.content.decode()
    assert [period for _kind, period in said(amira)] == [span("2026-05-18 07:00", "2026-05-18 16:00")]


def test_a_week_offers_both_for_time_that_recurs_and_one_for_other_time(phone, amira):
    save(phone, dag=["1"], ofta="1")
    save(phone, dag=["2"])

    page = text(phone.get("/kalender/vecka/?vecka=2026-W21"))

    assert page.count("Ta bort alla framåt") == page.count("Ta bort bara den här") == 1
    assert page.count("Ta bort tisdag 19 maj") == 1


def test_time_for_one_job_alone_is_taken_away_without_what_holds_in_general(phone, amira, town):
    save(phone, dag=["1"])
    job = town.order("2026-05-18 07:00", "2026-05-18 16:00")
    row = AvailabilityFactory(substitute=amira, starts=job.starts, ends=job.ends, order=job)

    phone.post(f"/kalender/tid/{row.pk}/ta-bort/")

    assert [left.order for left in Availability.objects.all()] == [None]


def test_resource_time_is_shown_by_its_name(phone, amira):
    AvailabilityFactory(
        substitute=amira, kind=Kind.RESOURCE, starts=at("2026-05-18 07:00"), ends=at("2026-05-18 16:00")
    )

    assert "Resurspass" in text(phone.get("/kalender/vecka/?vecka=2026-W21"))
