"""Time banks at the desk: one person's, and those of an area."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from booking.models import Availability, TimeBankEntry
from people.models import HistoryEntry
from tests.booking.banking import paid_by_the_month
from tests.booking.desk.conftest import text
from tests.cast import with_role
from tests.page_checks import assert_valid_html


@pytest.fixture
def bank(town):
    return paid_by_the_month(town)


@pytest.fixture
def hers(bank):
    return reverse("substitute:time_bank", args=[bank.maja.pk])


@pytest.fixture
def writes(bank, planner):
    """`writes(deed="uttag", hours=4)`: what the planner's form sends."""

    def send(**form):
        said = {"deed": "uttag", "day": "2026-05-12", "command": uuid.uuid4()} | form
        return planner.post(reverse("substitute:write_time", args=[bank.maja.pk]), said)

    return send


def test_a_planner_reads_what_stands_in_it_and_of_which_shift(bank, planner, hers):
    booking = bank.worked("2026-05-11 07:00", "2026-05-11 16:00")

    shown = text(planner.get(hers))

    for words in ("9 tim", "Pass på resurstid", "Hemtjänst Solgården", f"{booking.pk}", "Skriv i tidbanken"):
        assert words in shown
    assert_valid_html(shown)


@pytest.mark.parametrize(
    ("form", "minutes"),
    [
        ({"deed": "uttag", "hours": 4, "minutes": 30}, -270),
        ({"deed": "utbetalt", "hours": 2}, -120),
        ({"deed": "plus", "hours": 0, "minutes": 15, "note": "Rasten uteblev"}, 15),
        ({"deed": "minus", "hours": 1, "note": "Fel dag"}, -60),
    ],
)
def test_a_planner_takes_out_pays_out_and_corrects(bank, writes, hers, form, minutes):
    bank.worked("2026-05-11 07:00", "2026-05-11 16:00")

    assert writes(**form).url == hers
    assert TimeBankEntry.objects.exclude(kind="resource").get().minutes == minutes


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"hours": 10}, "I tidbanken finns 9 tim. Högst 9 tim kan tas ut."),
        ({"hours": 0}, "Skriv hur mycket tid det gäller."),
        ({"hours": 1, "deed": "plus"}, "Skriv varför det rättas."),
        ({"hours": 1, "deed": "allt"}, "Välj"),
        ({"hours": 99999}, "500"),
        ({"hours": 1, "command": "x"}, ""),
        ({"hours": 1, "day": "2026-02-31"}, "Skriv dagen som"),
    ],
)
def test_what_is_refused_is_told_beside_what_was_typed(bank, writes, form, says):
    bank.worked("2026-05-11 07:00", "2026-05-11 16:00")
    answer = writes(note="Så här", **form) if form.get("deed") != "plus" else writes(**form)

    assert answer.status_code == 422
    assert says in text(answer)
    assert ("Så här" in text(answer)) is (form.get("deed") != "plus")
    assert TimeBankEntry.objects.count() == 1


def test_the_same_form_sent_twice_is_written_once(bank, writes):
    bank.worked("2026-05-11 07:00", "2026-05-11 16:00")
    key = uuid.uuid4()
    for _twice in range(2):
        writes(hours=1, command=key)

    assert TimeBankEntry.objects.count() == 2


def test_a_planner_of_another_area_finds_nothing(bank, elsewhere, signed_in, hers):
    other = signed_in(elsewhere.planner)

    assert other.get(hers).status_code == 404
    assert other.post(f"{hers}ny/", {"deed": "uttag", "hours": 1}).status_code == 404
    assert bank.maja.user.last_name not in text(other.get(reverse("time_banks:index")))


@pytest.mark.parametrize("role", ["certificate_officer", "system_owner", "editor", "identity_keeper"])
def test_other_desks_do_not_find_time_banks(bank, town, signed_in, hers, role):
    other = signed_in(with_role(role, **({"area": town.area} if role == "identity_keeper" else {})))

    assert other.get(hers).status_code == 404
    assert other.get(reverse("time_banks:index")).status_code == 404
    assert other.post(f"{hers}ny/", {"deed": "uttag", "hours": 1}).status_code == 404
    assert other.post(reverse("time_banks:export", args=["csv"])).status_code == 404


def test_a_shift_of_another_area_is_told_without_its_place(bank, elsewhere, planner, hers):
    bank.worked("2026-05-11 07:00", "2026-05-11 16:00")
    booking = TimeBankEntry.objects.get().booking
    type(booking.order).objects.filter(pk=booking.order_id).update(workplace=elsewhere.workplace)

    shown = text(planner.get(hers))

    assert "annat område" in shown
    assert "Förskola Solgården" not in shown
    assert elsewhere.manager.last_name not in shown


def test_who_is_paid_by_the_hour_has_no_such_page(town, planner):
    amira = town.substitute()

    assert planner.get(reverse("substitute:time_bank", args=[amira.pk])).status_code == 404
    assert "Tidbank<" not in text(planner.get(reverse("substitute:inspect", args=[amira.pk])))


def test_the_report_tells_who_has_what_and_is_narrowed_by_it(bank, town, planner):
    full = paid_by_the_month(town, "Nora")
    full.rules(time_bank_cap=8)
    full.worked("2026-05-11 07:00", "2026-05-11 16:00")
    page = reverse("time_banks:index")

    assert_valid_html(shown := text(planner.get(page)))
    assert shown.index("Nora") < shown.index("Maja")
    assert "Över taket" in shown
    for said, names in {"plus": "Nora", "utanfor": "Nora", "minus": ""}.items():
        found = text(planner.get(page, {"balance": said}))
        assert ["Nora" in found, "Maja" in found] == [names == "Nora", False]
    assert "Maja" in text(planner.get(page, {"q": "maja", "area": town.area.pk}))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_report_as_a_file_is_in_the_history(bank, planner, kind):
    bank.worked("2026-05-11 07:00", "2026-05-11 16:30")

    answer = planner.post(reverse("time_banks:export", args=[kind]))
    body = b"".join(answer.streaming_content)

    if kind == "csv":
        assert b"employee_number,substitute,minutes,hours,lowest,highest" in body
        assert b",570,9.5,0,60" in body
    assert HistoryEntry.objects.get(action="timebank.export").data["rows"] == 1


def test_both_pages_ask_as_little_of_three_as_of_one(bank, town, planner, hers):
    counts = []
    for number, name in enumerate(("Nora", "Olga", "Pia")):
        paid_by_the_month(town, name).worked("2026-05-11 07:00", "2026-05-11 16:00")
        bank.worked(f"2026-05-0{2 + 2 * number} 07:00", f"2026-05-0{2 + 2 * number} 16:00")
        with CaptureQueriesContext(connection) as asked:
            planner.get(reverse("time_banks:index"))
            planner.get(hers)
        counts.append(len(asked))

    assert counts[1] == counts[2]


def test_a_planner_lays_resource_time_for_who_is_paid_by_the_month(bank, planner):
    page = text(planner.get(reverse("substitute:inspect", args=[bank.maja.pk])))
    said = {"kind": "acute_resource", "day": "2026-05-13", "starts": "07:00", "ends": "16:00", "time_bank": ""}
    planner.post(reverse("substitute:put_in_time", args=[bank.maja.pk]), said)

    assert "I avtalet ger akut resurstid tid i tidbanken, men inte resurspass." in page
    assert Availability.objects.get().gives_time
    assert "ger tid i tidbanken" in text(planner.get(reverse("substitute:inspect", args=[bank.maja.pk])))


@pytest.mark.parametrize(
    ("kind", "length", "kept"),
    [("acute_resource", "480", 480), ("acute_resource", "", None), ("resource", "480", None)],
)
def test_a_planner_says_how_long_the_shift_in_acute_time_is(bank, planner, kind, length, kept):
    said = {"kind": kind, "day": "2026-05-13", "starts": "06:00", "ends": "22:00", "time_bank": "", "length": length}

    planner.post(reverse("substitute:put_in_time", args=[bank.maja.pk]), said)

    assert Availability.objects.get().shift_minutes == kept


@pytest.mark.parametrize(
    ("length", "words"),
    [
        ("600", "Passet kan inte vara 10 tim: tiden är bara 9 tim."),
        ("481", "Välj i listan."),
        ("9" * 400, "Välj i listan."),
        ("\0", "Välj i listan."),
    ],
)
def test_a_shift_that_has_no_room_in_the_acute_time_is_told_at_its_field(bank, planner, length, words):
    said = {"kind": "acute_resource", "day": "2026-05-13", "starts": "07:00", "ends": "16:00", "length": length}

    answer = planner.post(reverse("substitute:put_in_time", args=[bank.maja.pk]), said)

    assert answer.status_code == 422
    assert words in text(answer)
    assert not Availability.objects.exists()
