"""What a planner keeps of a substitute on her page, in her own areas alone."""

from datetime import timedelta

import pytest
from django.urls import reverse

from booking.models import Absence, PlannerTask, RestDebt
from booking.operations import absences, standing
from booking.period import Period
from people.models import Block, Introduction, RecordsCheck
from tests.booking.desk.conftest import text
from tests.cast import NOW, at
from tests.factories.booking import BookingFactory
from tests.factories.people import AgreementFactory, SubstituteCompetenceFactory
from tests.page_checks import assert_valid_html

FORMS = {
    "block": {"asked_by": "workplace", "reason": "Anhörig bor där"},
    "introduce": {"given_on": "2026-05-02"},
    "check": {"kind": "school", "issued_on": "2026-05-02", "fit": "1"},
    "note_absence": {"kind": "until_said", "starts": "2026-05-12", "ends": "2026-05-14"},
}
MADE = {"block": Block, "introduce": Introduction, "check": RecordsCheck, "note_absence": Absence}


@pytest.fixture
def amira(town):
    return town.substitute(user__first_name="Amira", user__last_name="Hassan")


@pytest.fixture
def sends(planner, town):
    """`sends("block", amira)`: what the planner's form sends; `reason=…` changes it."""

    def send(deed, row, *, follow=False, **changed):
        form = {"workplace": str(town.workplace.pk)} | FORMS.get(deed, {}) | changed
        return planner.post(reverse(f"substitute:{deed}", args=[row.pk]), form, follow=follow)

    return send


PAGE = {"block": "papers", "introduce": "papers", "check": "papers", "note_absence": "inspect"}
"""Where each form stands on her pages."""


@pytest.fixture
def her_pages(planner, amira):
    return lambda: [text(planner.get(reverse(f"substitute:{name}", args=[amira.pk]))) for name in ("inspect", "papers")]


@pytest.fixture
def her_page(her_pages):
    return lambda: "".join(her_pages())


@pytest.fixture
def debt(town, amira):
    booking = BookingFactory(order=town.order("2026-05-10 07:00", "2026-05-10 16:00"), substitute=amira)
    return RestDebt.objects.create(booking=booking, substitute=amira, owed=timedelta(hours=2.5), due_by=NOW)


@pytest.mark.parametrize("deed", FORMS)
def test_each_form_sent_twice_writes_one_row_and_comes_back_to_her_page(deed, amira, sends):
    for _click in range(2):
        answer = sends(deed, amira)

    assert answer.url == reverse(f"substitute:{PAGE[deed]}", args=[amira.pk])
    assert MADE[deed].objects.count() == 1


def test_what_was_written_is_shown(amira, sends, her_pages, debt):
    for deed in FORMS:
        sends(deed, amira)

    shown = "".join(pages := her_pages())

    for words in ("På begäran av arbetsplatsen, tisdag 12 maj 2026", "Anhörig bor där", "Lördag 2 maj 2026",
                  "Utfärdat lördag 2 maj 2026", "Skola och förskola", "till och med torsdag 14 maj 2026",
                  "2,5 tim", "Efter passet söndag 10 maj", "Skulle ha getts"):  # fmt: skip
        assert words in shown
    for page in pages:
        assert_valid_html(page)


@pytest.mark.parametrize(
    ("deed", "changed", "said"),
    [
        ("block", {"reason": ""}, "Skriv skälet."),
        ("block", {"workplace": ""}, "Välj i listan."),
        ("introduce", {"given_on": "2026"}, "Skriv dagen som 2026-05-13."),
        ("check", {"issued_on": "2025-01-01"}, "Utdraget är äldre än ett år."),
        ("check", {"fit": ""}, "Välj i listan."),
        ("note_absence", {"ends": "2026-05-11"}, "Sista dagen kan inte ligga före den första."),
        ("note_absence", {"starts": ""}, "Välj en dag."),
    ],
)
def test_what_is_wrong_is_said_beside_what_was_typed(deed, changed, said, amira, sends):
    answer = sends(deed, amira, **changed)

    assert answer.status_code == 422
    assert f"<span>{said}" in text(answer)
    assert text(answer).count(" open>") == 1
    assert not MADE[deed].objects.exists()
    assert_valid_html(text(answer))


@pytest.mark.parametrize("deed", ["block", "note_absence"])
def test_shifts_that_are_left_are_named_to_the_one_who_caused_it(deed, town, amira, sends):
    BookingFactory(order=town.order(), substitute=amira)

    answer = sends(deed, amira, follow=True)

    words = "Bokade pass ligger kvar och väntar på beslut: onsdag 13 maj 07.00–16.00, Hemtjänst Solgården."
    assert words in text(answer)


def test_a_shift_in_another_area_is_left_without_its_place_and_is_that_areas_task(town, elsewhere, amira, sends):
    AgreementFactory(substitute=amira, area=elsewhere.area, occupation=elsewhere.occupation)
    BookingFactory(order=elsewhere.order(), substitute=amira)

    answer = text(sends("note_absence", amira, follow=True))

    assert "onsdag 13 maj 07.00–16.00, annat område." in answer
    assert "Förskola" not in answer
    assert PlannerTask.objects.get().area == elsewhere.area


def test_scenario_16_a_competence_revoked_at_the_desk_names_the_shift_and_makes_a_task(town, amira, planner):
    held = SubstituteCompetenceFactory(substitute=amira)
    booking = BookingFactory(order=town.order(), substitute=amira, agreement=amira.agreements.get())
    booking.order.competences.add(held.competence)

    answer = planner.post(reverse("substitute:revoke", args=[held.pk]), {"ends": "2026-05-12"}, follow=True)

    assert "väntar på beslut: onsdag 13 maj 07.00–16.00" in text(answer)
    assert PlannerTask.objects.get().booking == booking


def test_a_block_is_lifted_and_an_introduction_removed(town, amira, sends, her_page):
    block = standing.block(amira, town.workplace, asked_by="workplace", reason="x", by=town.planner, at=NOW).block
    given = standing.introduce(amira, town.workplace, given_on=NOW.date(), by=town.planner, at=NOW)

    assert sends("lift", block).status_code == sends("withdraw_introduction", given).status_code == 302

    assert "Inga spärrar." in her_page()
    assert "Inga introduktioner." in her_page()


@pytest.fixture
def away(town, amira):
    period = Period(at("2026-05-11 00:00"), at("2026-05-16 00:00"))
    return absences.note(amira, period, kind=Absence.Kind.UNTIL_SAID, by=town.planner, at=NOW).absence


def test_she_who_is_well_again_is_back_after_the_day_that_is_said(away, sends):
    assert sends("shorten_absence", away, ends="2026-05-12").status_code == 302

    away.refresh_from_db()
    assert away.ends == at("2026-05-13 00:00")


def test_a_day_that_is_none_is_told_at_the_absence(away, sends):
    answer = sends("shorten_absence", away, ends="snart")

    assert answer.status_code == 422
    assert "Skriv dagen som 2026-05-13." in text(answer)


def test_rest_is_noted_as_given_with_how(debt, sends, her_page):
    assert "Skriv hur vilan gavs." in text(sends("settle", debt, how=""))

    sends("settle", debt, how="Började senare på måndagen")

    debt.refresh_from_db()
    assert debt.settled_how == "Började senare på måndagen"
    assert "Vila att ge tillbaka" not in her_page()


def test_an_absence_that_is_over_is_shown_and_cannot_be_shortened(town, amira, her_page):
    period = Period(at("2026-05-01 00:00"), at("2026-05-03 00:00"))
    absence = absences.note(amira, period, kind=Absence.Kind.SET_DAYS, by=town.planner, at=NOW).absence

    assert "Fredag 1 maj 2026 till och med lördag 2 maj 2026" in her_page()
    assert reverse("substitute:shorten_absence", args=[absence.pk]) not in her_page()


def test_the_workplaces_are_those_where_the_user_plans(town, elsewhere, amira, sends, her_page):
    town.planner.role_assignments.create(role="ordering_manager", workplace=elsewhere.workplace)

    assert str(elsewhere.workplace.pk) not in her_page()
    for deed in ("block", "introduce"):
        assert sends(deed, amira, workplace=str(elsewhere.workplace.pk)).status_code == 422
    assert not Block.objects.exists()


def test_nothing_of_another_area_is_read_or_touched(town, elsewhere, amira, sends, her_page, planner):
    hers, told = elsewhere.substitute(), {"by": elsewhere.planner, "at": NOW}
    AgreementFactory(substitute=amira, area=elsewhere.area)
    there = {"asked_by": "workplace", "reason": "Hemligt"} | told
    block = standing.block(amira, elsewhere.workplace, **there).block
    given = standing.introduce(amira, elsewhere.workplace, given_on=NOW.date(), **told)
    booking = BookingFactory(order=elsewhere.order(), substitute=amira)
    debt = RestDebt.objects.create(booking=booking, substitute=amira, owed=timedelta(hours=1), due_by=NOW)
    period = Period(NOW, NOW + timedelta(days=1))
    absence = absences.note(hers, period, kind=Absence.Kind.UNTIL_SAID, **told).absence

    statuses = [sends(deed, hers).status_code for deed in FORMS]
    rows = {"lift": block, "withdraw_introduction": given, "settle": debt, "shorten_absence": absence}
    statuses += [sends(deed, row, how="x", ends="2026-05-12").status_code for deed, row in rows.items()]

    assert set(statuses) == {404}
    assert "Hemligt" not in her_page()


@pytest.mark.parametrize("who", ["officer", "owner", "editor"])
def test_nobody_but_a_planner_writes_anything_down(who, request, town, amira, signed_in):
    browser = signed_in(request.getfixturevalue(who))

    for deed, form in FORMS.items():
        assert browser.post(reverse(f"substitute:{deed}", args=[amira.pk]), form).status_code in {302, 404}
    assert not any(model.objects.exists() for model in MADE.values())


def test_an_officer_sees_neither_form_nor_panel(amira, officer, signed_in):
    browser = signed_in(officer)
    pages = [text(browser.get(reverse(f"substitute:{name}", args=[amira.pk]))) for name in ("inspect", "papers")]

    closed = ("Spärrar", "Frånvaro", "Registerkontroll", "Introduktioner", "Anteckningar", "Timmar", "Historik")
    for shown in pages:
        assert "Amira Hassan" in shown
        assert not [word for word in closed if f"<h2>{word}" in shown]
