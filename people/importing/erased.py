"""What goes of the files when a person is erased: the words of her rows."""

from datetime import datetime

from people.importing.staff.wanted import Wanted
from people.models import StaffImport, Substitute, SubstituteImport, User
from people.operations import erasure


def erase(substitute: Substitute, _by: User | None, _at: datetime) -> None:
    """Keep of each row of hers that it was there; the others keep their places."""
    number = substitute.employee_number.casefold()
    for run in SubstituteImport.objects.select_for_update(of=("self",)).exclude(rows=[]):
        run.rows = [
            {"number": row["number"]} if row.get("employee_number", "").casefold() == number else row
            for row in run.rows
        ]
        run.save(update_fields=["rows"])
    _forget_colleague(substitute.user)


def _forget_colleague(user: User) -> None:
    """The same of what was read of the staff, where she may be known by her address or her user name."""
    names = {user.email.lower(), user.username.lower()} - {""}
    for run in StaffImport.objects.select_for_update(of=("self",)).exclude(rows=[]):
        run.rows = [
            Wanted(row["number"]).as_row() if {row["email"].lower(), row["username"].lower()} & names else row
            for row in run.rows
        ]
        run.save(update_fields=["rows"])


erasure.on_erasure(erase=erase)
