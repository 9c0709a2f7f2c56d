"""A planner hands in a file of substitutes, sees what each row would come to, and lets it be done."""

import io

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse, reverse_lazy
from openpyxl import load_workbook

from people.models import Substitute, SubstituteImport
from people.tasks import carry_out
from tests.cast import NOW, with_role
from tests.factories.people import OccupationFactory
from tests.people.importing.files import csv_of, one_of_many, row

HAND_IN = reverse_lazy("substitute:import")


@pytest.fixture(autouse=True)
def _morning(db):
    OccupationFactory(name="Barnskötare")
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def browser(town, signed_in):
    return signed_in(town.planner)


def text(answer):
    return answer.content.decode()


def handed_in(browser, *rows):
    return browser.post(HAND_IN, {"file": SimpleUploadedFile("lista.csv", csv_of(*rows))}, follow=True)


def run_of(answer):
    return SubstituteImport.objects.get(pk=answer.resolver_match.kwargs["pk"])


def table(answer):
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    return list(book.active.iter_rows(values_only=True))


def test_what_each_row_would_come_to_is_shown_and_nothing_is_done(browser, town):
    bad = row(town.area, 3, employee_number="V-2", last_name="Öberg", phone="12", email="o@alvsunda.example")

    shown = text(handed_in(browser, row(town.area), bad))

    assert "Mira Lindgren" in shown
    assert "Ny vikarie" in shown
    assert "Mira Öberg" in shown
    assert '<b lang="sv">Mobilnummer:</b> Skriv ett telefonnummer som finns' in shown
    assert "Läs in 1 rad" in shown
    assert not Substitute.objects.exists()


def test_it_is_done_when_she_says_so_and_the_page_tells_what_came_of_it(browser, town):
    answer = handed_in(browser, row(town.area), row("Månen", 3, employee_number="V-2", email="o@alvsunda.example"))
    run = run_of(answer)

    waits = text(browser.post(reverse("substitute:import_carry_out", args=[run.pk]), follow=True))
    carry_out(str(run.pk))
    shown = text(browser.get(reverse("substitute:import_report", args=[run.pk])))

    assert "0 av 2 rader är klara" in waits
    assert "Filen är inläst" in shown
    assert "Det finns inget område" in shown
    assert Substitute.objects.get().employee_number == "V-1"


def test_the_same_button_twice_reads_the_file_in_once(browser, town):
    run = run_of(handed_in(browser, row(town.area)))
    address = reverse("substitute:import_carry_out", args=[run.pk])

    for _time in range(2):
        browser.post(address)
        carry_out(str(run.pk))

    assert Substitute.objects.count() == 1


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, "Välj en fil."),
        ({"file": SimpleUploadedFile("x.csv", b"")}, "Filen är tom."),
        ({"file": SimpleUploadedFile("x.csv", b"a;b\n1;2\n")}, "Filen saknar kolumner: Anställningsnummer"),
        ({"file": SimpleUploadedFile("x.png", b"\x89PNG\r\n\x1a\n\x00")}, "Filen går inte att läsa."),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_beside_the_field(files, words, browser):
    answer = browser.post(HAND_IN, files)

    assert answer.status_code == 422
    assert words in text(answer)
    assert not SubstituteImport.objects.exists()


def test_the_template_can_be_handed_in_as_it_is(browser, town):
    headings, example = table(browser.get(reverse("substitute:import_template")))

    assert headings[:3] == ("Anställningsnummer", "Förnamn", "Efternamn")
    assert example[1] == "Mira"


@pytest.mark.parametrize("carried_out", [False, True])
def test_faulty_rows_are_fetched_with_what_is_wrong_to_be_mended(carried_out, browser, town):
    run = run_of(handed_in(browser, row(town.area), row("Månen", 3, employee_number="V-2", email="o@alvsunda.example")))
    if carried_out:
        browser.post(reverse("substitute:import_carry_out", args=[run.pk]))
        carry_out(str(run.pk))

    headings, faulty = table(browser.get(reverse("substitute:import_faults", args=[run.pk])))

    assert (headings[0], headings[-1]) == ("Anställningsnummer", "Fel")
    assert faulty[0] == "V-2"
    assert "Var: Det finns inget område" in faulty[-1]


def test_a_file_is_thrown_away_while_nothing_is_done(browser, town):
    run = run_of(handed_in(browser, row(town.area)))

    shown = text(browser.post(reverse("substitute:import_discard", args=[run.pk]), follow=True))

    assert "Filen är borta. Inget är ändrat." in shown
    assert not SubstituteImport.objects.exists()


def test_a_file_that_is_read_in_is_not_thrown_away(browser, town):
    run = run_of(handed_in(browser, row(town.area)))
    browser.post(reverse("substitute:import_carry_out", args=[run.pk]))

    assert "läses redan in" in text(browser.post(reverse("substitute:import_discard", args=[run.pk]), follow=True))


def test_one_who_handed_in_a_file_finds_it_again_and_nobody_else_does(browser, town, signed_in):
    run = run_of(handed_in(browser, row(town.area)))
    colleague = signed_in(with_role("planner", area=town.area))

    assert "lista.csv" in text(browser.get(HAND_IN))
    assert "lista.csv" not in text(colleague.get(HAND_IN))
    for name in ("import_report", "import_faults"):
        assert colleague.get(reverse(f"substitute:{name}", args=[run.pk])).status_code == 404
    for name in ("import_carry_out", "import_discard"):
        assert colleague.post(reverse(f"substitute:{name}", args=[run.pk])).status_code == 404


@pytest.mark.parametrize("who", ["officer", "owner", "editor"])
def test_only_planners_hand_in_files(who, request, signed_in):
    hers = signed_in(request.getfixturevalue(who))

    assert hers.get(HAND_IN).status_code == 404
    assert hers.get(reverse("substitute:import_template")).status_code == 404


def test_a_hundred_rows_are_on_a_page(browser, town):
    rows = [row(town.area, n, **one_of_many(n)) for n in range(120)]
    answer = handed_in(browser, *rows)

    assert "Sida 1 av 2" in text(answer)
    assert "V-119" in text(browser.get(answer.request["PATH_INFO"], {"sida": "2"}))
