"""What was read from files and registers, and is kept a day: what goes of it with whoever is protected or erased."""

from collections.abc import Collection
from typing import Any

from people.models import RegisteredPerson, StaffImport, Substitute, SubstituteImport
from people.named import to_herself
from people.scrubbing import Traces, scrub

KINDS: tuple[type[SubstituteImport | StaffImport], ...] = (SubstituteImport, StaffImport)
SAYS_WHO = ("employee_number", "email", "username", "key")


def hold() -> None:
    """Let nothing be carried out meanwhile: the queue would write back what it has read.

    It holds a reading before it holds a person, so whoever needs both asks for this first.
    """
    for kind in KINDS:
        list(_rows(kind).select_for_update(of=("self",)).order_by("pk").values_list("pk"))


def hide(substitute: Substitute, traces: Traces) -> None:
    """Of a row that was read about her only her register's key is left: whoever is not in it would have left."""
    empty_rows_of(substitute, keeping=("number", "key"))
    for kind in KINDS:
        scrub(kind._default_manager.all(), "rows", "outcome", traces=traces)


def empty_rows_of(substitute: Substitute, *, keeping: Collection[str] = ("number",)) -> None:
    """Leave of each row that was read about her that it was there: the queue counts them."""
    herself = to_herself(substitute.user)
    keys = RegisteredPerson.objects.filter(user=substitute.user).values_list("key", flat=True)
    hers = {word.casefold() for word in (herself.employee_number, herself.email, herself.username, *keys)} - {""}
    for kind in KINDS:
        for run in _rows(kind):
            rows = [_left(row, keeping) if hers & _who(row) else row for row in run.rows]
            if rows != run.rows:
                kind._default_manager.filter(pk=run.pk).update(rows=rows)


def _rows(kind: type[SubstituteImport | StaffImport]) -> Any:  # noqa: ANN401 (a queryset of either)
    return kind._default_manager.exclude(rows=[])


def _who(row: dict[str, Any]) -> set[str]:
    """However it was written."""
    return {str(row.get(name, "")).strip().casefold() for name in SAYS_WHO}


def _left(row: dict[str, Any], keeping: Collection[str]) -> dict[str, Any]:
    return {name: row[name] for name in keeping if name in row}
