"""Stämde passet?: what she is asked of a shift that is over, what she answers, and what she reads of what stands."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import WorkedTime
from booking.operations import attendance, shortening
from portal.pages import frame
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.page_checks import assert_valid_html

LIST, START = reverse("booking:bookings"), "/min-sida/"
TIME = {"starts": "07:00", "ends": "17:15", "break_minutes": "45", "note": "Dagfrid var sen.", "said": "0"}


def said() -> list[tuple[str, object]]:
    return list(WorkedTime.objects.order_by("number").values_list("side", "ends"))


@pytest.mark.parametrize("where", [START, LIST, "page"])
def test_she_is_asked_where_she_looks_and_answers_with_a_tap(phone, yesterdays, page, does, where):
    shown = phone.get(page if where == "page" else where)
    assert "Stämde passet?" in text(shown)
    assert "Ja, det stämmer" in text(shown)
    assert_valid_html(shown.content.decode())

    answered = does("confirm_time", seen=1, said=0, fran={START: "start", LIST: "bokningar"}.get(where, ""))

    assert said() == [("substitute", at("2026-05-11 16:00"))]
    assert answered.redirect_chain[-1][0] == (page if where == "page" else where)
    assert "Tack! Arbetsplatsen ser att tiden stämde." in answered.content.decode()
    assert "Ja, det stämmer" not in text(answered)


def test_two_taps_are_one_answer_and_the_back_button_does_no_harm(does, yesterdays):
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


def test_she_changes_her_mind_until_it_is_approved(town, phone, does, yesterdays, page):
    does("say_time", **TIME)
    assert 'value="17:15"' in phone.get(reverse("booking:say_time", args=[yesterdays.pk])).content.decode()

    does("say_time", **TIME | {"ends": "16:30", "said": "1"})
    attendance.attest(yesterdays, by=town.manager, at=NOW)
    refused = does("say_time", **TIME | {"said": "2"})

    assert said()[1:] == [("substitute", at("2026-05-11 16:30"))]
    assert (refused.status_code, "Passet är redan attesterat." in text(refused)) == (409, True)
    assert phone.get(reverse("booking:say_time", args=[yesterdays.pk])).url == page


def test_in_two_tabs_the_later_one_is_told_of_the_first(does):
    does("say_time", **TIME)
    late = does("confirm_time", seen=1, said=0)

    assert late.status_code == 409
    assert "Tiden har ändrats sedan du öppnade sidan." in text(late)
    assert len(said()) == 1


def test_a_shift_that_was_cut_short_meanwhile_is_not_confirmed_unseen(town, does, yesterdays):
    shortening.shorten(yesterdays, at("2026-05-11 14:00"), by=town.planner, at=NOW)

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
def test_a_page_asks_as_much_for_one_shift_as_for_many(town, amira, phone, yesterdays, address):
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
