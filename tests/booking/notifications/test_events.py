"""Who is told what of each event, and who is told nothing."""

from datetime import date

import pytest

from booking import notifications
from booking.models import Enquiry
from booking.period import Period
from messaging.models import Channel, Message
from messaging.segments import segments
from tests.booking.notifications.examples import a_world
from tests.cast import NOW, at


def told(person) -> list[str]:
    return sorted(Message.objects.filter(recipient=person).values_list("kind", flat=True))


def body(kind: str) -> str:
    return Message.objects.get(kind=kind).body


def test_each_change_of_a_booked_shift_is_told_once(usual):
    for terms in (2, 2, 3):
        usual.order.terms_version = terms
        notifications.changed(usual.booking, was=Period(at("2026-05-13 06:00"), at("2026-05-13 15:00")), at=NOW)

    assert told(usual.substitute.user) == ["booking.changed", "booking.changed"]


def test_a_change_says_the_new_time_and_the_old_and_the_old_day_only_if_it_was_another(usual):
    notifications.changed(usual.booking, was=Period(at("2026-05-13 06:00"), at("2026-05-13 15:00")), at=NOW)

    assert "Björkgården, onsdag 13 maj 07.00-16.00 (förut 06.00-15.00). Storgatan 14. Kontakt:" in body(
        "booking.changed"
    )


def test_a_change_of_place_alone_says_no_old_time(usual):
    notifications.changed(usual.booking, was=usual.booking.period, at=NOW)

    assert "onsdag 13 maj 07.00-16.00. Storgatan 14." in body("booking.changed")


def test_of_a_shift_cut_short_she_hears_when_it_ends_and_the_orderer_that_the_rest_is_a_new_order(usual):
    usual.booking.ends = at("2026-05-13 14:10")

    notifications.shortened(usual.booking, at=NOW)

    assert body("booking.shortened").startswith("Ditt pass på Björkgården onsdag 13 maj slutar nu 14.10.")
    assert body("booking.left_early").startswith("Amira Haddad slutar 14.10 på Björkgården onsdag 13 maj. Resten")
    assert told(usual.order.placed_by) == ["booking.left_early"]


def test_that_the_rest_is_a_new_order_is_said_only_if_it_is(usual):
    notifications.shortened(usual.booking, is_rest_ordered=False, at=NOW)

    assert "ny beställning" not in body("booking.left_early")


def test_a_booking_that_ended_reads_as_it_was_agreed_although_the_order_has_another_place(town, usual):
    usual.order.workplace = town.workplace

    notifications.booking_ended(usual.booking, at=NOW)

    assert body("booking.ended").startswith("Avbokad: Björkgården, onsdag 13 maj 07.00-16.00.")


@pytest.mark.parametrize(
    ("end_reason", "stopped_at", "is_sought"), [("other", None, True), ("returned", None, False), ("other", NOW, False)]
)
def test_that_somebody_else_is_sought_is_said_only_if_it_is_so(usual, end_reason, stopped_at, is_sought):
    usual.booking.end_reason, usual.order.stopped_at = end_reason, stopped_at

    notifications.booking_ended(usual.booking, at=NOW)

    assert ("Vi söker någon annan." in body("booking.emptied")) == is_sought


def test_whoever_ordered_and_booked_herself_is_not_told_who_comes(usual):
    usual.booking.booked_by = usual.order.placed_by

    notifications.booked(usual.booking, at=NOW)

    assert told(usual.order.placed_by) == []


def test_whether_the_shift_is_still_needed_is_said_to_her_who_had_it(usual):
    notifications.order_cancelled(usual.booking, at=NOW)

    assert body("booking.ended").endswith("Arbetsplatsen behöver ingen vikarie.")
    assert told(usual.order.placed_by) == []


def test_thirty_enquiries_at_once_are_one_sms_with_the_codes_of_the_first(usual):
    notifications.asked_many(usual.enquiries, at=NOW)

    said = body("enquiry.asked_many")
    assert "Du har 5 nya förfrågningar. Svara senast 12.00. https:" in said
    assert "/forfragningar/ Eller svara med kod. JA 7: Björkgården onsdag 13 maj 07.00. JA 8:" in said
    assert "JA 10" not in said


def test_one_enquiry_among_several_is_asked_as_one(usual):
    notifications.asked_many(usual.enquiries[:1], at=NOW)

    assert told(usual.substitute.user) == ["enquiry.asked"]


def test_without_a_phone_several_are_answered_in_the_portal(usual):
    usual.substitute.user.phone = ""

    notifications.asked_many(usual.enquiries, at=NOW)

    message = Message.objects.get()
    assert (message.channel, message.answerable, "JA" in message.body) == (Channel.EMAIL, False, False)


@pytest.mark.parametrize(
    ("status", "answered_at", "expected"),
    [
        (Enquiry.Status.SENT, None, []),
        (Enquiry.Status.WITHDRAWN, None, []),
        (Enquiry.Status.NO, NOW, []),
        (Enquiry.Status.WAITING_YES, NOW, ["enquiry.closed"]),
        (Enquiry.Status.WITHDRAWN, NOW, ["enquiry.closed"]),
    ],
)
def test_only_who_said_yes_hears_that_nobody_is_sought(usual, status, answered_at, expected):
    enquiry = usual.enquiries[0]
    enquiry.status, enquiry.answered_at = status, answered_at

    notifications.no_longer_asked(enquiry, at=NOW)

    assert told(usual.substitute.user) == expected


def test_that_all_have_been_asked_is_told_once_in_a_round(usual):
    for number in (1, 1, 2):
        usual.order.round = number
        notifications.exhausted(usual.order, to=usual.planner, at=NOW)

    assert told(usual.planner) == ["order.exhausted", "order.exhausted"]


def test_a_planner_is_led_to_her_desk_and_an_orderer_to_her_own_page(usual):
    for person in (usual.planner, usual.order.placed_by):
        notifications.exhausted(usual.order, to=person, at=NOW)

    def path(person) -> str:
        return Message.objects.get(recipient=person).facts["path"]

    assert path(usual.planner) == f"/admin/bestallningar/inspect/{usual.order.pk}/"
    assert path(usual.order.placed_by) == f"/bestallningar/{usual.order.pk}/"


def test_an_order_sent_back_again_is_told_again(usual):
    for moment in (NOW, NOW, at("2026-05-12 09:00")):
        notifications.returned(usual.order, reason="Fel dag.", at=moment)

    assert told(usual.order.placed_by) == ["order.returned", "order.returned"]
    assert "16.00. Fel dag. Ändra" in Message.objects.first().body


def test_a_long_reason_is_cut_and_the_link_stays(town):
    world = a_world(town, name="Särskilt boende Björkgården, avdelning Lönnen")

    notifications.returned(world.order, reason="Ingen kan den dagen, och dagen efter är redan fylld. " * 4, at=NOW)

    assert "... Ändra eller ta bort" in body("order.returned")
    assert body("order.returned").endswith(f"/bestallningar/{world.order.pk}/")


def test_an_empty_calendar_is_told_of_once_a_week(usual):
    for day in (date(2026, 5, 18), date(2026, 5, 24), date(2026, 5, 25)):
        notifications.calendar_is_empty(usual.substitute, week=day, at=NOW)

    weeks = [message.body[:36] for message in Message.objects.order_by("key")]
    assert weeks == ["Du har ingen tid inlagd vecka 21. Lä", "Du har ingen tid inlagd vecka 22. Lä"]


def test_a_moved_shift_is_reminded_of_again(usual):
    for starts in ("2026-05-13 07:00", "2026-05-13 07:00", "2026-05-13 08:00"):
        usual.booking.starts = at(starts)
        notifications.shift_tomorrow(usual.booking, at=NOW)

    assert told(usual.substitute.user) == ["reminder.shift", "reminder.shift"]


def test_one_job_is_told_with_its_facts_and_several_with_their_number_and_days(usual):
    jobs = usual.released
    notifications.jobs_released(usual.substitute, jobs[:1], at=NOW)
    notifications.jobs_released(usual.substitute, jobs, at=NOW)
    notifications.jobs_released(usual.substitute, jobs[::-1], at=NOW)

    one, several = Message.objects.order_by("-facts__path")
    assert one.body.startswith("Nytt ledigt pass: Björkgården, onsdag 13 maj 07.00-16.00. https:")
    assert several.body.startswith("5 nya lediga pass, 13-17 maj. https:")


@pytest.mark.parametrize(
    ("last", "expected"),
    [("2026-05-13", "onsdag 13 maj"), ("2026-05-20", "13-20 maj"), ("2026-06-02", "13 maj-2 juni")],
)
def test_the_days_of_several_jobs_are_said_as_one_would(town, usual, last, expected):
    jobs = [usual.order, town.order(f"{last} 08:00", f"{last} 12:00")]

    notifications.jobs_released(usual.substitute, jobs, at=NOW)

    assert f"2 nya lediga pass, {expected}. http" in body("jobs.released")


def test_of_no_jobs_nothing_is_told(usual):
    notifications.jobs_released(usual.substitute, [], at=NOW)

    assert not Message.objects.exists()


def test_the_codes_in_a_reply_are_as_many_as_fit_and_the_rest_are_in_the_portal(long):
    text = notifications.with_choices("Skriv koden för det pass du menar.", long.enquiries)

    assert "JA 7: Särskilt boende" in text
    assert text.endswith("Fler finns i portalen.")
    assert segments(text) <= 2


def test_all_codes_are_in_a_reply_that_has_room(usual):
    text = notifications.with_choices("Skriv koden.", usual.enquiries[:2])

    assert text == ("Skriv koden. JA 7: Björkgården onsdag 13 maj 07.00. JA 8: Björkgården torsdag 14 maj 07.00.")
