"""Min tidbank: what she reads of it, and what she says of her resource time."""

import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.models import Availability, AvailabilityPattern, Kind
from booking.operations import time_bank
from tests.booking.banking import paid_by_the_month
from tests.booking.substitute.reading import text
from tests.cast import NOW
from tests.page_checks import assert_valid_html

LAYS = {"vecka": "2026-W21", "dag": ["1"], "tid": "dag", "slag": "acute_resource", "ofta": "0"}


@pytest.fixture
def bank(town):
    return paid_by_the_month(town)


@pytest.fixture
def phone(bank, signed_in):
    return signed_in(bank.maja.user)


def test_her_profile_leads_to_it_and_it_tells_her_balance_and_what_happened(bank, phone):
    bank.worked("2026-05-11 07:00", "2026-05-11 16:30", break_minutes=45)
    said = {"key": uuid.uuid4(), "by": bank.town.planner, "at": NOW}
    time_bank.take_out(bank.maja, 4 * 60, day=date(2026, 5, 22), note="Ledig eftermiddag", **said)

    assert 'href="/profil/tidbank/"' in phone.get("/profil/").content.decode()
    page = phone.get("/profil/tidbank/")
    assert "I tidbanken i dag 8 tim 45 min 4 tim 45 min när det som är inplanerat är gjort" in text(page)
    assert "Uttag som ledig tid Fredag 22 maj −4 tim Ledig eftermiddag" in text(page)
    assert "Pass på resurstid Måndag 11 maj, Hemtjänst Solgården +8 tim 45 min Vid månadens slut 4 tim 45 min" in text(
        page
    )
    assert_valid_html(page.content.decode())


def test_who_is_paid_by_the_hour_has_none(town, signed_in):
    phone = signed_in(town.substitute().user)

    assert "tidbank" not in phone.get("/profil/").content.decode()
    assert phone.get("/profil/tidbank/").status_code == 404


def test_what_stands_in_it_stays_hers_to_read_when_she_is_paid_by_the_hour_again(bank, phone):
    bank.worked("2026-05-11 07:00", "2026-05-11 16:00")
    bank.maja.agreements.update(pay_form="hourly")

    assert "I tidbanken i dag 9 tim" in text(phone.get("/profil/tidbank/"))


def test_the_page_asks_as_little_of_three_shifts_as_of_one(bank, phone):
    counts = []
    for day in ("2026-05-05", "2026-05-07", "2026-05-09"):
        bank.worked(f"{day} 07:00", f"{day} 16:00")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            phone.get("/profil/tidbank/")
        counts.append(len(asked))

    assert counts[1] == counts[2]


@pytest.mark.parametrize(("said", "gives"), [("", True), ("ja", True), ("nej", False)])
def test_she_lays_acute_time_as_is_agreed_or_otherwise(bank, phone, said, gives):
    phone.post("/kalender/lagg-tid/", LAYS | {"tidbank": said})

    assert Availability.objects.get().gives_time is gives


def test_time_that_is_no_resource_time_never_gives_any(bank, phone):
    phone.post("/kalender/lagg-tid/", LAYS | {"slag": "available", "tidbank": "ja"})

    assert not Availability.objects.get().gives_time


def test_what_recurs_gives_time_each_week(bank, phone):
    phone.post("/kalender/lagg-tid/", LAYS | {"ofta": "1", "tidbank": "ja"})

    assert AvailabilityPattern.objects.get().gives_time
    assert set(Availability.objects.values_list("gives_time", flat=True)) == {True}


def test_she_sees_before_and_after_whether_it_gives_time(bank, phone):
    foretold = phone.post("/kalender/lagg-tid/forhand/", LAYS | {"tidbank": "nej"}).content.decode()
    phone.post("/kalender/lagg-tid/", LAYS)

    assert "Arbetad tid läggs inte i tidbanken." in foretold
    assert "Akut resurstid Ger tid i tidbanken" in text(phone.get("/kalender/vecka/?vecka=2026-W21"))


def test_she_says_otherwise_of_it_later(bank, phone):
    phone.post("/kalender/lagg-tid/", LAYS)
    row = Availability.objects.get()
    page = phone.get(f"/kalender/tid/{row.pk}/andra/").content.decode()
    phone.post(f"/kalender/tid/{row.pk}/andra/", LAYS | {"tidbank": "nej"})

    assert '<option value="ja" selected>' in page
    assert not Availability.objects.get().gives_time


def test_an_undone_change_gives_time_as_before(bank, phone):
    bank.lay("2026-05-18 07:00", "2026-05-18 16:00", kind=Kind.RESOURCE)
    answer = phone.post("/kalender/lagg-tid/", LAYS | {"slag": "not_available"}, follow=True).content.decode()
    undo = answer.partition("/kalender/angra/")[2].partition('"')[0]
    phone.post(f"/kalender/angra/{undo}")

    assert Availability.objects.get().gives_time


def test_who_is_paid_by_the_hour_is_not_asked(town, signed_in):
    assert "tidbank" not in signed_in(town.substitute().user).get("/kalender/lagg-tid/").content.decode()
