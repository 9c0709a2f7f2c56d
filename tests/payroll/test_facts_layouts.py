"""The system owner says how a file is read; what could not be read by it is refused beside the field."""

import pytest
from django.urls import reverse

from payroll.models import FactsLayout
from people.models import HistoryEntry
from tests.factories.payroll import FactsImportFactory, PayLayoutFactory

PAY = {
    "name": "Lön", "kind": "pay", "person_by": "employee_number", "has_headings": "on", "decimal_sign": ",",
    "days": "%Y-%m-%d", "encoding": "", "delimiter": "", "twice": "refuse",
    "column_person": "Anstnr", "column_month": "Månad", "column_gross": "Brutto",
}  # fmt: skip


@pytest.fixture
def browser(owner, signed_in):
    return signed_in(owner)


def added(browser, **changed):
    return browser.post(reverse("factslayout:add"), PAY | changed)


def test_one_is_added_and_stands_in_the_history(browser):
    assert added(browser).status_code == 302

    kept = FactsLayout.objects.get()
    assert (kept.column_of("gross"), kept.column_of("reference")) == ("Brutto", "")
    assert HistoryEntry.objects.filter(action="factslayout.add").exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"column_gross": ""}, "Skriv var i filen det står."),
        ({"kind": "employment"}, "Skriv var i filen det står."),
        ({"column_month": "brutto"}, "Samma kolumn står på två ställen."),
        ({"has_headings": ""}, "Filen har inga rubriker. Skriv kolumnens nummer."),
        ({"column_gross": "0"}, "Kolumnerna räknas från 1, och är högst 100."),
        ({"column_gross": "101"}, "Kolumnerna räknas från 1, och är högst 100."),
    ],
)
def test_what_could_not_be_read_is_refused_beside_the_field(browser, changed, words):
    assert words in added(browser, **changed).content.decode()
    assert not FactsLayout.objects.exists()


def test_columns_may_be_told_by_number(browser):
    numbers = {"column_person": "3", "column_month": "1", "column_gross": "2"}

    assert added(browser, has_headings="", **numbers).status_code == 302


def test_one_that_a_file_was_read_by_stays(browser):
    layout = PayLayoutFactory()
    FactsImportFactory(layout=layout)

    browser.post(reverse("factslayout:delete", args=[layout.pk]))

    assert FactsLayout.objects.exists()


def test_what_is_changed_is_told_with_what_it_was(browser):
    layout = PayLayoutFactory()
    said = {name: getattr(layout, name) for name in PAY} | {"column_gross": "Lön"}
    browser.post(reverse("factslayout:edit", args=[layout.pk]), said)

    assert "Lön före skatt: Bruttolön → Lön" in HistoryEntry.objects.get(action="factslayout.change").message
