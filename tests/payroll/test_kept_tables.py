"""What the system owner keeps for the runs: layouts, codes and accounts."""

import pytest

from payroll.models import AccountString, Layout, WageCode
from tests.factories.payroll import CsvFactory, PaxmlFactory


@pytest.fixture
def owners(owner, signed_in):
    return signed_in(owner)


COLUMNS = "Anst = anställningsnummer bredd:6 plats:höger fyll:0\nTimmar = timmar bredd:8"
SAID = {
    "name": "Heroma", "kind": "csv", "encoding": "UTF-8", "columns": COLUMNS, "separator": ";", "line_end": "\r\n",
    "decimal_sign": ",", "with_heading": "on",
}  # fmt: skip


def test_the_owner_writes_a_layout_and_sees_its_first_rows(owners):
    answer = owners.post("/admin/filer-till-lon/new/", SAID)

    assert answer.status_code == 302, answer.context["form"].errors
    layout = Layout.objects.get()
    assert layout.columns[0] | {"width": 6} == layout.columns[0]
    page = owners.get(f"/admin/filer-till-lon/{layout.pk}/prov/").text
    assert "Anst;Timmar" in page
    assert "104711;-8,50" in page
    assert COLUMNS.splitlines()[0] in owners.get(f"/admin/filer-till-lon/edit/{layout.pk}/").text


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"columns": "Lön = kronor"}, "Rad 1: källan kronor finns inte."),
        ({"columns": ""}, "Skriv minst en kolumn."),
        ({"kind": "fixed", "columns": "a = yrke bredd:9\nb = timmar"}, "Det saknas för kolumn 2."),
        ({"separator": ""}, "Välj ett skiljetecken."),
    ],
)
def test_what_is_wrong_with_a_layout_stands_beside_it(owners, change, sentence):
    answer = owners.post("/admin/filer-till-lon/new/", {**SAID, **change})

    assert sentence in answer.text
    assert not Layout.objects.exists()


def test_a_sample_that_cannot_be_written_says_why(owners):
    layout = CsvFactory(columns=[{"source": "arbetsplats", "heading": "Enhet", "width": 3}])

    page = owners.get(f"/admin/filer-till-lon/{layout.pk}/prov/").text

    assert "Solgården får inte plats i kolumnen Enhet, som är 3 tecken." in page


def test_a_sample_of_paxml_is_paxml(owners):
    page = owners.get(f"/admin/filer-till-lon/{PaxmlFactory().pk}/prov/").text

    assert "&lt;timmar&gt;-8.50&lt;/timmar&gt;" in page


def test_a_code_that_paxml_lacks_is_refused(owners):
    code = WageCode.objects.get(what="ordinary", pay_form="hourly")
    said = {"what": "ordinary", "pay_form": "hourly", "code": "JOB", "name": "Jobb"}

    page = owners.post(f"/admin/lonearter/edit/{code.pk}/", said).text

    assert "JOB finns inte bland tidkoderna i PAXml." in page


def test_a_workplace_has_an_account(owners, town):
    owners.post("/admin/konteringar/new/", {"workplace": town.workplace.pk, "text": "5010-21"})

    assert AccountString.objects.get().text == "5010-21"
