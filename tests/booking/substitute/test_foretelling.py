"""What time that is put in leads to, said before it is saved."""

import pytest

from booking.models import Absence, Kind
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import AgreementFactory, WorkplaceFactory

WEEK = {"vecka": "2026-W21", "dag": ["1", "2"], "tid": "dag", "slag": "available"}


@pytest.fixture
def foretold(phone):
    """`foretold(slag="ask_me")`: the line above Spara."""

    def told(**changes):
        return phone.post("/kalender/lagg-tid/forhand/", WEEK | changes).content.decode().strip()

    return told


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({}, "Du kan bokas direkt måndag och tisdag 07.00–16.00, vecka 21."),
        ({"slag": "ask_me"}, "Vi frågar dig först måndag och tisdag 07.00–16.00, vecka 21."),
        ({"slag": "not_available"}, "Vi ser att du inte kan jobba måndag och tisdag 07.00–16.00, vecka 21."),
        ({"tid": "dygn", "dag": ["7"]}, "Du kan bokas direkt söndag 00.00–24.00, vecka 21."),
        ({"ofta": "2"}, "Du kan bokas direkt måndag och tisdag 07.00–16.00, varannan vecka från vecka 21."),
        ({"dag": []}, "Välj minst en dag."),
        ({"tid": "egen", "fran": "07:00"}, "Skriv ett klockslag."),
    ],
)
def test_it_says_what_it_leads_to_or_what_is_missing(foretold, chosen, words):
    assert foretold(**chosen) == words


def test_where_it_counts_is_said(foretold, town):
    place = WorkplaceFactory(area=town.area, name="Björkgården")

    assert foretold(platser=[str(place.pk)]).endswith("Det gäller bara Björkgården.")


def test_what_gives_way_is_named(foretold, amira):
    AvailabilityFactory(substitute=amira, kind=Kind.ASK_ME, starts=at("2026-05-19 15:00"), ends=at("2026-05-19 21:30"))
    AvailabilityFactory(
        substitute=amira, kind=Kind.AVAILABLE, starts=at("2026-05-18 07:00"), ends=at("2026-05-18 16:00")
    )
    AvailabilityFactory(substitute=amira, kind=Kind.ASK_ME, starts=at("2026-05-20 07:00"), ends=at("2026-05-20 16:00"))

    assert foretold().endswith("vecka 21. Det ersätter det du har lagt in tisdag 19 maj.")
    assert foretold(ofta="1").endswith("Det du har lagt in tisdag 19 maj ligger kvar.")


def test_of_many_days_the_first_are_named(foretold, amira):
    for day in range(18, 23):
        AvailabilityFactory(
            substitute=amira, kind=Kind.ASK_ME, starts=at(f"2026-05-{day} 07:00"), ends=at(f"2026-05-{day} 16:00")
        )

    told = foretold(dag=["1", "2", "3", "4", "5"])

    assert told.endswith("måndag 18 maj, tisdag 19 maj, onsdag 20 maj och 2 dagar till.")


def test_a_shift_and_an_absence_are_named(foretold, amira, town):
    BookingFactory(order=town.order("2026-05-19 08:00", "2026-05-19 14:00"), substitute=amira)
    Absence.objects.create(
        substitute=amira,
        kind=Absence.Kind.SET_DAYS,
        starts=at("2026-05-18 00:00"),
        ends=at("2026-05-19 00:00"),
        noted_by=town.planner,
        noted_at=NOW,
    )

    assert foretold().endswith(
        "Du har redan pass tisdag 19 maj. Det ändras inte. Du har frånvaro måndag 18 maj. Då bokas du inte."
    )


def test_time_that_recurs_far_from_now_leads_to_what_it_leads_to(foretold):
    assert foretold(ofta="1", dag=["1"], vecka="2026-W20").startswith("Du kan bokas direkt måndag")


def test_who_has_a_salary_can_be_put_in(foretold, amira, town):
    AgreementFactory(substitute=amira, area=town.area, occupation=town.occupation, pay_form="monthly")

    assert foretold(slag="resource").startswith("Du kan sättas in måndag")
    assert "tiderna får flyttas" in foretold(slag="acute_resource")


def test_it_stands_there_without_a_script_also_after_a_mistake(phone):
    page = text(phone.post("/kalender/lagg-tid/", WEEK | {"dag": []}))

    assert page.count("Välj minst en dag.") == 3  # in the list, at the field, above Spara


def test_it_asks_for_as_much_of_one_day_as_of_many(phone, amira, django_assert_max_num_queries):
    for day in range(18, 25):
        AvailabilityFactory(
            substitute=amira, kind=Kind.ASK_ME, starts=at(f"2026-05-{day} 07:00"), ends=at(f"2026-05-{day} 16:00")
        )

    with django_assert_max_num_queries(15):
        phone.post("/kalender/lagg-tid/forhand/", WEEK | {"dag": list("1234567")})
