"""One shift at the desk: all that was said of it, and its time corrected, also when the period is closed."""

import re

import pytest
from django.urls import reverse

from booking.models import Booking, PlannerTask, WorkedTime
from booking.operations import attendance, pay_periods, worked_time
from booking.weeks import Month
from tests.booking.desk.after import THEN, shift, told
from tests.booking.desk.conftest import text
from tests.cast import at

JUNE = at("2026-06-03 08:00")


def page_of(booking):
    return reverse("booking_desk:inspect", args=[booking.pk])


@pytest.fixture
def booking(town):
    return shift(town)


@pytest.fixture
def corrects(after, booking):
    """`corrects(ends="17.00")`: the answer to the form; `deed="correct"` carries it out."""

    def send(browser=after, **said):
        filled = {"starts": "07:00", "ends": "16:00", "break_minutes": "30", "reason": "Stämplat.", "seen": "0"}
        return browser.post(reverse("booking_desk:correct", args=[booking.pk]), filled | said)

    return send


def test_all_that_was_said_stands_in_order_with_what_holds(booking, town, after):
    said = worked_time.say(booking, told(ends="17:15", note="Dagfrid var sen."), by=booking.substitute.user, at=THEN)
    worked_time.answer(booking, told(ends="16:30"), by=town.manager, at=THEN, seen=said.number)

    shown = text(after.get(page_of(booking)))

    assert shown.index("Dagfrid var sen.") < shown.index("Slutade 30 min senare")
    assert "+0,5 tim mot bokat" in shown
    assert "9 tim ordinarie" in shown
    assert f"Attesterat av {town.manager}" in shown


def test_hours_are_told_by_class(town, after):
    evening = shift(town, starts="13:00", ends="22:00", break_minutes=0)

    assert "9 tim ordinarie. OB: 3 tim kväll" in text(after.get(page_of(evening)))


def test_a_shift_that_is_not_over_says_nothing_of_worked_time(town, after):
    booking = shift(town, day=14)

    assert "Arbetad tid</h2>" not in text(after.get(page_of(booking)))
    assert after.get(reverse("booking_desk:correct", args=[booking.pk])).url == page_of(booking)


def test_the_difference_is_told_before_anything_is_written(corrects):
    answer = text(corrects(ends="16:45"))

    assert "+0,75 tim mot det som gäller nu." in answer
    assert "Slutade 45 min senare" in answer
    assert not WorkedTime.objects.exists()


def test_corrected_it_is_attested_with_its_reason_and_shown_on_the_page(booking, town, corrects, after):
    answer = corrects(ends="16:45", deed="correct")

    assert answer.url == page_of(booking)
    row = WorkedTime.objects.get()
    assert (row.ends, row.reason, row.attested_by) == (at("2026-05-12 16:45"), "Stämplat.", town.planner)
    assert "Skäl: Stämplat." in text(after.get(page_of(booking)))


def test_the_same_form_twice_is_one_correction(corrects):
    for _time in range(2):
        corrects(ends="16:45", deed="correct")

    assert WorkedTime.objects.count() == 1


def test_a_no_show_is_corrected_to_a_time_and_a_time_to_a_no_show(booking, town, corrects):
    attendance.did_not_come(booking, missed=True, by=town.manager, at=THEN)
    corrects(deed="correct")
    assert not Booking.objects.get().no_show

    corrects(nothing="on", starts="", ends="", reason="Fel person.", seen="1", deed="correct")
    assert Booking.objects.get().no_show
    assert WorkedTime.objects.filter(nothing=True, reason="Fel person.").exists()


def test_what_somebody_says_meanwhile_is_not_corrected_unseen(booking, corrects):
    worked_time.say(booking, told(ends="17:15"), by=booking.substitute.user, at=THEN)

    answer = corrects(ends="16:45", deed="correct")

    assert answer.status_code == 409
    assert "Någon har skrivit en annan tid" in text(answer)
    assert 'name="seen" value="1"' in text(answer)
    assert 'value="16:45"' in text(answer)


@pytest.mark.parametrize(
    ("said", "words", "field"),
    [
        ({"ends": ""}, "Skriv ett klockslag.", "ends"),
        ({"ends": "25"}, "Skriv klockslaget som 07.00.", "ends"),
        ({"reason": " "}, "Skriv varför tiden rättas.", "reason"),
        ({"break_minutes": "181"}, "Skriv högst 180 minuter.", "break_minutes"),
        ({"break_minutes": ""}, "Skriv antalet minuter", "break_minutes"),
        ({"ends": "07:20"}, "Rasten är lika lång", "break_minutes"),
        ({"starts": "22:00", "ends": "21:30"}, "för långt från passet", "ends"),
    ],
)
def test_why_not_stands_beside_the_field_and_nothing_typed_is_lost(said, words, field, corrects):
    answer = corrects(**said)

    assert answer.status_code in {409, 422}
    assert words in text(answer)
    assert re.search(rf'<[^>]*name="{field}"[^>]*aria-invalid="true"', text(answer))
    assert ">Stämplat.<" in text(answer) or 'value="Stämplat."' in text(answer) or "reason" in said


def test_a_clock_that_comes_twice_is_asked_about(town, signed_in, travel):
    night = shift(town, "2026-10", 24, starts="22:00", ends="06:00", break_minutes=0)
    travel("2026-10-26 08:00")
    browser, address = signed_in(town.planner), reverse("booking_desk:correct", args=[night.pk])
    filled = {"starts": "22:00", "ends": "02:30", "break_minutes": "0", "reason": "Gick hem.", "seen": "0"}

    asked = text(browser.post(address, filled))
    second = text(browser.post(address, filled | {"ends_which": "1"}))

    assert "Klockan kommer två gånger. När slutade passet?" in asked
    assert "5,5 tim" in second  # 22–03 by the first count is 5 h, and half of the hour that comes once more


def test_a_clock_that_never_was_is_refused(town, signed_in, travel):
    night = shift(town, "2026-03", 28, starts="22:00", ends="06:00", break_minutes=0)
    travel("2026-03-30 08:00")
    filled = {"starts": "22:00", "ends": "02:30", "break_minutes": "0", "reason": "Gick hem.", "seen": "0"}

    answer = signed_in(town.planner).post(reverse("booking_desk:correct", args=[night.pk]), filled)

    assert "02.30 finns inte" in text(answer)


def test_in_a_closed_period_it_says_so_and_is_corrected_all_the_same(
    booking, town, officer, signed_in, travel, corrects
):
    pay_periods.close(Month.named("2026-05"), by=officer, at=JUNE)
    travel("2026-06-04 08:00")
    browser = signed_in(officer)

    form = text(browser.get(reverse("booking_desk:correct", args=[booking.pk])))
    corrects(browser, ends="16:45", deed="correct")

    assert "Rättelsen går med nästa lönekörning." in form
    assert WorkedTime.objects.get().attested_by == officer
    assert "En rättelse går med nästa lönekörning." in text(browser.get(page_of(booking)))


def test_one_shift_is_attested_as_it_stands_on_the_page(booking, town, after):
    said = worked_time.say(booking, told(ends="17:15"), by=booking.substitute.user, at=THEN)
    address = reverse("booking_desk:attest", args=[booking.pk])

    unseen = after.post(address, {"version": "1", "said": "0"})
    assert unseen.status_code == 409
    assert "Vikarien har skrivit en annan tid" in text(unseen)
    after.post(address, {"version": "1", "said": "1"})

    said.refresh_from_db()
    assert said.attested_by == town.planner


def test_another_areas_shift_is_not_there(elsewhere, after):
    other = shift(elsewhere)

    assert after.get(page_of(other)).status_code == 404
    for name in ("correct", "attest"):
        assert after.post(reverse(f"booking_desk:{name}", args=[other.pk]), {}).status_code == 404
    assert not WorkedTime.objects.exists()


@pytest.mark.parametrize("kind", ["worked_otherwise", "time_disputed"])
def test_a_task_about_the_time_leads_here(kind, booking, town, after):
    if kind == "worked_otherwise":
        attendance.worked_otherwise(booking, note="Gick 14", by=town.manager, at=THEN)
    else:
        attendance.attest(booking, by=town.manager, at=THEN)
        worked_time.object_to(booking, note="Gick 14", by=booking.substitute.user, at=THEN)

    shown = text(after.get(reverse("tasks:index"), {"kind": kind}))

    assert f'href="{page_of(booking)}"' in shown
    assert "Gick 14" in shown
    assert PlannerTask.objects.waiting().get().kind == kind
    assert "Gick 14" in text(after.get(page_of(booking)))


def test_the_orders_page_says_what_she_says_and_approves_nothing_else_unseen(booking, after):
    worked_time.say(booking, told(ends="17:15"), by=booking.substitute.user, at=THEN)
    sent = {"booking": booking.pk, "said": "0"}

    page = text(after.get(reverse("order:inspect", args=[booking.order_id])))
    unseen = after.post(reverse("order:attest", args=[booking.order_id]), sent)
    assert "Vikarien säger 07.00–17.15 (rast: 30 minuter)." in page
    assert "Vikarien har skrivit en annan tid" in text(unseen)
    assert not Booking.objects.filter(attested_at__isnull=False).exists()

    after.post(reverse("order:attest", args=[booking.order_id]), sent | {"said": "1"})
    assert WorkedTime.objects.get().attested_at == THEN
