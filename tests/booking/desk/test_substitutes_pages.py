"""What stands on a substitute's pages: hours, shifts that are over, answers, notes, time put in for her."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from booking.models import Availability, Enquiry, Kind, Order
from booking.operations import papers as ends
from people.models import HistoryEntry, SubstituteNote
from people.operations import papers
from tests.booking.desk.conftest import text
from tests.cast import NOW, at, with_role
from tests.factories.booking import AvailabilityFactory, BookingFactory, EnquiryFactory
from tests.factories.people import AgreementFactory, CompetenceFactory
from tests.page_checks import assert_valid_html

PAGES = ("inspect", "papers", "shifts", "las", "messages")


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira", user__last_name="Hassan")


@pytest.fixture
def reads(planner, amira):
    """`reads("shifts")`: what stands on that page of hers."""
    return lambda name: text(planner.get(reverse(f"substitute:{name}", args=[amira.pk])))


@pytest.fixture
def sends(planner):
    return lambda route, row, **form: planner.post(reverse(f"substitute:{route}", args=[row.pk]), form)


@pytest.mark.parametrize("name", PAGES)
def test_each_page_leads_to_the_others_and_is_valid(name, reads, amira):
    shown = reads(name)

    for other in PAGES:
        assert f'href="{reverse(f"substitute:{other}", args=[amira.pk])}"' in shown
    assert_valid_html(shown)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_another_areas_substitute_is_not_there(name, elsewhere, planner):
    hers = elsewhere.substitute()

    assert planner.get(reverse(f"substitute:{name}", args=[hers.pk])).status_code == 404


@pytest.mark.parametrize(
    ("name", "status"), [("inspect", 200), ("papers", 200), ("shifts", 200), ("las", 404), ("messages", 404)]
)
def test_an_officer_reads_of_shifts_and_nothing_that_is_the_planners(name, status, amira, officer, signed_in):
    answer = signed_in(officer).get(reverse(f"substitute:{name}", args=[amira.pk]))

    assert answer.status_code == status
    for word in ("LAS-dagar", "Svar på förfrågningar", "Anteckningar", ">Meddelanden<"):
        assert word not in text(answer)


def test_her_hours_stand_beside_her_cap_and_her_wish(town, amira, reads):
    amira.wished_weekly_hours = 20
    amira.save()
    BookingFactory(order=town.order(break_minutes=30), substitute=amira)

    for shown in (reads("inspect"), reads("shifts")):
        for words in ("8,5 tim av högst 40 tim", "8,5 tim av högst 165 tim", "Önskar 20 tim i veckan"):
            assert words in shown


def test_her_days_under_las_and_how_near_she_is(town, amira, reads):
    assert "Nära LAS-gräns" not in reads("inspect")
    start = at("2025-07-01 07:00")
    for day in range(220):
        begins = start + timedelta(days=day)
        order = town.order(starts="2026-05-13 07:00")
        type(order).objects.filter(pk=order.pk).update(starts=begins, ends=begins + timedelta(hours=4))
        BookingFactory(
            order=order, substitute=amira, starts=begins, ends=begins + timedelta(hours=4),
            agreement=amira.agreements.get(), terms={"employment": "sarskild_visstid"},
        )  # fmt: skip

    assert "Nära LAS-gräns" in reads("inspect")
    assert "54 dagar kvar till 274." in reads("shifts")


def test_shifts_that_are_over_say_how_they_went(town, amira, reads):
    def had(day, **fields):
        BookingFactory(order=town.order(f"2026-05-{day} 07:00", f"2026-05-{day} 16:00"), substitute=amira, **fields)

    had("07")
    had("08", attested_at=NOW, attested_by=town.planner)
    had("09", no_show=True)
    had("20", ended_at=NOW, end_reason="mistake")

    shown = reads("shifts")

    for state in ("Jobbat", "Attesterat", "Kom inte", "Avbokad: bokad av misstag"):
        assert state in shown


def test_of_a_shift_that_was_worked_elsewhere_nothing_is_told(amira, elsewhere, reads):
    BookingFactory(order=elsewhere.order("2026-05-07 07:00", "2026-05-07 16:00"), substitute=amira)
    BookingFactory(order=elsewhere.order(), substitute=amira)

    shown = reads("shifts")

    assert "Inga tidigare pass." in shown
    assert "Upptagen i ett annat område" in shown
    assert "Förskola" not in shown


def test_how_she_answers_is_counted_in_her_planners_areas_only(town, elsewhere, amira, reads):
    def asked(status, by=town, **fields):
        EnquiryFactory(order=by.order(), substitute=amira, status=status, asked_at=NOW, answer_by=NOW, **fields)

    for status in (Enquiry.Status.WON, Enquiry.Status.NO, Enquiry.Status.EXPIRED, Enquiry.Status.SENT):
        asked(status)
    asked(Enquiry.Status.LOST, answered_at=NOW)
    asked(Enquiry.Status.LOST)
    asked(Enquiry.Status.NO, by=elsewhere)
    asked(Enquiry.Status.QUEUED, wave=0)

    shown = reads("shifts")

    assert "Frågad 6 gånger" in shown
    for words in ("<b>2</b> ja", "<b>1</b> nej", "<b>1</b> utan svar", "<b>2</b> hann inte"):
        assert words in shown


def test_what_was_done_with_her_papers_is_told(town, amira, reads):
    held = papers.prove(
        amira, CompetenceFactory(), starts=NOW.date(), ends=None, by=town.planner, at=NOW - timedelta(days=1)
    )
    ends.revoke(held, NOW.date(), by=town.planner, at=NOW)

    shown = reads("papers")

    assert "Delegering läkemedel<br>" in shown
    assert shown.index("Kompetens avslutad") < shown.index("Kompetens tillagd")


def test_a_note_is_written_read_and_removed(town, amira, reads, sends):
    form = {"area": str(town.area.pk), "text": "Tar gärna helger.", "command": str(uuid.uuid4())}

    for _click in range(2):
        assert sends("write_note", amira, **form).status_code == 302
    assert reads("inspect").count("Tar gärna helger.") == 1

    note = SubstituteNote.objects.get()
    for _click in range(2):
        assert sends("remove_note", note).status_code in {302, 404}
    assert "Tar gärna helger." not in reads("inspect")
    assert not HistoryEntry.objects.filter(data__icontains="helger").exists()


def test_a_note_that_says_nothing_is_asked_for_and_of_another_area_refused(elsewhere, amira, sends):
    command = str(uuid.uuid4())
    AgreementFactory(substitute=amira, area=elsewhere.area)

    empty = sends("write_note", amira, area="", text="", command=command)
    abroad = sends("write_note", amira, area=str(elsewhere.area.pk), text="Hej", command=command)

    assert "Skriv en anteckning." in text(empty)
    assert [empty.status_code, abroad.status_code] == [422, 422]
    assert not SubstituteNote.objects.exists()


def test_a_note_of_another_area_is_not_there_for_a_planner_who_shares_her(elsewhere, amira, reads, sends):
    AgreementFactory(substitute=amira, area=elsewhere.area)
    note = SubstituteNote.objects.create(
        substitute=amira, area=elsewhere.area, text="Hemligt", written_by=elsewhere.planner, written_at=NOW
    )

    assert "Hemligt" not in reads("inspect")
    assert sends("remove_note", note).status_code == 404
    assert SubstituteNote.objects.exists()


def test_whoever_plans_two_of_her_areas_chooses_who_reads_the_note(town, elsewhere, amira, signed_in):
    AgreementFactory(substitute=amira, area=elsewhere.area)
    both = with_role("planner", area=town.area)
    both.role_assignments.create(role="planner", area=elsewhere.area)

    shown = text(signed_in(both).get(reverse("substitute:inspect", args=[amira.pk])))

    assert "Läses av planerare i" in shown
    assert_valid_html(shown)


TIME = {"kind": "available", "day": "2026-05-13", "starts": "07:00", "ends": "16:00"}


def test_a_planner_puts_in_time_and_takes_it_back(amira, reads, sends):
    for _click in range(2):
        assert sends("put_in_time", amira, **TIME).status_code == 302

    row = Availability.objects.get()
    assert (row.by_herself, row.starts, row.ends) == (False, at("2026-05-13 07:00"), at("2026-05-13 16:00"))
    assert "bemanningen" in reads("inspect")

    assert sends("take_away_time", row).status_code == 302
    assert not Availability.objects.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"day": "2026-05-01"}, "Tiden har redan varit."),
        ({"day": ""}, "Välj en dag."),
        ({"day": "2027-03-28", "starts": "02:30"}, "Klockan ställs om den natten."),
        ({"day": "2026-10-25", "starts": "02:30"}, "Klockan ställs om den natten."),
        ({"kind": "resource"}, "Välj i listan."),
    ],
)
def test_a_time_that_cannot_be_is_told_at_its_field(changed, said, amira, sends):
    answer = sends("put_in_time", amira, **TIME | changed)

    assert answer.status_code == 422
    assert said in text(answer)
    assert not Availability.objects.exists()


def test_time_that_a_booked_shift_needs_stands_and_it_is_said(town, amira, planner):
    AvailabilityFactory(substitute=amira, starts=at("2026-05-13 06:00"), ends=at("2026-05-13 18:00"))
    BookingFactory(order=town.order(status=Order.Status.BOOKED), substitute=amira)
    address = reverse("substitute:put_in_time", args=[amira.pk])

    shown = text(planner.post(address, TIME | {"kind": "not_available", "ends": "18:00"}, follow=True))

    assert "Tiden kring bokade pass står kvar som den var." in shown
    assert Availability.objects.filter(kind=Kind.NOT_AVAILABLE).exists()


def test_time_that_she_has_put_in_herself_is_neither_put_in_again_nor_taken_away(amira, planner, sends):
    hers = AvailabilityFactory(substitute=amira, starts=at("2026-05-13 06:00"), ends=at("2026-05-13 18:00"))
    address = reverse("substitute:put_in_time", args=[amira.pk])

    assert "Vikarien har redan lagt in den tiden." in text(planner.post(address, TIME, follow=True))
    assert sends("take_away_time", hers).status_code == 404
    assert Availability.objects.get() == hers
