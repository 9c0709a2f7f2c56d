"""When a shift began and ended: said, answered, objected to, and corrected once the period is closed."""

import pytest

from booking.models import Booking, PlannerTask, WorkedTime
from booking.operations import attendance, pay_periods, worked_time
from booking.operations.refusals import Refused
from booking.operations.worked_time import Told
from booking.period import Period
from booking.weeks import Month
from people.models import HistoryEntry
from tests.clock import at
from tests.factories.booking import BookingFactory

pytestmark = pytest.mark.django_db

NOW = at("2026-05-13 08:00")
JUNE = at("2026-06-03 08:00")


@pytest.fixture
def booking(town):
    order = town.order("2026-05-12 07:00", "2026-05-12 16:00", status="booked")
    return BookingFactory(order=order, substitute=town.substitute(), break_minutes=30)


@pytest.fixture
def her(booking):
    return booking.substitute.user


def told(starts: str = "2026-05-12 07:00", ends: str = "2026-05-12 16:00", rest: int = 30, note: str = "") -> Told:
    return Told(Period(at(starts), at(ends)), rest, note)


LATER = told(ends="2026-05-12 17:15", note="Dagfrid var sen.")


def test_she_says_that_it_was_as_booked_and_the_workplace_approves_it(booking, her, town):
    said = worked_time.say(booking, worked_time.as_it_stands(booking), by=her, at=NOW)
    attendance.attest(booking, by=town.manager, at=NOW, seen_said=said.number)

    said.refresh_from_db()
    assert (said.side, said.period, said.attested_by) == ("substitute", booking.period, town.manager)


def test_said_twice_is_once(booking, her):
    first, second = (worked_time.say(booking, LATER, by=her, at=NOW) for _ in range(2))

    assert first == second
    assert WorkedTime.objects.count() == 1


def test_what_she_changes_her_mind_about_is_another_row(booking, her):
    worked_time.say(booking, LATER, by=her, at=NOW)
    worked_time.say(booking, told(), by=her, at=NOW)

    assert list(WorkedTime.objects.order_by("number").values_list("number", "ends")) == [
        (1, at("2026-05-12 17:15")),
        (2, at("2026-05-12 16:00")),
    ]


def test_a_statement_never_changes(booking, her):
    said = worked_time.say(booking, LATER, by=her, at=NOW)
    said.break_minutes = 0

    with pytest.raises(TypeError):
        said.save()


def test_the_booking_stays_as_it_was_contracted(booking, her, town):
    worked_time.say(booking, LATER, by=her, at=NOW)
    attendance.attest(booking, by=town.manager, at=NOW)

    assert Booking.objects.get().ends == at("2026-05-12 16:00")


def test_what_she_said_meanwhile_is_not_approved_unseen(booking, her, town):
    worked_time.say(booking, LATER, by=her, at=NOW)

    with pytest.raises(Refused, match="annan tid sedan du öppnade"):
        attendance.attest(booking, by=town.manager, at=NOW, seen_said=0)


def test_the_workplace_answers_with_another_time_which_is_approved_by_that(booking, her, town):
    said = worked_time.say(booking, LATER, by=her, at=NOW)
    answered = worked_time.answer(booking, told(ends="2026-05-12 16:30"), by=town.manager, at=NOW, seen=said.number)

    booking.refresh_from_db()
    assert (answered.side, answered.attested_at, booking.attested_at) == ("workplace", NOW, NOW)
    assert list(WorkedTime.objects.approved()) == [answered]


def test_once_approved_she_can_only_object_and_a_planner_reads_it(booking, her, town):
    worked_time.answer(booking, told(ends="2026-05-12 15:00"), by=town.manager, at=NOW)

    with pytest.raises(Refused, match="redan attesterat"):
        worked_time.say(booking, LATER, by=her, at=NOW)
    worked_time.object_to(booking, note="Jag gick 16.", by=her, at=NOW)

    task = PlannerTask.objects.waiting().get()
    assert (task.kind, task.facts, task.area) == ("time_disputed", {"note": "Jag gick 16."}, town.area)
    assert "Jag gick" not in str(HistoryEntry.objects.values_list("data", flat=True))


def test_a_planners_correction_stands_and_settles_what_was_disputed(booking, her, town):
    worked_time.answer(booking, told(ends="2026-05-12 15:00"), by=town.manager, at=NOW)
    worked_time.object_to(booking, note="Jag gick 16.", by=her, at=NOW)
    corrected = worked_time.correct(booking, told(), reason="Passerkortet visar 16.", by=town.planner, at=NOW)

    assert WorkedTime.objects.approved().last() == corrected
    assert not PlannerTask.objects.waiting().exists()


def test_a_correction_says_why(booking, town):
    with pytest.raises(Refused, match="varför"):
        worked_time.correct(booking, told(), reason=" ", by=town.planner, at=NOW)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (told(ends="2026-05-13 09:00"), "har inte varit"),
        (told("2026-05-11 07:00", "2026-05-11 16:00"), "långt från passet"),
        (told(rest=540), "Rasten"),
    ],
)
def test_a_time_that_cannot_have_been_is_refused(booking, her, said, words):
    with pytest.raises(Refused, match=words):
        worked_time.say(booking, said, by=her, at=NOW)


def test_nobody_worked_two_shifts_at_once(booking, her, town):
    evening = town.order("2026-05-12 17:00", "2026-05-12 21:00", status="booked")
    BookingFactory(order=evening, substitute=booking.substitute)

    with pytest.raises(Refused, match=r"krockar med ett annat pass, 17\.00–21\.00"):
        worked_time.say(booking, LATER, by=her, at=NOW)


def test_a_no_show_is_objected_to_and_corrected_and_both_events_remain(booking, her, town):
    attendance.did_not_come(booking, missed=True, by=town.manager, at=NOW)
    worked_time.object_to(booking, note="Jag var där.", by=her, at=NOW)
    worked_time.correct(booking, told(), reason="Hon var där.", by=town.planner, at=NOW)

    booking.refresh_from_db()
    assert (booking.no_show, booking.attested_at) == (False, NOW)
    done = HistoryEntry.objects.of(booking).values_list("action", flat=True)
    assert {"booking.no_show", "booking.correct_time", "booking.attest"} <= set(done)


class TestAPeriodThatIsClosed:
    """Nothing in it changes, but by a row that says why."""

    @pytest.fixture(autouse=True)
    def closed(self, booking, town):
        attendance.attest(booking, by=town.manager, at=NOW)
        pay_periods.close(Month.named("2026-05"), by=town.planner, at=JUNE)

    def test_a_correction_is_a_new_row_and_what_stood_stays(self, booking, town):
        row = worked_time.correct(booking, LATER, reason="Stämplat 17.15.", by=town.planner, at=JUNE)

        assert (row.number, row.reason, row.attested_at) == (1, "Stämplat 17.15.", JUNE)
        assert HistoryEntry.objects.of(booking).filter(action="booking.attest").count() == 2

    def test_corrected_twice_by_the_same_form_is_once(self, booking, town):
        for _ in range(2):
            worked_time.correct(booking, None, reason="Kom inte.", by=town.planner, at=JUNE)

        assert WorkedTime.objects.count() == 1
        booking.refresh_from_db()
        assert booking.no_show

    def test_nobody_else_changes_it(self, booking, her, town):
        other = town.order("2026-05-14 07:00", "2026-05-14 16:00", status="booked")
        untouched = BookingFactory(order=other, substitute=booking.substitute)
        for act in (
            lambda: worked_time.say(untouched, told("2026-05-14 07:00", "2026-05-14 16:00"), by=her, at=JUNE),
            lambda: worked_time.answer(
                untouched, told("2026-05-14 07:00", "2026-05-14 16:00"), by=town.manager, at=JUNE
            ),
            lambda: attendance.attest(untouched, by=town.manager, at=JUNE),
            lambda: attendance.did_not_come(untouched, missed=True, by=town.manager, at=JUNE),
        ):
            with pytest.raises(Refused, match="Löneperioden är stängd"):
                act()

    def test_what_was_approved_just_before_is_not_taken_back(self, booking, town):
        Booking.objects.update(attested_at=JUNE)

        with pytest.raises(Refused, match="Löneperioden är stängd"):
            attendance.take_back(booking, by=town.manager, at=JUNE)


def test_a_month_that_is_not_over_is_not_closed(town):
    with pytest.raises(Refused, match="inte slut"):
        pay_periods.close(Month.named("2026-05"), by=town.planner, at=at("2026-05-31 23:59"))


def test_closed_twice_is_once(town):
    first, second = (pay_periods.close(Month.named("2026-05"), by=town.planner, at=JUNE) for _ in range(2))

    assert first == second
    assert HistoryEntry.objects.filter(action="payperiod.close").count() == 1


def test_taken_back_is_not_approved_any_more(booking, her, town):
    worked_time.say(booking, LATER, by=her, at=NOW)
    attendance.attest(booking, by=town.manager, at=NOW)
    attendance.take_back(booking, by=town.manager, at=NOW)

    assert not WorkedTime.objects.approved().exists()
    assert worked_time.as_it_stands(booking).period == LATER.period
