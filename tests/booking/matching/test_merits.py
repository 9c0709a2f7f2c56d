"""What the rows say for each candidate, and what comes of it over many orders."""

from datetime import timedelta

import pytest

from booking.matching import candidates
from booking.matching.ranking import Paid, Tier
from booking.models import Enquiry
from booking.rules import Channel
from people.models import PayForm
from tests.cast import at
from tests.factories.booking import BookingFactory, EnquiryFactory, InterestFactory, OrderFactory
from tests.factories.people import AgreementFactory, SubstituteFactory
from tests.factories.standing import FavouriteFactory, IntroductionFactory, PolicyFactory

HOUR = timedelta(hours=1)


def found(order) -> dict[object, object]:
    return {row.substitute: row.merits for row in candidates.possible(order)}


def test_the_tier_is_how_near_she_stands_to_the_workplace(town, elsewhere):
    wished, favourite, introduced, other = (town.substitute() for _ in range(4))
    order = town.order(wished=wished)
    for substitute in (wished, favourite):
        FavouriteFactory(substitute=substitute, workplace=town.workplace)
        IntroductionFactory(substitute=substitute, workplace=town.workplace)
    IntroductionFactory(substitute=introduced, workplace=town.workplace)
    FavouriteFactory(substitute=other, workplace=elsewhere.workplace)

    tiers = {substitute: merits.tier for substitute, merits in found(order).items()}

    assert list(tiers.items()) == [
        (wished, Tier.WISHED),
        (favourite, Tier.FAVOURITE),
        (introduced, Tier.INTRODUCED),
        (other, Tier.AREA),
    ]


def test_whose_agreement_is_over_stands_after_all_others(town):
    order, own = town.order(), town.substitute()
    over = AgreementFactory(area=town.area, ends=order.starts).substitute
    InterestFactory(order=order, substitute=over)

    listed = candidates.of(order, seen_by=town.planner)

    assert [(row.substitute, row.merits.tier) for row in listed] == [(own, Tier.AREA), (over, Tier.OTHER)]


@pytest.mark.parametrize("form", PayForm)
def test_the_pay_form_that_the_policy_takes_first_comes_first(town, form):
    PolicyFactory(area=town.area, pay_first=form)
    people = {each: SubstituteFactory() for each in PayForm}
    for each, substitute in people.items():
        AgreementFactory(substitute=substitute, area=town.area, pay_form=each)

    listed = found(town.order())

    assert next(iter(listed)) == people[form]
    assert [merits.paid for merits in listed.values()] == [Paid.FIRST, Paid.AFTER]


def test_where_the_policy_makes_no_difference_there_is_none(town):
    AgreementFactory(area=town.area, pay_form=PayForm.MONTHLY)

    assert [merits.paid for merits in found(town.order()).values()] == [Paid.SAME]


def test_the_pay_form_is_that_of_the_agreement_in_force(town):
    PolicyFactory(area=town.area, pay_first="monthly")
    order, substitute = town.order(), SubstituteFactory()
    AgreementFactory(substitute=substitute, area=town.area, pay_form=PayForm.HOURLY, ends=order.starts)
    AgreementFactory(substitute=substitute, area=town.area, pay_form=PayForm.MONTHLY, starts=order.starts)

    assert found(order)[substitute].paid is Paid.FIRST


def test_hours_are_the_month_s_with_the_shift_and_with_what_she_let_pass(town):
    substitute = town.substitute(wished_weekly_hours=24)
    BookingFactory(order=town.order("2026-05-04 07:00", "2026-05-04 16:00", break_minutes=60), substitute=substitute)
    for status in Enquiry.Status:
        EnquiryFactory(order=town.order("2026-05-20 07:00", "2026-05-20 08:00"), substitute=substitute, status=status)
    april = town.order("2026-04-20 07:00", "2026-04-20 16:00")
    EnquiryFactory(order=april, substitute=substitute, status="expired")

    merits = found(town.order(break_minutes=60))[substitute]

    # Sent, undeliverable and expired: an hour each.
    assert merits.hours_this_month == (8 + 8 + 3) * HOUR
    assert merits.wished == 104 * HOUR


@pytest.mark.parametrize(("status", "counts"), [("no", False), ("queued", False), ("expired", True), ("won", True)])
def test_a_no_counts_as_if_she_had_never_been_asked(town, status, counts):
    substitute = town.substitute()
    asked = EnquiryFactory(
        order=town.order("2026-05-11 07:00", "2026-05-11 16:00"), substitute=substitute, status=status
    )

    merits = found(town.order())[substitute]

    assert merits.last_asked == (asked.asked_at if counts else None)


def test_the_shift_that_she_is_asked_about_now_is_not_held_against_her(town):
    order, substitute = town.order(), town.substitute()
    EnquiryFactory(order=order, substitute=substitute, status="sent")

    assert found(order)[substitute].hours_this_month == 9 * HOUR


def test_scenario_35_who_never_answers_is_neither_always_first_nor_ever_removed(town):
    silent, *others = [town.substitute() for _ in range(4)]
    first, last_day = [], at("2026-05-12 05:00")
    for number in range(100):
        starts = at("2026-05-13 07:00") + timedelta(days=number % 50)
        order = OrderFactory(
            workplace=town.workplace, occupation=town.occupation, starts=starts, ends=starts + 3 * HOUR, status="open"
        )
        best = [row.substitute for row in candidates.eligible(order, channel=Channel.ASKED)]
        assert silent in best
        first.append(best[0])
        if best[0] == silent:
            EnquiryFactory(order=order, substitute=silent, status="expired", asked_at=last_day + number * HOUR)
        else:
            _gets(order, best[0], asked_at=last_day + number * HOUR)

    assert 0 < first.count(silent) < 50
    assert set(first) == {silent, *others}


def _gets(order, substitute, **asked):
    EnquiryFactory(order=order, substitute=substitute, status="won", **asked)
    BookingFactory(order=order, substitute=substitute, agreement=substitute.agreements.get())


def test_those_whom_a_planner_may_not_see_are_not_shown_to_her(town, elsewhere):
    order, substitute = town.order(), town.substitute()

    assert [row.substitute for row in candidates.possible(order, seen_by=town.planner)] == [substitute]
    assert candidates.possible(order, seen_by=elsewhere.planner) == []


def test_so_many_of_the_best_are_made_whole(town):
    order = town.order()
    everybody = [town.substitute() for _ in range(3)]
    FavouriteFactory(substitute=everybody[2], workplace=town.workplace)

    assert [row.substitute for row in candidates.possible(order, first=1)] == [everybody[2]]


def test_those_to_pass_over_are_passed_over_and_a_reason_that_a_role_must_give_is_one_too_many(town):
    order, fits, asked, tired = town.order(), town.substitute(), town.substitute(), town.substitute()
    BookingFactory(order=town.order("2026-05-12 14:00", "2026-05-12 23:00"), substitute=tired)

    best = candidates.eligible(order, channel=Channel.ASKED, but={asked.pk})

    assert [row.substitute for row in best] == [fits]
    assert tired in [row.substitute for row in candidates.possible(order)]


def test_why_not_is_told_so_many_at_a_time_by_name(town):
    order, fits = town.order(), town.substitute()
    others = [town.substitute(is_active=True, user__last_name=name) for name in ("Dahl", "Berg", "Alm")]
    for substitute in others:
        BookingFactory(order=town.order(), substitute=substitute, agreement=substitute.agreements.get())

    pages = [candidates.why_not(order, seen_by=town.planner, fit=[fits.pk], first=n, size=2) for n in (0, 2)]

    assert [[row.substitute.user.last_name for row in page.candidates] for page in pages] == [["Alm", "Berg"], ["Dahl"]]
    assert [page.total for page in pages] == [3, 3]
    assert all(not row.verdict.possible for page in pages for row in page.candidates)
