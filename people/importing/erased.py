"""What goes of the files when a person is erased: the words of her rows."""

from datetime import datetime

from people.models import Substitute, SubstituteImport, User
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


erasure.on_erasure(erase=erase)
