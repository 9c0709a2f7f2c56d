"""What was read from files and registers, and is kept a day: what goes out of it when somebody is protected."""

from people.models import RegisteredPerson, StaffImport, Substitute, SubstituteImport, User
from people.scrubbing import Traces, scrub


def forget_her(substitute: Substitute, traces: Traces) -> None:
    """Of a row that was read about her only its number is left: the queue counts them."""
    hers = {substitute.employee_number, substitute.user.email} - {""}
    for run in SubstituteImport.objects.iterator():
        rows = [{"number": row["number"]} if hers & set(row.values()) else row for row in run.rows]
        if rows != run.rows:
            SubstituteImport.objects.filter(pk=run.pk).update(rows=rows)
    _out_of_readings(substitute.user)
    for kind in (SubstituteImport, StaffImport):
        scrub(kind._default_manager.all(), "rows", "outcome", traces=traces)


def _out_of_readings(user: User) -> None:
    """Of what was read of the staff her register's key stays too: whoever is not in it would have left."""
    hers = {user.email.lower(), user.username.lower()} - {""}
    keys = set(RegisteredPerson.objects.filter(user=user).values_list("key", flat=True))
    for run in StaffImport.objects.exclude(rows=[]).iterator():
        rows = [
            {"number": row["number"], "key": row.get("key", "")}
            if row.get("key") in keys or hers & {row.get("email", "").lower(), row.get("username", "").lower()}
            else row
            for row in run.rows
        ]
        if rows != run.rows:
            StaffImport.objects.filter(pk=run.pk).update(rows=rows)
