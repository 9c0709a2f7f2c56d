"""The order's page says what the shift costs in hours, and never in money."""

from people.models import Agreement, RuleProfile
from tests.cast import at
from tests.factories.booking import BookingFactory


def booked(substitute, starts: str, ends: str):
    return BookingFactory(substitute=substitute, order__starts=at(starts), order__ends=at(ends))


def a_week_of(substitute, *days: int):
    for day in days:
        booked(substitute, f"2026-05-{day} 07:00", f"2026-05-{day} 16:00")


def test_ordinary_time_is_said_to_make_no_overtime(town, page):
    town.substitute()

    assert "Ingen övertid" in page(town.order("2026-05-12 07:00", "2026-05-12 16:00"))


def test_what_passes_forty_hours_of_the_week_is_overtime(town, page):
    a_week_of(town.substitute(), 11, 12, 14, 15)

    shown = page(town.order("2026-05-13 07:00", "2026-05-13 14:30", break_minutes=60))

    assert "Ger 2,5 tim övertid" in shown
    assert "42,5 av 40 tim" in shown


def test_what_passes_her_agreement_alone_is_additional_time(town, page):
    profile = RuleProfile.objects.create(name="Halvtid", weekly_hours=20)
    her = town.substitute()
    Agreement.objects.filter(substitute=her).update(rule_profile=profile)
    a_week_of(her, 11, 12)

    shown = page(town.order("2026-05-13 07:00", "2026-05-13 12:00"))

    assert "Ger 3 tim mertid" in shown
    assert "23 av 20 tim" in shown


def test_both_at_once_are_told_apart(town, page):
    profile = RuleProfile.objects.create(name="Nästan heltid", weekly_hours=38)
    her = town.substitute()
    Agreement.objects.filter(substitute=her).update(rule_profile=profile)
    a_week_of(her, 11, 12, 14, 15)

    assert "Ger 2 tim mertid och 1 tim övertid" in page(town.order("2026-05-13 07:00", "2026-05-13 12:00"))


def test_rest_that_would_be_owed_is_a_cost_too(town, page):
    booked(town.substitute(), "2026-05-12 14:00", "2026-05-12 23:00")

    assert "Ger 3 tim vila att ge tillbaka" in page(town.order())


def test_inconvenient_hours_are_the_shifts_own_and_said_once(town, page):
    town.substitute()
    town.substitute()

    shown = page(town.order("2026-05-18 20:00", "2026-05-19 07:00"))

    assert shown.count("2 tim kväll, 8 tim natt") == 1


def test_a_day_shift_has_none_and_says_so(town, page):
    assert "Inga timmar" in page(town.order("2026-05-12 07:00", "2026-05-12 16:00"))


def test_a_holiday_and_a_major_one_have_names_of_their_own(town, page):
    assert "9 tim helg" in page(town.order("2026-05-14 07:00", "2026-05-14 16:00"))
    assert "9 tim storhelg" in page(town.order("2026-06-20 07:00", "2026-06-20 16:00"))
