import pytest
import time_machine

from booking.models import EndReason
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory


@pytest.fixture
def booking(town, amira):
    """Tomorrow 07–16."""
    order = town.order(
        text="Kläder finns.", contact="Jonas Berg", reference="Gun Sjöstrand", note="ring inte hem", break_minutes=30
    )
    order.workplace.directions = "Ingång från gården."
    order.workplace.clothes = "Ta med inneskor."
    order.workplace.save()
    return BookingFactory(order=order, substitute=amira)


def test_a_shift_shows_all_that_is_needed_on_the_day(phone, booking):
    page = text(phone.get(f"/bokningar/{booking.pk}/"))

    when_and_where = ["I morgon, onsdag 13 maj", "07.00–16.00", "30 minuter", "Storgatan 14", "Ingång från gården."]
    who_and_what = ["Jonas Berg", "Ring 0980-319 245", "Undersköterska", "Kläder finns.", "Ta med inneskor."]
    for words in when_and_where + who_and_what:
        assert words in page


def test_the_time_is_the_headline_and_the_map_is_a_link_that_she_follows_herself(phone, booking, settings):
    page = phone.get(f"/bokningar/{booking.pk}/").content.decode()

    assert "07.00" in page.partition("<h1")[2].partition("</h1>")[0]
    assert 'href="https://www.openstreetmap.org/search?query=Storgatan+14"' in page
    settings.MAP_LINK = "https://karta.alvsunda.example/?q={address}&zoom=17"
    type(booking.order.workplace).objects.update(latitude="66.60480", longitude="19.84120")
    page = phone.get(f"/bokningar/{booking.pk}/").content.decode()
    assert 'href="https://karta.alvsunda.example/?q=66.60480%2C+19.84120&amp;zoom=17"' in page


@pytest.mark.parametrize(("moment", "may"), [("2026-05-12 18:59", False), ("2026-05-12 19:00", True)])
def test_she_can_say_that_she_is_late_from_twelve_hours_before(phone, booking, moment, may):
    with time_machine.travel(at(moment), tick=False):
        page = phone.get(f"/bokningar/{booking.pk}/").content.decode()

    assert (f"/bokningar/{booking.pk}/sen/" in page) == may
    assert f"/bokningar/{booking.pk}/kalender.ics" in page


def test_a_shift_shows_what_was_confirmed_even_if_the_workplace_has_moved(phone, booking):
    booking.order.workplace.address = "Nygatan 1"
    booking.order.workplace.save()

    confirmed = text(phone.get(f"/bokningar/{booking.pk}/")).partition("Det här bekräftades")[2]

    assert "Storgatan 14" in confirmed
    assert "Timlön" in confirmed
    assert "Vikariat" in confirmed


def test_nothing_is_told_of_who_is_replaced_nor_why_nor_what_the_planner_wrote(phone, booking):
    page = phone.get(f"/bokningar/{booking.pk}/").content.decode()

    assert not [word for word in ("Sjöstrand", "ring inte hem", booking.order.reason.name + "<") if word in page]


def test_the_sick_are_told_to_call_until_the_shift_is_over(phone, booking):
    assert "Blir du sen eller sjuk?" in text(phone.get(f"/bokningar/{booking.pk}/"))
    booking.starts, booking.ends = booking.starts.replace(day=1), booking.ends.replace(day=1)
    booking.save()
    assert "Blir du sen eller sjuk?" not in text(phone.get(f"/bokningar/{booking.pk}/"))


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (EndReason.REGRETTED, "Du har lämnat tillbaka passet. Du ska inte jobba det."),
        (EndReason.CALLED_OFF, "Du ska inte jobba det passet."),
    ],
)
def test_what_she_has_said_herself_is_not_told_her_as_of_another(phone, booking, town, reason, said):
    booking.ended_at, booking.ended_by, booking.end_reason = NOW, town.planner, reason
    booking.save()

    page = text(phone.get(f"/bokningar/{booking.pk}/"))

    assert said in page
    assert "vikarien" not in page


def test_a_shift_that_was_taken_back_says_so_and_why_but_not_what_was_noted(phone, booking, town):
    booking.ended_at, booking.ended_by, booking.end_reason = NOW, town.planner, EndReason.ORDER_CANCELLED
    booking.end_note = "chefens anteckning"
    booking.save()

    page = text(phone.get(f"/bokningar/{booking.pk}/"))

    assert "Orsak: beställningen togs bort. Du ska inte jobba det passet." in page
    assert "chefens anteckning" not in page


def test_coming_shifts_stand_before_past_ones(phone, booking, town, amira):
    BookingFactory(order=town.order("2026-05-04 07:00", "2026-05-04 16:00"), substitute=amira)

    page = text(phone.get("/bokningar/"))

    assert page.index("Kommande") < page.index("onsdag 13 maj") < page.index("Tidigare") < page.rindex("Måndag 4 maj")
    assert page.index("Bokad ") < page.index("Väntar på dig")


def test_past_shifts_come_a_page_at_a_time(phone, town, amira):
    for day in range(1, 9):
        for month in (2, 3, 4):
            order = town.order(f"2026-0{month}-0{day} 07:00", f"2026-0{month}-0{day} 16:00")
            BookingFactory(order=order, substitute=amira)

    assert "Sida 1 av 2" in text(phone.get("/bokningar/"))
    assert "1 februari" in text(phone.get("/bokningar/?sida=2"))


def test_anothers_shift_does_not_exist(phone, town):
    hers = BookingFactory(order=town.order(), substitute=town.substitute())

    assert phone.get(f"/bokningar/{hers.pk}/").status_code == 404
    assert hers.order.workplace.name not in text(phone.get("/bokningar/"))


def test_a_substitute_who_also_plans_sees_only_her_own_shifts_here(town, amira, signed_in):
    amira.user.role_assignments.create(role="planner", area=town.area)
    hers = BookingFactory(order=town.order(), substitute=town.substitute())

    assert signed_in(amira.user).get(f"/bokningar/{hers.pk}/").status_code == 404
