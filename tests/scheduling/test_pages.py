"""Planners and the system owner read files from the schedule, and fetch files to it; never of another area."""

import uuid

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse_lazy

from people.models import HistoryEntry
from scheduling import tasks
from scheduling.formats import json_in
from scheduling.models import BookedFile, Delivery, ScheduleEvent, ScheduleFile
from scheduling.operations import events
from tests.cast import NOW
from tests.factories.scheduling import booked, monthly, row, table
from tests.scheduling.saying import her_time, read

IN, OUT = reverse_lazy("schedule:index"), reverse_lazy("schedule_out:index")


@pytest.fixture(autouse=True)
def _morning(db):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def browser(town, signed_in):
    return signed_in(town.planner)


def text(answer):
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def handed_in(browser, *rows, content=None):
    file = SimpleUploadedFile("schema.csv", table(*rows) if content is None else content)
    return browser.post(IN, {"file": file}, follow=True)


def confirmed(browser, shown, **said):
    sent = {"seen": shown.context["plan"].mark} | said
    return browser.post(f"{IN}{shown.context['file'].pk}/las-in/", sent, follow=True)


def asked(browser, place, **said):
    told = {"since": "2026-05-12", "area": place.pk if place else "", "form": "csv", "command": uuid.uuid4()}
    return browser.post(OUT, told | said, follow=True)


def test_every_row_is_shown_and_nothing_is_done_until_it_is_confirmed(browser, town):
    her = monthly(town, user__first_name="Mira", user__last_name="Lindgren")

    shown = handed_in(browser, row(), row("S-2", number="X-9"))

    assert "Mira Lindgren<small>M-1</small>" in text(shown)
    assert "Onsdag 13 maj 07.00–16.00" in text(shown)
    assert "Ingen som filen får läsas in för har det anställningsnumret." in text(shown)
    assert her_time(her) == []

    assert "rader med fel" in text(confirmed(browser, shown))
    outcome = confirmed(browser, shown, leaves_out="1")
    assert "Filen är inläst" in text(outcome)
    assert "Rad 3: Ingen" in text(outcome)
    assert her_time(her) == [("resource", "13 07:00", "13 16:00")]


def test_a_planner_is_told_that_a_booked_shift_stands(browser, town):
    her = monthly(town)
    read(row())
    booked(town, her)

    outcome = confirmed(browser, handed_in(browser, row(state="Borttaget")))

    assert "Ett bokat pass" not in text(outcome)
    assert "1 bokat pass ligger utanför schemat nu. Det gäller, och står i Att göra." in text(outcome)


def test_what_would_be_something_else_by_now_is_shown_anew(browser, town):
    monthly(town)
    shown = handed_in(browser, row())
    read(row())

    answer = confirmed(browser, shown)

    assert answer.status_code == 409
    assert "Något har ändrats sedan sidan visades." in text(answer)


@pytest.mark.parametrize("content", [b"", b"hej", b"BEGIN:VCALENDAR\nBEGIN:VEVENT", b"\x00\x00", b"PK\x03\x04"])
def test_what_cannot_be_read_is_said_beside_the_field(browser, content):
    answer = handed_in(browser, content=content)

    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]


def test_a_file_is_thrown_away_until_it_has_been_read(browser, town):
    monthly(town)
    file = handed_in(browser, row()).context["file"]

    answer = browser.post(f"{IN}{file.pk}/kasta/", follow=True)

    assert "Filen är borta. Inget är ändrat." in text(answer)
    assert not ScheduleFile.objects.exists()


def test_a_planner_reads_nothing_of_another_area(browser, town, elsewhere, signed_in):
    hers, theirs = monthly(town), monthly(elsewhere, "M-2")
    read(row("S-2", number="M-2"))

    shown = handed_in(browser, row(), row("S-2", number="M-2", state="Borttaget"), row("S-3", number="M-2"))
    confirmed(browser, shown, leaves_out="1")

    assert str(theirs.user.last_name) not in text(shown)
    assert len(her_time(hers)) == len(her_time(theirs)) == 1
    file = ScheduleFile.objects.get(read_by=town.planner)
    assert [left["line"] for left in file.refused] == [3, 4]
    assert signed_in(elsewhere.planner).get(f"{IN}{file.pk}/").status_code == 404


def test_the_system_owner_reads_of_all_and_sees_no_name(owner, signed_in, town, elsewhere):
    monthly(town), monthly(elsewhere, "M-2", user__last_name="Hemlig")

    shown = handed_in(signed_in(owner), row(), row("S-2", number="M-2"))

    assert shown.context["counts"]["new"] == 2
    assert "Hemlig" not in text(shown)


def test_the_system_owner_alone_sees_what_messages_have_said(owner, signed_in, browser, db):
    body = b'{"event": "h-77", "shifts": [{"id": "S-1", "version": 1, "starts": "x"}]}'
    events.receive(json_in.read(body), body, at=NOW)
    events.understand(ScheduleEvent.objects.get().pk, at=NOW)

    assert "h-77" in text(signed_in(owner).get(IN))
    assert "Pass 1 (S-1): Skriv tiden som" in text(signed_in(owner).get(IN))
    assert "h-77" not in text(browser.get(IN))


def test_a_file_of_booked_shifts_is_numbered_and_the_same_each_time(browser, town):
    booking = booked(town, monthly(town))
    asked(browser, town.area)
    (file,) = BookedFile.objects.all()
    address = f"{OUT}fil/{file.pk}/"
    first = browser.post(address)
    booking.ends = booking.ends.replace(hour=18)
    booking.save()
    tasks.exchange()

    again = browser.post(address)

    assert file.number == 1
    assert first["Content-Disposition"] == 'attachment; filename="schema-1.csv"'
    assert again.content == first.content
    assert f"{booking.pk};0;Bokat;M-1" in first.content.decode()
    assert HistoryEntry.objects.filter(action="bookedfile.export").count() == 2


def test_a_file_has_what_was_last_said_as_a_calendar_too(browser, town):
    booking = booked(town, monthly(town))
    tasks.exchange()
    booking.ended_at, booking.end_reason = NOW, "mistake"
    booking.save()

    asked(browser, town.area, form="ics")

    content = browser.post(f"{OUT}fil/{BookedFile.objects.get().pk}/").content.decode()
    assert content.count("BEGIN:VEVENT") == content.count("STATUS:CANCELLED") == 1
    assert "SEQUENCE:1" in content


def test_the_same_form_twice_is_one_file(browser, town):
    booked(town, monthly(town))
    command = uuid.uuid4()

    asked(browser, town.area, command=command)
    asked(browser, town.area, command=command)

    assert BookedFile.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"since": "2026-05-13"}, "Dagen har inte kommit än."), ({"since": "2020-01-01"}, "inom ett år"),
        ({"since": "x\x00"}, "Skriv dagen"), ({"area": ""}, "Välj ett område."), ({}, "Inget har ändrats sedan dess."),
    ],
)  # fmt: skip
def test_what_no_file_can_be_made_of_is_said_beside_the_field(browser, town, said, why):
    answer = asked(browser, town.area, **said)

    assert answer.status_code == 422
    assert why in text(answer)


def test_a_planner_sees_and_fetches_nothing_of_another_area(browser, town, elsewhere, owner, signed_in):
    theirs = monthly(elsewhere, "M-2", user__last_name="Hemlig")
    booked(town, monthly(town))
    booked(elsewhere, theirs)
    asked(signed_in(owner), None)
    asked(signed_in(elsewhere.planner), elsewhere.area)
    Delivery.objects.update(status="failed")

    assert "Hemlig" not in text(browser.get(OUT))
    assert asked(browser, elsewhere.area).status_code == 422
    for file in BookedFile.objects.all():
        assert browser.post(f"{OUT}fil/{file.pk}/").status_code == 404
    row = Delivery.objects.get(booking__substitute=theirs)
    assert browser.post(f"{OUT}{row.pk}/igen/").status_code == 404
    assert str(theirs) not in text(signed_in(owner).get(OUT))


def test_what_has_failed_is_sent_again(browser, town):
    booked(town, monthly(town))
    tasks.exchange()
    Delivery.objects.update(status="failed", status_reason="schemasystemet har fel hos sig")
    row = Delivery.objects.get()
    assert "Schemasystemet har fel hos sig" in text(browser.get(f"{OUT}?status=failed"))

    answer = browser.post(f"{OUT}{row.pk}/igen/", follow=True)

    row.refresh_from_db()
    assert "Beskedet skickas igen." in text(answer)
    assert row.status == "pending"


def test_no_more_questions_for_three_than_for_one(browser, town):
    counted = []
    for number in range(3):
        booked(town, monthly(town, f"M-{number}"))
        tasks.exchange()
        with CaptureQueriesContext(connection) as asked_for:
            browser.get(OUT)
        counted.append(len(asked_for))

    assert counted[0] == counted[2]
