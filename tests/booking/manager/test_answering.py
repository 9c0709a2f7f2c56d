"""What a workplace reads of the time that its substitute has said, and how it answers with another."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from booking.models import Booking, PlannerTask, WorkedTime
from booking.operations import attendance, pay_periods, worked_time
from booking.operations.worked_time import Told
from booking.period import Period
from booking.weeks import Month
from messaging.models import Message
from tests.booking.manager.reading import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.page_checks import assert_valid_html

LIST, ALL = reverse("booking:worked_time"), reverse("booking:approve_all_times")
JUNE = at("2026-06-03 08:00")
TIME = {"starts": "07:00", "ends": "14:00", "break_minutes": "30", "note": ""}


@pytest.fixture
def booking(town) -> Booking:
    """A shift of yesterday's, 07.00–16.00 with 45 minutes' break."""
    order = town.order("2026-05-11 07:00", "2026-05-11 16:00", status="completed")
    return BookingFactory(order=order, substitute=town.substitute(user__last_name="Hassan"), break_minutes=45)


@pytest.fixture
def page(booking) -> str:
    return reverse("booking:another_time", args=[booking.pk])


def says(booking, ends="2026-05-11 17:15", note="Dagfrid var sen.", when=NOW) -> WorkedTime:
    told = Told(Period(booking.starts, at(ends)), booking.break_minutes, note)
    return worked_time.say(booking, told, by=booking.substitute.user, at=when)


def again(booking) -> Booking:
    return Booking.objects.get(pk=booking.pk)


def approve(manager, booking, said):
    address = reverse("booking:approve_time", args=[booking.pk])
    return manager.post(address, {"seen": booking.order.terms_version, "said": said}, follow=True)


def test_another_time_that_she_said_stands_beside_the_booked_one_with_the_difference(manager, booking):
    says(booking)

    shown = text(manager.get(LIST))

    assert "07.00–17.15, rast 45 min" in shown
    assert "(+1 tim 15 min)" in shown
    assert "Dagfrid var sen." in shown
    assert_valid_html(shown)


def test_that_she_says_it_was_right_is_told(manager, booking):
    says(booking, ends="2026-05-11 16:00", note="")

    assert "Vikarien säger att det stämmer." in text(manager.get(LIST))


def test_it_is_right_approves_what_she_said(town, manager, booking):
    said = says(booking)

    shown = text(approve(manager, booking, said.number))

    said.refresh_from_db()
    assert (said.attested_by, again(booking).attested_by) == (town.manager, town.manager)
    assert "07.00–17.15, rast 45 min" in shown, "among what was approved lately"
    assert not Message.objects.filter(kind="time.answered").exists()


def test_what_she_said_since_the_page_was_opened_is_not_approved_unseen(manager, booking):
    says(booking)

    answer = approve(manager, booking, 0)

    assert answer.status_code == 409
    assert "annan tid sedan du öppnade" in text(answer)
    assert again(booking).attested_at is None


def test_all_at_once_approves_what_each_said_and_nothing_unseen(town, manager, booking):
    other = BookingFactory(order=town.order("2026-05-11 08:00", "2026-05-11 12:00", status="completed"))
    says(booking)

    answer = manager.post(ALL, {"rows": [f"{booking.pk}:1:0", f"{other.pk}:1:0"]})

    assert "annan tid sedan du öppnade" in text(answer)
    assert (again(booking).attested_at, again(other).attested_by) == (None, town.manager)
    assert manager.post(ALL, {"rows": [f"{booking.pk}:1:1"]}).url == LIST


def test_another_time_is_one_form_and_is_approved_by_that_and_she_is_told(town, manager, booking, page):
    assert_valid_html(text(manager.get(page)))

    answer = manager.post(page, TIME | {"said": "0", "note": "Gick hem tidigare."}, follow=True)

    row = WorkedTime.objects.get()
    assert (row.side, row.ends, row.break_minutes, row.attested_by) == (
        "workplace", at("2026-05-11 14:00"), 30, town.manager,
    )  # fmt: skip
    assert again(booking).ends == at("2026-05-11 16:00"), "the contract stays"
    assert "tiden är bekräftad." in text(answer)
    assert "har skrivit 07.00-14.00, rast 30 min" in Message.objects.get(kind="time.answered").body


def test_the_form_begins_with_what_she_said(manager, booking, page):
    says(booking)

    shown = text(manager.get(page))

    assert 'value="17:15"' in shown
    assert "Dagfrid var sen." in shown
    assert 'name="said" value="1"' in shown


def test_an_answer_to_what_has_changed_since_is_refused_and_what_was_typed_stays(manager, booking, page):
    says(booking)

    answer = manager.post(page, TIME | {"said": "0"})

    assert answer.status_code == 409
    assert "annan tid sedan du öppnade" in text(answer)
    assert 'value="14:00"' in text(answer)
    assert 'name="said" value="1"' in text(answer), "so that she can answer again"
    assert again(booking).attested_at is None


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"starts": ""}, "Skriv ett klockslag."),
        ({"ends": "25:99"}, "Skriv klockslaget som 07.00."),
        ({"break_minutes": ""}, "Skriv antalet minuter"),
        ({"break_minutes": "9" * 30}, "Skriv högst 180 minuter."),
        ({"ends": "07:00"}, "Tiden ligger för långt från passet."),
        ({"starts": "13:30", "break_minutes": "30"}, "Rasten är lika lång som passet eller längre."),
        ({"note": "x" * 201}, "200"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_nothing_is_lost(manager, booking, page, form, words):
    answer = manager.post(page, TIME | {"said": "0", "note": "Som jag minns det"} | form)

    assert answer.status_code == 422
    assert words in text(answer)
    assert form.get("note", "Som jag minns det") in text(answer)
    assert not WorkedTime.objects.exists()
    assert_valid_html(text(answer))


def test_what_is_approved_meanwhile_is_not_answered_over(town, manager, booking, page):
    attendance.attest(booking, by=town.planner, at=NOW)

    answer = manager.post(page, TIME | {"said": "0"})

    assert answer.status_code == 409
    assert "Passet är redan attesterat." in text(answer)


def test_what_cannot_be_said_with_a_time_goes_to_a_planner_in_words(manager, booking, page):
    words = reverse("booking:time_in_words", args=[booking.pk])
    assert words in text(manager.get(page))
    assert_valid_html(text(manager.get(words)))

    manager.post(words, {"note": "Två delade på passet"})

    assert PlannerTask.objects.waiting().get().facts == {"note": "Två delade på passet"}
    assert "Du har skrivit till bemanningen: Två delade på passet" in text(manager.get(LIST))
    assert again(booking).attested_at is None
    assert "Skriv vad som inte stämmer." in text(manager.post(words, {"note": " "}))


class TestAPeriodThatIsClosed:
    @pytest.fixture(autouse=True)
    def closed(self, town, booking):
        with time_machine.travel(JUNE, tick=False):
            pay_periods.close(Month.named("2026-05"), by=town.planner, at=JUNE)
            yield

    def test_its_rows_say_so_and_only_words_are_left(self, manager, booking, page):
        shown = text(manager.get(LIST))

        assert "Löneperioden är stängd." in shown
        assert "Stämmer" not in shown
        assert 'name="rows"' not in shown
        assert manager.get(page).url == reverse("booking:time_in_words", args=[booking.pk])

    def test_what_is_sent_from_an_old_page_is_refused(self, manager, booking, page):
        for answer in (approve(manager, booking, 0), manager.post(page, TIME | {"said": "0"})):
            assert answer.status_code == 409
            assert "Löneperioden är stängd." in text(answer)


def test_after_the_change_of_clocks_it_is_asked_which_of_the_two_it_was(town, manager):
    order = town.order("2025-10-25 21:00", "2025-10-26 07:00", status="completed")
    night = BookingFactory(order=order, substitute=town.substitute())
    page, form = (
        reverse("booking:another_time", args=[night.pk]),
        TIME | {"starts": "21:00", "ends": "02:30", "said": 0},
    )

    asked = manager.post(page, form)
    manager.post(page, form | {"ends_which": "1"})

    assert "Välj första eller andra gången." in text(asked)
    row = WorkedTime.objects.get()
    assert row.ends - row.starts == timedelta(hours=6, minutes=30)
