"""A job that a substitute takes at once, when her time, the orderer and the policy let her."""

import uuid
from datetime import timedelta

import pytest

from booking.models import Availability, Booking, Interest, Kind, Order, Origin, Policy
from booking.operations import bookings
from people.models import Block
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import AdvertFactory, AvailabilityFactory, BookingFactory
from tests.factories.standing import BlockFactory


@pytest.fixture
def job(town):
    """Friday 15 May 07–16; the portal may fill it."""
    return AdvertFactory(order=town.order("2026-05-15 07:00", "2026-05-15 16:00", allow_direct=True)).order


@pytest.fixture
def free(amira):
    """She has said that she can work all that day."""
    return AvailabilityFactory(
        substitute=amira, kind=Kind.AVAILABLE, starts=at("2026-05-15 06:00"), ends=at("2026-05-15 18:00")
    )


def page(phone, job):
    return text(phone.get(f"/lediga-jobb/{job.pk}/"))


def take(phone, job):
    return phone.post(f"/lediga-jobb/{job.pk}/ta/")


def register(phone, job, **said):
    return phone.post(f"/lediga-jobb/{job.pk}/intresse/", said)


def test_a_job_within_her_time_is_hers_in_one_tap(phone, job, free, amira):
    assert "Ta passet" in text(phone.get("/lediga-jobb/"))
    assert "Ta passet" in page(phone, job)

    answer = take(phone, job)

    booking = Booking.objects.get(order=job)
    assert (booking.substitute, booking.origin, booking.booked_by) == (amira, Origin.DIRECT, amira.user)
    assert answer.url == f"/bokningar/{booking.pk}/"


def test_taken_twice_is_one_booking(phone, job, free):
    assert take(phone, job).url == take(phone, job).url
    assert Booking.objects.count() == 1


def test_a_job_that_is_gone_when_she_taps_is_told_with_those_that_remain(phone, job, free, town):
    bookings.book(job, town.substitute(), by=town.planner, at=NOW)

    answer = take(phone, job)

    assert answer.status_code == 404
    assert "Någon annan hann före, eller så behövs ingen längre." in text(answer)


def test_without_time_put_in_it_is_a_matter_of_interest(phone, job):
    assert "Ta passet" not in page(phone, job)

    answer = take(phone, job)

    assert answer.status_code == 409
    assert "Ingen tid inlagd" in text(answer)
    assert not Booking.objects.exists()


def test_the_policy_says_why_it_is_a_matter_of_interest(phone, town, amira):
    soon = town.order("2026-05-12 07:55", "2026-05-12 16:00", allow_direct=True)
    AdvertFactory(order=soon)
    AvailabilityFactory(substitute=amira, starts=soon.starts, ends=soon.ends)
    Policy.objects.create(area=town.area, direct_same_day=True)

    words = "Börjar om 2 tim 10 min, direktbokning kräver minst 3 tim → intresse, inte direktbokning."
    assert words in text(phone.get("/lediga-jobb/"))
    assert words in page(phone, soon)
    assert take(phone, soon).status_code == 409


def test_where_the_orderer_leaves_it_to_the_planners_it_is_a_matter_of_interest(phone, job, free):
    Order.objects.update(allow_direct=False)

    shown = page(phone, job)

    assert "Anmäl intresse" in shown
    assert "direktbokning" not in shown
    assert "Bemanningen väljer vem som får passet." in text(take(phone, job))
    assert not Booking.objects.exists()


@pytest.mark.parametrize("halted", [{"stopped_at": NOW}, {"returned_at": NOW, "return_reason": "Fel dag"}])
def test_a_job_that_is_halted_is_nobodys_to_take(phone, job, free, halted):
    Order.objects.update(**halted)

    answer = take(phone, job)

    assert answer.status_code == 409
    assert "Passet är stoppat och kan inte tas just nu." in text(answer)


class TestScenario17:
    """Blocked at the workplace, she sees nothing of its orders and cannot have them by address either."""

    @pytest.fixture(autouse=True)
    def block(self, town, amira) -> Block:
        return BlockFactory(substitute=amira, workplace=town.workplace)

    def test_it_is_not_in_the_list(self, phone, job, free):
        assert "Solgården" not in text(phone.get("/lediga-jobb/"))

    def test_it_cannot_be_reached_by_its_address(self, phone, job, free):
        for answer in (phone.get(f"/lediga-jobb/{job.pk}/"), take(phone, job), register(phone, job)):
            assert answer.status_code == 404
            assert "Solgården" not in text(answer)
        assert not Booking.objects.exists()
        assert not Interest.objects.exists()

    def test_it_answers_as_what_never_was(self, phone, job, free):
        never = phone.post(f"/lediga-jobb/{uuid.uuid4()}/ta/")

        assert text(take(phone, job)) == text(never)


def test_a_job_of_another_area_cannot_be_taken(elsewhere, phone, free):
    order = elsewhere.order("2026-05-15 07:00", "2026-05-15 16:00", allow_direct=True)
    AdvertFactory(order=order)

    assert take(phone, order).status_code == 404
    assert not Booking.objects.exists()


def test_a_job_kept_for_another_is_not_there_and_one_kept_for_her_says_so(phone, town, amira):
    until = NOW + timedelta(hours=2)
    hers = town.order("2026-05-15 07:00", "2026-05-15 16:00", wished=amira, wished_until=until)
    others = town.order("2026-05-16 07:00", "2026-05-16 16:00", wished=town.substitute(), wished_until=until)
    for order in (hers, others):
        AdvertFactory(order=order)

    assert "Du är önskad" in text(phone.get("/lediga-jobb/"))
    assert "Du är önskad" in page(phone, hers)
    assert take(phone, others).status_code == 404


def test_time_put_in_with_her_interest_counts_for_that_job_alone(phone, job, amira):
    assert "Lägg in tiden bara för det här passet" in page(phone, job)

    register(phone, job, tid="1")
    register(phone, job, tid="1")

    (time,) = Availability.objects.filter(substitute=amira)
    assert (time.order, time.period, time.by_herself) == (job, job.period, True)
    assert "Tiden är inlagd bara för det här passet." in page(phone, job)


def test_time_put_in_for_a_job_goes_with_the_interest(phone, job, amira):
    register(phone, job, tid="1")

    phone.post(f"/lediga-jobb/{job.pk}/angra/")

    assert not Availability.objects.filter(substitute=amira).exists()


def test_interest_alone_changes_nothing_of_her_time(phone, job, amira):
    register(phone, job)

    assert not Availability.objects.filter(substitute=amira).exists()
    assert "Din inlagda tid är inte ändrad." in page(phone, job)


def test_who_has_time_already_is_not_asked_to_put_it_in(phone, job, free):
    assert "Lägg in tiden" not in page(phone, job)


def test_who_has_said_that_she_cannot_is_not_asked_either(phone, job, free):
    Availability.objects.update(kind=Kind.NOT_AVAILABLE)

    assert "Lägg in tiden" not in page(phone, job)


def test_a_job_that_she_cannot_take_says_when_one_as_long_could_begin(phone, job, town, amira):
    BookingFactory(order=town.order("2026-05-15 08:00", "2026-05-15 10:00"), substitute=amira)

    words = "Ett lika långt pass kan börja tidigast fredag 15 maj 10.00."
    assert words in text(phone.get("/lediga-jobb/"))
    assert words in page(phone, job)
