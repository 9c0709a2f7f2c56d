"""Files from a payroll system, as a test writes them."""

from payroll.importing import carrying_out
from tests.cast import NOW
from tests.factories.payroll import EmploymentLayoutFactory, PayLayoutFactory

PAY = ("Anstnr", "Månad", "Bruttolön", "Timlön")
EMPLOYMENT = ("Anstnr", "Anställning", "Form", "Från", "Till", "Slutorsak")


def csv_of(headings, *rows):
    """The rows as bytes, the headings first."""
    return "\r\n".join(";".join(row) for row in (headings, *rows)).encode()


def pay_file(*rows, layout=None, by=None, at=NOW, name="loner.csv"):
    """What was read of a file of pay: `("V-1", "2026-04", "12 345,50", "152,40")`."""
    return carrying_out.read(name, csv_of(PAY, *rows), layout or PayLayoutFactory(), by=by, at=at)


def employment_file(*rows, by=None):
    """What was read of a file of employments."""
    return carrying_out.read("anst.csv", csv_of(EMPLOYMENT, *rows), EmploymentLayoutFactory(), by=by, at=NOW)


def carried_out(run, *, by=None, at=NOW):
    """The run, carried out whatever it says, faulty rows left out."""
    return carrying_out.carry_out(run, seen="", leaves_out=True, by=by, at=at)
