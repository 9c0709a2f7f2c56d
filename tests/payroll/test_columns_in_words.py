import pytest

from payroll.columns import Column
from payroll.columns_in_words import Unclear, read, written

TEXT = """Anst = anställningsnummer bredd:10 plats:höger fyll:0
Datum = datum format:ÅÅÅÅMMDD
= löneart"""
COLUMNS = [
    Column("anställningsnummer", "Anst", width=10, align="höger", fill="0"),
    Column("datum", "Datum", "ÅÅÅÅMMDD"),
    Column("löneart"),
]


def test_lines_become_columns_and_columns_lines():
    assert read(TEXT) == COLUMNS
    assert read(written(COLUMNS)) == COLUMNS


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Datum", "Rad 1: skriv rubrik = källa, till exempel Datum = datum."),
        ("Lön = kronor", "Rad 1: källan kronor finns inte."),
        ("a = timmar format:X", "Rad 1: timmar kan inte ha formatet X. Välj bland: hundradelar, minuter, TT:MM."),
        ("a = yrke format:X", "Rad 1: yrke kan inte ha formatet X. Välj bland: inget."),
        ("a = yrke bredd:bred", "Rad 1: bredd är ett tal, högst 200."),
        ("a = yrke bredd:99999999999", "Rad 1: bredd är ett tal, högst 200."),
        ("a = yrke plats:mitten", "Rad 1: plats är vänster eller höger."),
        ("a = yrke fyll:00", "Rad 1: fyll är ett enda tecken."),
        ("a = yrke färg:röd", "Rad 1: färg:röd går inte att förstå. Skriv format:, bredd:, plats: eller fyll:."),
        ("", "Skriv minst en kolumn."),
        ("= yrke\n" * 61, "Högst 60 kolumner."),
    ],
)
def test_a_line_that_is_not_understood_is_told_by_its_number(line, fault):
    with pytest.raises(Unclear) as unclear:
        read(line)

    assert unclear.value.faults == [fault]
