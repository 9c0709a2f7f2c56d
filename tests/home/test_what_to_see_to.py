"""What a substitute should see to, said once each on her start page."""

import pytest
import time_machine

from booking.models import Absence, Availability, Kind, RestDebt
from messaging.models import Silenced
from people.models import RecordsCheck
from tests.booking.substitute.reading import text
from tests.cast import NOW, at
from tests.factories.booking import AvailabilityFactory, BookingFactory
from tests.factories.people import AgreementFactory, CompetenceFactory, SubstituteCompetenceFactory


@pytest.fixture(autouse=True)
def _morning():
    """Tuesday 12 May 2026, 05.45."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amira(town):
    """Somebody who has said for months that she can work, and whose number is known."""
    amira = town.substitute(user__first_name="Amira", user__phone="+46701740612", user__phone_verified=True)
    AvailabilityFactory(substitute=amira, kind=Kind.ASK_ME, starts=at("2026-05-01 00:00"), ends=at("2026-07-01 00:00"))
    return amira


@pytest.fixture
def page(amira, signed_in):
    """`page()`: what she reads on her start page."""
    phone = signed_in(amira.user)
    return lambda: text(phone.get("/min-sida/"))


def until(amira, ends, name="delegering läkemedel", **fields):
    competence = CompetenceFactory(name=name)
    return SubstituteCompetenceFactory(substitute=amira, competence=competence, ends=ends and at(ends), **fields)


def test_with_nothing_to_see_to_nothing_is_said(page):
    assert "Bra att veta" not in page()


def test_somebody_without_a_number_is_asked_for_one(amira, page):
    amira.user.phone, amira.user.phone_verified = "", False
    amira.user.save()

    assert "Vi har inget mobilnummer till dig Utan nummer får du inga sms. Lägg in ditt nummer" in page()


def test_a_number_that_nobody_has_confirmed_is_to_be_confirmed(amira, page):
    amira.user.phone_verified = False
    amira.user.save()

    assert "Ditt mobilnummer är inte bekräftat" in page()


def test_a_number_that_has_said_stop_is_told_how_to_start(amira, page, settings):
    Silenced.objects.create(number=amira.user.phone, since=NOW)

    assert "Du har stoppat våra sms Skicka START till 0980-31 92 10, så får du dem igen. Skriv START" in page()

    settings.SMS_SENDER = "Vikarie"
    assert "Du har stoppat våra sms Svara START på ett sms från oss, så får du dem igen." in page()


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ("2026-07-01 00:00", "Delegering läkemedel går ut 30 juni Prata med din chef."),
        ("2026-05-04 00:00", "Delegering läkemedel gick ut 3 maj Prata med din chef."),
        ("2026-07-12 00:00", ""),
        ("2026-04-11 00:00", ""),
        (None, ""),
    ],
)
def test_a_competence_is_spoken_of_sixty_days_before_it_ends_and_thirty_after(amira, page, ends, words):
    until(amira, ends)

    found = page()

    assert words in found
    assert ("Delegering" in found) is bool(words)


def test_one_that_another_takes_over_from_is_not_spoken_of(amira, page):
    until(amira, "2026-06-01 00:00")
    until(amira, None, starts=at("2026-06-01 00:00"))

    assert "Delegering" not in page()


def test_a_gap_until_the_next_begins_is_spoken_of(amira, page):
    until(amira, "2026-06-01 00:00")
    until(amira, None, starts=at("2026-06-02 00:00"))

    assert "Delegering läkemedel går ut 31 maj" in page()


def test_an_agreement_and_a_records_check_run_out_by_name(town, amira, page):
    AgreementFactory(substitute=amira, workplace=town.workplace, area=None, ends=at("2026-06-07 00:00"))
    check = {"kind": "school", "issued_on": NOW.date(), "checked_by": town.planner, "starts": at("2026-01-01 00:00")}
    RecordsCheck.objects.create(substitute=amira, ends=at("2026-06-10 00:00"), **check)

    found = page()

    assert "Ditt avtal som undersköterska, Hemtjänst Solgården, går ut 6 juni" in found
    assert "Ditt registerutdrag för skola och förskola går ut 9 juni" in found


def test_of_many_papers_the_first_three_are_named_and_the_profile_has_the_rest(amira, page):
    for n in range(1, 6):
        until(amira, f"2026-06-0{n} 00:00", name=f"prov {n}")

    found = page()

    assert "Prov 3 går ut 2 juni" in found
    assert "Prov 4" not in found
    assert "Mer går ut snart" in found


def test_rest_that_is_owed_to_her_is_told_with_its_last_day(town, amira, page):
    booking = BookingFactory(order=town.order("2026-05-09 07:00", "2026-05-09 16:00"), substitute=amira)
    debt = {"booking": booking, "substitute": amira, "owed": NOW - at("2026-05-12 03:00")}
    RestDebt.objects.create(**debt, due_by=at("2026-05-23 16:00"))

    assert "Du ska få igen vila efter passet 9 maj Bemanningen planerar den senast 23 maj." in page()


def test_a_sick_leave_says_how_long_and_lets_her_be_well_again(amira, page, signed_in):
    ill = {"kind": Absence.Kind.UNTIL_SAID, "noted_by": amira.user, "noted_at": NOW, "substitute": amira}
    Absence.objects.create(**ill, starts=at("2026-05-11 00:00"), ends=at("2026-05-14 00:00"))

    assert "Du är frånvaroanmäld till och med onsdag 13 maj" in page()
    assert 'action="/frisk/" method="post"' in signed_in(amira.user).get("/min-sida/").content.decode()


def test_no_time_is_asked_for_in_a_week_when_she_is_away(amira, page):
    Availability.objects.filter(substitute=amira).update(ends=at("2026-05-25 00:00"))
    assert "Vecka 22 är tom" in page()

    away = {"kind": Absence.Kind.SET_DAYS, "noted_by": amira.user, "noted_at": NOW, "substitute": amira}
    Absence.objects.create(**away, starts=at("2026-05-25 00:00"), ends=at("2026-06-01 00:00"))
    assert "Vecka 23 är tom" in page()


def test_nothing_is_said_of_anothers_papers(town, page):
    until(town.substitute(), "2026-06-01 00:00")

    assert "Delegering" not in page()
