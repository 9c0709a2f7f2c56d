"""The register's colleagues, and a file of them as it is read and carried out."""

from datetime import timedelta

from people.importing.staff import carrying_out
from people.importing.staff.wanted import Wanted, WantedRole
from people.models import StaffImport
from tests.cast import NOW

LATER = NOW + timedelta(days=1)


def somebody(town, n: int = 1, **more: object) -> Wanted:
    role = WantedRole("ordering_manager", workplace=str(town.workplace.pk))
    said = {
        "first_name": "Karin", "last_name": f"Berg{n}", "phone": f"07017406{n + 4:02d}",
        "email": f"k{n}@alvsunda.example", "born": "1976-03-17",
        "key": f"p{n}", "roles": (role,),
    }  # fmt: skip
    return Wanted(n, **(said | more))


def read(*people: Wanted, whole: bool = True, at=NOW) -> StaffImport:
    return carrying_out.read("personal.json", people, whole=whole, by=None, at=at)


def carried_out(*people: Wanted, whole: bool = True, at=NOW) -> StaffImport:
    run = carrying_out.order(read(*people, whole=whole, at=at), by=None, at=at)
    while carrying_out.go_on(run, at=at):
        pass
    run.refresh_from_db()
    return run
