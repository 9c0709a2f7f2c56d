"""A table of colleagues: one row for each role."""

import pytest

from people.importing.staff import columns
from people.importing.staff.wanted import WantedRole
from people.importing.tables import Unreadable

HEADINGS = "Förnamn;Efternamn;E-post;Födelsedatum;Roll;Var;Till"


def read(*rows: str):
    return columns.read("\n".join([HEADINGS, *rows]).encode())


def test_several_rows_of_one_colleague_are_her_roles(town):
    (karin,) = read(
        "Karin;Berg;karin@alvsunda.example;1976-03-17;Beställare;Hemtjänst Solgården;",
        "Karin;Berg;Karin@alvsunda.example;;bemanningsplanerare;Hemtjänst;2026-12-31",
    )

    assert karin.faults == {}
    assert karin.roles == (
        WantedRole("ordering_manager", workplace=str(town.workplace.pk)),
        WantedRole("planner", area=str(town.area.pk), last="2026-12-31"),
    )
    assert karin.born == "1976-03-17"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("Karin;Berg;karin@alvsunda.example;1976-03-17;Systemförvaltare;;", "role"),
        ("Karin;Berg;karin@alvsunda.example;1976-03-17;Beställare;Hemtjänst;", "place"),
        ("Karin;Berg;karin@alvsunda.example;1976-03-17;Planerare;Hemtjänst;", "role"),
        ("Karin;Berg;ingen adress;1976-03-17;Redaktör;;", "email"),
        ("=1+1;Berg;karin@alvsunda.example;1976-03-17;Redaktör;;", "first_name"),
        ("Karin;Berg;karin@alvsunda.example;i maj;Redaktör;;", "born"),
    ],
)
def test_what_is_wrong_is_said_by_column(town, row, column):
    (karin,) = read(row)

    assert list(karin.faults) == [column]


def test_rows_that_say_different_things_of_one_address_are_faulty(town):
    (one,) = read("Karin;Berg;k@alvsunda.example;;Redaktör;;", "Karin;Lind;k@alvsunda.example;;Godkännare;;")

    assert "email" in one.faults


def test_a_table_without_its_columns_is_unreadable(town):
    with pytest.raises(Unreadable, match="saknar kolumner"):
        columns.read(b"Namn;Roll\nKarin;Redakt\xc3\xb6r")
