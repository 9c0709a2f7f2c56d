"""Stämde passet?: what she is asked of a shift that is over, what she answers, and what she reads of what stands."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Booking, PlannerTask, WorkedTime
from booking.operations import attendance, pay_periods, shortening, worked_time
from booking.operations.worked_time import Told
from booking.period import Period
from booking.weeks import Month
from portal.pages import frame
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.page_checks import assert_valid_html

LIST, START = reverse("booking:bookings"), "/min-sida/"
TIME = {"starts": "07:00", "ends": "17:15", "break_minutes": "45", "note": "Dagfrid var sen.", "said": "0"}


@pytest.fixture
def booking(town, amira) -> Booking:
    """A shift of yesterday's, 07.00–16.00."""
    order = town.order("2026-05-11 07:00", "2026-05-11 16:00", status="completed")
    return BookingFactory(order=order, substitute=amira, break_minutes=45)


@pytest.fixture
def page(booking) -> str:
    return reverse("booking:booking", args=[booking.pk])


@pytest.fixture
def does(phone, booking):
    """`does("say_time", **form)`: what her browser sends, and the page that she comes to."""

    def send(deed, **form):
        return phone.post(reverse(f"booking:{deed}", args=[booking.pk]), form, follow=True)

    return send


def answer(town, booking, ends="2026-05-11 15:00"):
    return worked_time.answer(booking, Told(Period(booking.starts, at(ends)), 45), by=town.manager, at=NOW)


def said() -> list[tuple[str, object]]:
    return list(WorkedTime.objects.order_by("number").values_list("side", "ends"))


@pytest.mark.parametrize("where", [START, LIST, "page"])
def test_she_is_asked_where_she_looks_and_answers_with_a_tap(phone, booking, page, does, where):
    shown = phone.get(page if where == "page" else where)
    assert "Stämde passet?" in text(shown)
    assert "Ja, det stämmer" in text(shown)
    assert_valid_html(shown.content.decode())

    answered = does("confirm_time", seen=1, said=0, fran={START: "start", LIST: "bokningar"}.get(where, ""))

    assert said() == [("substitute", at("2026-05-11 16:00"))]
    assert answered.redirect_chain[-1][0] == (page if where == "page" else where)
    assert "Tack! Arbetsplatsen ser att tiden stämde." in answered.content.decode()
    assert "Ja, det stämmer" not in text(answered)


def test_two_taps_are_one_answer_and_the_back_button_does_no_harm(does, booking):
    for _tap in range(2):
        assert does("confirm_time", seen=1, said=0).status_code == 200

    assert len(said()) == 1


def test_another_time_goes_to_the_workplace_and_stands_with_what_she_wrote(phone, does, page):
    shown = text(does("say_time", **TIME))

    assert said() == [("substitute", at("2026-05-11 17:15"))]
    assert "Väntar på arbetsplatsen" in shown
    assert "07.00–17.15, rast 45 min" in shown
    assert "Dagfrid var sen." in shown
    assert "Väntar på arbetsplatsen" in text(phone.get(LIST))


def test_she_changes_her_mind_until_it_is_approved(town, phone, does, booking, page):
    does("say_time", **TIME)
    assert 'value="17:15"' in phone.get(reverse("booking:say_time", args=[booking.pk])).content.decode()

    does("say_time", **TIME | {"ends": "16:30", "said": "1"})
    attendance.attest(booking, by=town.manager, at=NOW)
    refused = does("say_time", **TIME | {"said": "2"})

    assert said()[1:] == [("substitute", at("2026-05-11 16:30"))]
    assert (refused.status_code, "Passet är redan attesterat." in text(refused)) == (409, True)
    assert phone.get(reverse("booking:say_time", args=[booking.pk])).url == page


def test_in_two_tabs_the_later_one_is_told_of_the_first(does):
    does("say_time", **TIME)
    late = does("confirm_time", seen=1, said=0)

    assert late.status_code == 409
    assert "Tiden har ändrats sedan du öppnade sidan." in text(late)
    assert len(said()) == 1


def test_a_shift_that_was_cut_short_meanwhile_is_not_confirmed_unseen(town, does, booking):
    shortening.shorten(booking, at("2026-05-11 14:00"), by=town.planner, at=NOW)

    late = does("confirm_time", seen=1, said=0)

    assert "Passet har ändrats och är nu 07.00–14.00." in text(late)
    assert said() == []


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"ends": ""}, "Skriv ett klockslag."),
        ({"ends": "06:30"}, "Tiden ligger för långt från passet."),
        ({"break_minutes": "-1"}, "Skriv 0 eller mer."),
        ({"break_minutes": "x"}, "Skriv bara siffror."),
        ({"starts": "16:30", "break_minutes": "45"}, "Rasten är lika lång som passet eller längre."),
        ({"note": "x" * 201}, "200"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(does, form, words):
    answered = does("say_time", **TIME | form)

    assert answered.status_code == 422
    assert words in text(answered)
    assert 'value="17:15"' in answered.content.decode() or "ends" in form
    assert said() == []
    assert_valid_html(answered.content.decode())


def test_a_time_that_clashes_with_another_shift_is_refused_beside_the_end(town, amira, does):
    evening = town.order("2026-05-11 17:00", "2026-05-11 21:00", status="completed")
    BookingFactory(order=evening, substitute=amira)

    assert "Tiden krockar med ett annat pass, 17.00–21.00." in text(does("say_time", **TIME))


def test_of_the_night_when_the_clock_comes_twice_she_is_asked_which(town, amira, signed_in):
    with time_machine.travel(at("2026-10-26 12:00"), tick=False):
        phone = signed_in(amira.user)
        order = town.order("2026-10-24 21:00", "2026-10-25 07:00", status="completed")
        night = BookingFactory(order=order, substitute=amira)
        address = reverse("booking:say_time", args=[night.pk])
        form = TIME | {"starts": "21:00", "ends": "02:30"}

        asked = phone.post(address, form)
        phone.post(address, form | {"ends_which": "1"})

    assert "Klockan kommer två gånger. När slutade passet?" in text(asked)
    row = WorkedTime.objects.get()
    assert row.ends - row.starts == timedelta(hours=6, minutes=30)


def test_of_the_night_when_the_clock_jumps_a_time_that_never_was_is_told(town, amira, phone):
    order = town.order("2026-03-28 21:00", "2026-03-29 07:00", status="completed")
    night = BookingFactory(order=order, substitute=amira)

    answered = phone.post(reverse("booking:say_time", args=[night.pk]), TIME | {"starts": "21:00", "ends": "02:30"})

    assert "Klockan 02.30 finns inte natten till den 29 mars." in text(answered)


class TestWhatStands:
    def test_as_she_said_it_is_approved_by_whom(self, town, phone, does, booking, page):
        does("confirm_time", seen=1, said=0)
        attendance.attest(booking, by=town.manager, at=NOW)

        shown = text(phone.get(page))

        assert "Godkänd" in shown
        assert f"Bekräftad tisdag 12 maj 05.45 av {town.manager}" in shown

    def test_another_time_than_hers_shows_both_and_a_way_to_object(self, town, phone, does, booking, page):
        does("say_time", **TIME)
        answer(town, booking)

        shown = text(phone.get(page))

        assert "Godkänd med annan tid" in shown
        assert "Arbetsplatsen har skrivit: 07.00–15.00, rast 45 min" in shown
        assert "Du skrev: 07.00–17.15, rast 45 min (−2 tim 15 min mot det)" in shown
        assert "Säg emot" in shown
        assert_valid_html(phone.get(page).content.decode())

    def test_what_she_objects_goes_to_a_planner_in_her_words(self, town, phone, does, booking, page):
        answer(town, booking)
        objection = phone.get(reverse("booking:object_to_time", args=[booking.pk]))
        assert_valid_html(objection.content.decode())

        assert "Skriv vad som inte stämmer." in text(does("object_to_time", note=""))
        answered = does("object_to_time", note="Jag gick 16.")

        assert "Bemanningen får veta" in answered.content.decode()
        assert PlannerTask.objects.waiting().get().facts == {"note": "Jag gick 16."}

    def test_what_a_planner_has_corrected_is_told_as_that(self, town, phone, booking, page):
        answer(town, booking)
        told = Told(Period(booking.starts, at("2026-05-11 15:30")), 45)
        worked_time.correct(booking, told, reason="Passerkortet.", by=town.planner, at=NOW)

        shown = text(phone.get(page))

        assert "Rättad" in shown
        assert "Bemanningen har skrivit: 07.00–15.30" in shown

    def test_a_shift_that_she_is_said_to_have_missed_can_be_objected_to(self, town, phone, does, booking, page):
        attendance.did_not_come(booking, missed=True, by=town.manager, at=NOW)
        assert "Arbetsplatsen har skrivit att du inte kom." in text(phone.get(page))

        does("object_to_time", note="Jag var där.")

        assert PlannerTask.objects.waiting().get().kind == "time_disputed"

    def test_of_a_closed_period_she_says_nothing_but_may_object(self, town, phone, does, booking, page):
        june = at("2026-06-03 08:00")
        with time_machine.travel(june, tick=False):
            pay_periods.close(Month.named("2026-05"), by=town.planner, at=june)

            shown = text(phone.get(page))
            assert "Stängd" in shown
            assert "Ja, det stämmer" not in shown + text(phone.get(LIST)) + text(phone.get(START))
            assert "Löneperioden är stängd." in text(does("confirm_time", seen=1, said=0))
            does("object_to_time", note="Jag jobbade till 17.")

        assert PlannerTask.objects.waiting().get().facts == {"note": "Jag jobbade till 17."}

    def test_what_is_not_approved_is_changed_and_not_objected_to(self, does, phone, booking, page):
        assert phone.get(reverse("booking:object_to_time", args=[booking.pk])).url == page
        assert "Ändra den i stället." in text(does("object_to_time", note="Nej"))


def test_nothing_is_asked_of_a_shift_that_goes_on_was_ended_or_is_long_past(town, amira, phone):
    BookingFactory(order=town.order("2026-05-12 05:00", "2026-05-12 09:00", status="booked"), substitute=amira)
    BookingFactory(order=town.order("2026-03-01 07:00", "2026-03-01 16:00"), substitute=amira)
    ended = town.order("2026-05-10 07:00", "2026-05-10 16:00")
    BookingFactory(order=ended, substitute=amira, ended_at=NOW, end_reason="other")

    assert "Stämde passet?" not in text(phone.get(LIST)) + text(phone.get(START))


def test_anothers_shift_does_not_exist(town, phone, page):
    other = BookingFactory(order=town.order("2026-05-11 07:00", "2026-05-11 16:00"), substitute=town.substitute())

    for deed in ("confirm_time", "say_time", "object_to_time"):
        assert phone.post(reverse(f"booking:{deed}", args=[other.pk]), TIME).status_code == 404
    assert said() == []


@pytest.mark.parametrize("address", [LIST, START])
def test_a_page_asks_as_much_for_one_shift_as_for_many(town, amira, phone, booking, address):
    def questions() -> int:
        frame.lately()  # as a process that has been up for a while
        with CaptureQueriesContext(connection) as asked:
            assert phone.get(address).status_code == 200
        return len(asked)

    questions()
    for_one = questions()
    for day in range(10, 7, -1):
        order = town.order(f"2026-05-{day:02} 07:00", f"2026-05-{day:02} 16:00", status="completed")
        BookingFactory(order=order, substitute=amira)

    assert questions() <= for_one
