"""Rows of a file, as a test writes them."""

from people.importing.columns import HEADINGS

MIRA = {
    "employee_number": "V-1", "first_name": "Mira", "last_name": "Lindgren", "born": "1996-03-17",
    "phone": "070-174 06 05", "email": "mira@alvsunda.example", "occupation": "Barnskötare", "starts": "2026-06-01",
}  # fmt: skip


def row(at, number=2, **changed):
    """A row that lacks nothing, at the place."""
    return MIRA | {"number": str(number), "place": str(at)} | changed


def one_of_many(number):
    """What is her own of a row, where there are many."""
    return {
        "employee_number": f"V-{number}", "email": f"v{number}@alvsunda.example", "phone": f"070174{2000 + number}",
    }  # fmt: skip


def csv_of(*rows):
    """The rows as the bytes of a CSV, the headings first."""
    keys = [key for key in HEADINGS if any(key in row for row in rows)]
    lines = [[HEADINGS[key] for key in keys], *([row.get(key, "") for key in keys] for row in rows)]
    return "\n".join(";".join(line) for line in lines).encode()
