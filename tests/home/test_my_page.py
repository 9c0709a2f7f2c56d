"""Where the work of each who signs in begins."""

from datetime import timedelta

import pytest
import time_machine

from booking.models import Kind
from intyg.models import CertificateRequest
from messaging.models import Message
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import AdvertFactory, AvailabilityFactory, BookingFactory, EnquiryFactory
from tests.factories.people import UserFactory
from tests.factories.standing import AbsenceFactory


@pytest.fixture(autouse=True)
def _morning():
    """Tuesday 12 May 2026, 05.45."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira")


@pytest.fixture
def phone(amira, signed_in):
    return signed_in(amira.user)


def test_she_is_greeted_by_the_hour(phone):
    assert "God morgon, Amira Tisdag 12 maj, vecka 20" in text(phone.get("/min-sida/"))
    with time_machine.travel(NOW + timedelta(hours=14), tick=False):
        assert "God kväll, Amira" in text(phone.get("/min-sida/"))


def test_an_enquiry_stands_first_and_is_answered_where_it_stands(town, amira, phone):
    BookingFactory(order=town.order("2026-05-14 07:00", "2026-05-14 16:00"), substitute=amira)
    enquiry = EnquiryFactory(order=town.order(), substitute=amira)

    page = phone.get("/min-sida/")

    assert text(page).index("Ja, jag tar passet") < text(page).index("Ditt nästa pass")
    assert f'action="/forfragningar/{enquiry.pk}/svar/" method="post"' in page.content.decode()


def test_the_next_shift_is_the_one_that_is_not_over(town, amira, phone):
    for starts, ends in (("2026-05-11 21:00", "2026-05-12 05:00"), ("2026-05-13 07:00", "2026-05-13 16:00")):
        BookingFactory(order=town.order(starts, ends), substitute=amira)

    page = phone.get("/min-sida/")

    assert "Ditt nästa pass Alla pass 07.00–16.00 Hemtjänst Solgården I morgon, onsdag 13 maj" in text(page)
    assert "tel:+46980319245" in page.content.decode()
    assert "https://www.openstreetmap.org/search?query=Storgatan+14" in page.content.decode()


def test_at_most_three_jobs_that_fit_are_shown_and_none_that_do_not(town, amira, phone):
    AvailabilityFactory(substitute=amira, starts=at("2026-05-18 00:00"), ends=at("2026-05-23 00:00"))
    for day in (17, 18, 19, 20, 21):
        AdvertFactory(order=town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00"))

    page = text(phone.get("/min-sida/"))

    assert "Alla 5" in page
    assert page.count("Passar tiden du har lagt in.") == page.count("Anmäl intresse") == 3


def test_a_job_that_she_is_asked_about_is_not_offered_once_more(town, amira, phone):
    order = AdvertFactory(order=town.order()).order
    AvailabilityFactory(substitute=amira, starts=at("2026-05-13 00:00"), ends=at("2026-05-14 00:00"))
    EnquiryFactory(order=order, substitute=amira)

    assert "Anmäl intresse" not in text(phone.get("/min-sida/"))


def test_the_first_week_with_nothing_in_it_is_pointed_out(town, amira, phone):
    BookingFactory(order=town.order("2026-05-20 07:00", "2026-05-20 16:00"), substitute=amira)

    assert "Vecka 22 är tom" in text(phone.get("/min-sida/"))


def test_a_week_that_she_has_said_no_to_is_not_called_empty(town, amira, phone):
    AvailabilityFactory(
        substitute=amira, kind=Kind.NOT_AVAILABLE, starts=at("2026-05-18 00:00"), ends=at("2026-06-15 00:00")
    )

    assert "är tom" not in text(phone.get("/min-sida/"))


def test_the_hours_of_the_month_are_counted_without_breaks_and_without_other_months(town, amira, phone):
    for starts, ends in (
        ("2026-04-30 07:00", "2026-04-30 16:00"),
        ("2026-05-04 07:00", "2026-05-04 16:00"),
        ("2026-05-30 21:00", "2026-05-31 07:00"),
        ("2026-06-01 07:00", "2026-06-01 16:00"),
    ):
        BookingFactory(order=town.order(starts, ends, break_minutes=30), substitute=amira)

    assert "Dina timmar i maj Jobbat och bokat 18 tim, högst 165 8,5 tim jobbat, 9,5 tim bokat." in text(
        phone.get("/min-sida/")
    )


def test_the_latest_certificate_is_followed_from_here(amira, phone):
    request = CertificateRequest.objects.create(
        substitute=amira, type="arbetsgivarintyg", first_day=NOW.date(), last_day=NOW.date(), purpose="a_kassa",
        requested_at=NOW, command="5b0f1a34-8a55-4c39-9a0b-3f6e9a1f6f11",
    )  # fmt: skip

    page = phone.get("/min-sida/")

    assert "Arbetsgivarintyg På väg" in text(page)
    assert f'href="/intyg/{request.pk}/"' in page.content.decode()


def test_nothing_of_another_substitute_is_on_her_page(town, phone):
    other = town.substitute()
    EnquiryFactory(order=town.order(), substitute=other)
    BookingFactory(order=town.order("2026-05-14 07:00", "2026-05-14 16:00"), substitute=other)

    assert "Solgården" not in text(phone.get("/min-sida/"))


def test_the_others_are_sent_to_where_their_work_is(town, officer, signed_in):
    assert signed_in(town.planner).get("/min-sida/").url == "/admin/"
    assert signed_in(officer).get("/min-sida/").url == "/admin/"
    assert signed_in(town.manager).get("/min-sida/").url == "/bestallningar/"


def test_whoever_has_no_work_here_yet_is_told_whom_to_call(db, signed_in):
    assert "Ditt konto är inte klart" in text(signed_in(UserFactory()).get("/min-sida/"))


def test_strangers_are_asked_to_sign_in(db, client):
    assert client.get("/min-sida/").url == "/konto/login/?next=/min-sida/"
    assert client.get("/mer/").url == "/konto/login/?next=/mer/"


def posted(user, subject, **fields):
    """A message to her that has left."""
    defaults = {
        "kind": "a.kind",
        "channel": "sms",
        "address": user.phone,
        "body": f"Om {subject}.",
        "status": "accepted",
    }
    when = {"posted_at": NOW, "due_at": NOW}
    return Message.objects.create(
        key=f"{subject}:{user.pk}", recipient=user, subject=subject, **(defaults | when | fields)
    )


def test_the_latest_unread_messages_are_there_and_all_of_them_counted(amira, phone):
    for n in range(1, 5):
        posted(amira.user, f"Nyhet {n}", posted_at=NOW - timedelta(hours=n))
    posted(amira.user, "Läst", read_at=NOW)

    page = phone.get("/min-sida/")

    assert "Olästa meddelanden Till inkorgen Nyhet 1 I dag 04.45" in text(page)
    assert "Nyhet 4" not in text(page)
    assert "Läst " not in text(page)
    assert page.context["badges"].unread == 4


def test_what_is_asked_on_the_page_is_not_told_there_as_a_message_too(town, amira, phone):
    enquiry = EnquiryFactory(order=town.order(), substitute=amira)
    posted(amira.user, "Kan du jobba", kind="enquiry.asked", facts={"path": f"/forfragningar/{enquiry.pk}/"})

    assert "Olästa meddelanden" not in text(phone.get("/min-sida/"))


def test_from_the_next_shift_she_reports_sick_and_near_it_late(town, amira, phone):
    booking = BookingFactory(order=town.order("2026-05-13 07:00", "2026-05-13 16:00"), substitute=amira)
    sick, late = f'href="/bokningar/{booking.pk}/sjuk/"', f'href="/bokningar/{booking.pk}/sen/"'

    page = phone.get("/min-sida/").content.decode()
    assert sick in page
    assert late not in page

    with time_machine.travel(at("2026-05-13 06:00"), tick=False):
        page = phone.get("/min-sida/").content.decode()
    assert sick in page
    assert late in page


def test_her_hours_stand_beside_what_she_wishes_for(town, amira, phone):
    amira.wished_weekly_hours = 18
    amira.save()
    BookingFactory(order=town.order("2026-05-14 07:00", "2026-05-14 16:00"), substitute=amira)

    assert "Jobbat och bokat 9 av 78 tim du önskar, högst 165" in text(phone.get("/min-sida/"))


def test_time_for_one_job_alone_is_not_shown_as_time_that_she_can_work(town, amira, phone):
    order = AdvertFactory(order=town.order()).order
    AvailabilityFactory(substitute=amira, order=order, starts=order.starts, ends=order.ends)
    AvailabilityFactory(substitute=amira, starts=at("2026-05-20 07:00"), ends=at("2026-05-20 16:00"))

    assert "Du kan jobba" not in text(phone.get("/min-sida/"))


def test_her_week_shows_when_she_is_away(town, amira, phone):
    BookingFactory(order=town.order(), substitute=amira)
    AbsenceFactory(substitute=amira, starts=at("2026-05-14 00:00"), ends=at("2026-05-15 00:00"))

    assert "bar--borta" in phone.get("/min-sida/").content.decode()
