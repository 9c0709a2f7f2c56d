"""Which of the available jobs she sees."""

from decimal import Decimal
from urllib.parse import urlencode

import pytest

from booking.models import Kind
from people.models import Locality
from tests.booking.substitute.reading import text
from tests.cast import at
from tests.factories.booking import AdvertFactory, AvailabilityFactory, BookingFactory, InterestFactory
from tests.factories.people import OccupationFactory, WorkplaceFactory

NAMES = ("Ekbacken", "Granliden", "Lindgården")


@pytest.fixture
def near(town):
    """`near(kilometres)`: a workplace so far north of where she lives."""

    def make(name, kilometres=None, **fields):
        north = None if kilometres is None else Decimal("66.6") + Decimal(kilometres) / Decimal("111.195")
        east = None if kilometres is None else Decimal("19.8")
        where = {"latitude": north and round(north, 5), "longitude": east}
        return WorkplaceFactory(area=town.area, name=name, **where, **fields)

    return make


def lives_somewhere(substitute, farthest=None):
    substitute.locality = Locality.objects.create(name="Byn", latitude="66.6", longitude="19.8")
    substitute.farthest_km = farthest
    substitute.save()


def advertise(town, place, starts="2026-05-15 07:00", ends="2026-05-15 16:00", **fields):
    return AdvertFactory(order=town.order(starts, ends, workplace=place, **fields)).order


def seen(phone, **asked):
    """The workplaces in the list, in their order."""
    answer = phone.get(f"/lediga-jobb/?{urlencode(asked, doseq=True)}")
    assert answer.status_code == 200
    return [card.order.workplace.name for card in answer.context["cards"]]


def offered(phone, **asked):
    """The groups of the filter, each with the choices that it offers."""
    chosen = phone.get(f"/lediga-jobb/?{urlencode(asked, doseq=True)}").context["filter"]
    return {group.name: [choice.value for choice in group.offered] for group in chosen.groups if group.offered}


def test_by_the_part_of_the_day(town, phone, near):
    hours = [("07:00", "16:00"), ("15:00", "21:30"), ("06:00", "10:00")]
    for name, (starts, ends) in zip(NAMES, hours, strict=True):
        advertise(town, near(name), f"2026-05-15 {starts}", f"2026-05-15 {ends}")

    assert offered(phone)["tid"] == ["morgon", "dag", "kvall"]
    assert seen(phone, tid="kvall") == ["Granliden"]
    assert sorted(seen(phone, tid=["kvall", "morgon"])) == ["Granliden", "Lindgården"]


def test_by_the_day_it_begins(town, phone, near):
    for name, day in zip(NAMES, ("12", "13", "19"), strict=True):
        advertise(town, near(name), f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")

    found = {value: seen(phone, nar=value) for value in ("i-dag", "i-morgon", "veckan", "nasta-vecka")}

    assert found == {
        "i-dag": ["Ekbacken"],
        "i-morgon": ["Granliden"],
        "veckan": ["Ekbacken", "Granliden"],
        "nasta-vecka": ["Lindgården"],
    }


def test_by_workplace_and_occupation_both_at_once(town, phone, near):
    aide, places = OccupationFactory(name="vårdbiträde"), [near(name) for name in NAMES[:2]]
    for place in places:
        advertise(town, place)
        advertise(town, place, "2026-05-16 07:00", "2026-05-16 16:00", occupation=aide)

    assert seen(phone, plats=places[0].pk) == ["Ekbacken", "Ekbacken"]
    assert seen(phone, plats=places[0].pk, yrke=aide.pk) == ["Ekbacken"]


def test_by_the_distance_from_where_she_lives_and_what_is_not_known_is_within_none(town, amira, phone, near):
    lives_somewhere(amira, farthest=15)
    for name, kilometres in zip(NAMES, (3, 14, None), strict=True):
        advertise(town, near(name, kilometres))

    assert offered(phone)["km"] == ["5", "10", "20", "50", "mitt"]
    assert seen(phone, km="5") == ["Ekbacken"]
    assert sorted(seen(phone, km="mitt")) == ["Ekbacken", "Granliden"]


def test_the_card_says_how_far_it_is_in_whole_kilometres(town, amira, phone, near):
    lives_somewhere(amira)
    for name, kilometres in zip(NAMES, ("3.4", "0.2", None), strict=True):
        advertise(town, near(name, kilometres))

    page = text(phone.get("/lediga-jobb/"))

    assert "Undersköterska 3 km bort" in page
    assert "Undersköterska Mindre än 1 km bort" in page
    assert "Undersköterska Storgatan 14" in page


def test_nobody_who_has_not_said_where_she_lives_is_asked_how_far(town, phone, near):
    advertise(town, near(NAMES[0], 3))
    advertise(town, near(NAMES[1], 30))

    assert "km" not in offered(phone)
    assert len(seen(phone, km="5")) == 2


def test_by_the_workplaces_that_she_would_like(town, amira, phone, near):
    places = [near(name) for name in NAMES]
    for place in places:
        advertise(town, place)
    amira.wished_workplaces.add(places[1])

    assert seen(phone, onskade="1") == ["Granliden"]


def test_by_what_she_can_take_and_by_what_fits_her_time(town, amira, phone, near):
    BookingFactory(order=town.order("2026-05-15 08:00", "2026-05-15 15:00"), substitute=amira)
    for name, day in zip(NAMES, ("15", "18", "19"), strict=True):
        advertise(town, near(name), f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")
    AvailabilityFactory(
        substitute=amira, kind=Kind.AVAILABLE, starts=at("2026-05-19 06:00"), ends=at("2026-05-19 20:00")
    )

    assert seen(phone) == ["Lindgården", "Granliden", "Ekbacken"]
    assert seen(phone, kan="1") == ["Lindgården", "Granliden"]
    assert seen(phone, passar="1") == ["Lindgården"]


def test_what_would_hide_nothing_is_not_offered(town, phone, near):
    advertise(town, near(NAMES[0]))

    assert offered(phone) == {}
    assert "Välj jobb" not in phone.get("/lediga-jobb/").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"tid": "lunch"}, {"km": "-1"}, {"km": "många"}, {"plats": "1"}, {"yrke": "ö"}, {"nar": "\x00"}, {"x": "y"}],
)
def test_what_is_wrong_in_the_address_is_as_if_it_were_not_there(town, phone, near, wrong):
    advertise(town, near(NAMES[0]))
    advertise(town, near(NAMES[1]))

    assert len(seen(phone, **wrong)) == 2


def test_of_a_choice_made_twice_where_one_is_allowed_the_last_counts(town, phone, near):
    for name, day in zip(NAMES, ("12", "13", "19"), strict=True):
        advertise(town, near(name), f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")

    assert seen(phone, nar=["i-dag", "nasta-vecka"]) == ["Lindgården"]


def test_each_choice_stands_there_with_a_way_to_drop_it(town, phone, near):
    advertise(town, near(NAMES[0]))
    advertise(town, near(NAMES[1]), "2026-05-15 15:00", "2026-05-15 21:30")

    page = phone.get("/lediga-jobb/?tid=dag&tid=kvall&kan=1").content.decode()

    assert '<a href="/lediga-jobb/?kan=1&amp;tid=kvall#lista"><span class="vh">Ta bort </span>Dag' in page
    assert (
        '<a href="/lediga-jobb/?tid=dag&amp;tid=kvall#lista"><span class="vh">Ta bort </span>Bara jobb jag kan ta'
        in page
    )
    assert "Rensa alla" in page


def test_when_nothing_is_left_it_says_which_choice_to_drop(town, amira, phone, near):
    advertise(town, near(NAMES[0]))
    advertise(town, near(NAMES[1]), "2026-05-16 07:00", "2026-05-16 16:00")

    page = text(phone.get("/lediga-jobb/?tid=natt"))
    both = text(phone.get("/lediga-jobb/?tid=natt&passar=1"))

    assert "0 lediga jobb Ta bort Natt Inget jobb passar ditt val Ta bort ”Natt” (2 jobb)" in page
    assert "2 jobb är dolda." in both, "neither alone would help"


def test_an_answer_to_a_script_tells_how_many_there_are_and_keeps_the_address_clean(town, phone, near):
    advertise(town, near(NAMES[0]))
    advertise(town, near(NAMES[1]), "2026-05-15 15:00", "2026-05-15 21:30")

    answer = phone.get("/lediga-jobb/?nar=&tid=kvall&km=9&plats=", headers={"HX-Request": "true"})

    assert answer.headers["HX-Push-Url"] == "/lediga-jobb/?tid=kvall"
    assert 'role="status" id="antal-status">1 ledigt jobb' in answer.content.decode()
    assert 'role="status" id="antal-status"></p>' in phone.get("/lediga-jobb/").content.decode()


def test_what_she_has_asked_for_is_not_among_the_available(town, amira, phone, near):
    InterestFactory(order=advertise(town, near(NAMES[0])), substitute=amira)
    advertise(town, near(NAMES[1]))

    assert seen(phone) == ["Granliden"]
    assert "Dina intresseanmälningar fredag 15 maj 07.00–16.00 Ekbacken" in text(phone.get("/lediga-jobb/"))
