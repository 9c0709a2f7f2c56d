"""An officer hands in a file from the payroll system, sees what would come of it, and lets it be done."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse, reverse_lazy

from payroll.models import FactsImport, MonthlyPay
from people.operations import identity
from tests.cast import NOW, with_role
from tests.factories.payroll import MonthlyPayFactory, PayLayoutFactory
from tests.payroll.importing.files import PAY, carried_out, csv_of, pay_file

INDEX = reverse_lazy("payfacts:index")
ROW = ("V-1", "2026-04", "12 345,50", "152,40")


@pytest.fixture(autouse=True)
def _morning(db):
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def her(town):
    return town.substitute(employee_number="V-1", user__first_name="Mira", user__last_name="Lindgren")


@pytest.fixture
def browser(officer, signed_in):
    return signed_in(officer)


def text(answer):
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def handed_in(browser, *rows, content=None):
    file = SimpleUploadedFile("loner.csv", csv_of(PAY, *rows) if content is None else content)
    return browser.post(INDEX, {"layout": PayLayoutFactory().pk, "file": file}, follow=True)


def confirmed(browser, shown, **said):
    run = shown.context["run"]
    sent = {"seen": shown.context["plan"].mark} | said
    return browser.post(reverse("payfacts:carry_out", args=[run.pk]), sent, follow=True)


def test_what_would_come_of_it_is_shown_and_nothing_is_done(browser, her):
    MonthlyPayFactory(substitute=her, month=date(2026, 3, 1), gross=Decimal(100))

    shown = text(handed_in(browser, ROW, ("V-1", "2026-03", "200", ""), ("V-9", "2026-04", "-1", "")))

    assert "Mira Lindgren<small>V-1</small>" in shown
    assert "<b>Lön före skatt:</b> 12 345,50" in shown
    assert "<b>Lön före skatt:</b> 100,00 blir 200,00" in shown
    assert "<b>Bruttolön:</b> Talet är negativt. Rätta det i lönesystemet." in shown
    assert "<b>Anstnr:</b> Personen finns inte i portalen." in shown
    assert "Läs in 2 uppgifter" in shown
    assert MonthlyPay.objects.get().gross == 100


def test_it_is_done_when_she_says_so(browser, her, officer):
    shown = text(confirmed(browser, handed_in(browser, ROW)))

    assert "Filen är inläst" in shown
    assert MonthlyPay.objects.get().source.applied_by == officer
    assert "loner.csv" in text(browser.get(INDEX))


def test_faulty_rows_stop_it_until_she_leaves_them_out(browser, her):
    shown = handed_in(browser, ROW, ("V-9", "2026-04", "1", ""))

    refused = confirmed(browser, shown)
    assert refused.status_code == 409
    assert "Rätta dem, eller välj att de lämnas utanför" in text(refused)
    assert not MonthlyPay.objects.exists()

    assert "Lämnade utanför" in text(confirmed(browser, shown, leaves_out="1"))
    assert MonthlyPay.objects.count() == 1


def test_what_has_changed_meanwhile_is_shown_anew(browser, her):
    shown = handed_in(browser, ROW)
    MonthlyPayFactory(substitute=her, month=date(2026, 4, 1), gross=Decimal(7))

    again = confirmed(browser, shown)

    assert again.status_code == 409
    assert "Något har ändrats sedan sidan visades" in text(again)
    assert "7,00 blir 12 345,50" in text(again)
    assert "Filen är inläst" in text(confirmed(browser, again))


@pytest.mark.parametrize("seen", ["", "?", "\x00", "åäö"])
def test_nothing_is_done_without_its_mark(browser, her, seen):
    assert confirmed(browser, handed_in(browser, ROW), seen=seen).status_code == 409
    assert not MonthlyPay.objects.exists()


def test_the_same_file_again_says_so_and_has_nothing_to_press(browser, her):
    confirmed(browser, handed_in(browser, ROW))

    shown = text(handed_in(browser, ROW))

    assert "Samma fil är redan inläst" in shown
    assert "Filen ändrar ingenting." in shown
    assert "Läs in 1" not in shown


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "Filen är tom."),
        (b"a;b\n1;2\n", "Filen saknar kolumner: Anstnr, Månad, Bruttolön, Timlön."),
        (b"\x89PNG\r\n\x1a\n\x00", "Filen går inte att läsa."),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_beside_the_field(browser, content, words):
    answer = handed_in(browser, content=content)

    assert answer.status_code == 422
    assert words in text(answer)
    assert not FactsImport.objects.exists()


def test_without_a_layout_she_is_told_whom_to_ask(browser):
    assert "Be systemförvaltaren" in text(browser.get(INDEX))


def test_a_file_is_thrown_away_while_nothing_is_done(browser, her):
    run = handed_in(browser, ROW).context["run"]

    assert "Filen är borta" in text(browser.post(reverse("payfacts:discard", args=[run.pk]), follow=True))
    done = carried_out(pay_file(ROW))
    assert "redan inläst" in text(browser.post(reverse("payfacts:discard", args=[done.pk]), follow=True))


def test_no_personnummer_and_no_protected_name_is_ever_shown(browser, her, town):
    identity.mark(her, by=town.planner, at=NOW)

    shown = text(handed_in(browser, ROW, ("19850101-9809", "2026-04", "1", "")))

    assert "Personen har skyddade uppgifter. Fyll i intyget för hand." in shown
    assert "Här står ett personnummer. Lönefilen säger anställningsnummer." in shown
    for word in ("Mira", "S-", "19850101", "9809"):
        assert word not in shown.partition("Rader med fel")[2].partition("</main>")[0]


@pytest.mark.parametrize("number", [1, 3])
def test_however_many_rows_there_are_as_many_questions_are_asked(browser, town, django_assert_max_num_queries, number):
    rows = [(town.substitute().employee_number, "2026-04", "1", "") for _ in range(number)]
    run = pay_file(*rows)

    with django_assert_max_num_queries(20):
        browser.get(reverse("payfacts:report", args=[run.pk]))


@pytest.mark.parametrize("who", ["planner", "system_owner", "editor", "identity_keeper"])
def test_only_officers_come_there(who, town, signed_in):
    person = town.planner if who == "planner" else with_role(who, **({"area": town.area} if "keeper" in who else {}))
    run = pay_file(ROW)
    browser = signed_in(person)

    assert browser.get(INDEX).status_code == 404
    assert browser.get(reverse("payfacts:report", args=[run.pk])).status_code == 404
    assert browser.post(reverse("payfacts:carry_out", args=[run.pk])).status_code == 404
