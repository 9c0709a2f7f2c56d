"""On PostgreSQL, the indexes that eligibility reads by hold all that it reads, so that the rows need not be looked up.

SQLite has no such indexes, and keeps the plain ones of the same names.
"""

from collections.abc import Callable

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

COVERING = {
    "booking_of_substitute": "booking_booking (substitute_id, starts, ends)"
    " INCLUDE (break_minutes, order_id) WHERE ended_at IS NULL",
    "availability_of_substitute": "booking_availability (substitute_id, starts, ends)"
    " INCLUDE (kind, by_herself, limited, order_id, id)",
}
PLAIN = {
    "booking_of_substitute": "booking_booking (substitute_id, starts, ends)",
    "availability_of_substitute": "booking_availability (substitute_id, starts, ends)",
}


def replace_by(indexes: dict[str, str]) -> Callable[..., None]:
    def replace(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
        if schema_editor.connection.vendor != "postgresql":
            return
        for name, what in indexes.items():
            schema_editor.execute(f"CREATE INDEX CONCURRENTLY {name}_new ON {what}")
            schema_editor.execute(f"DROP INDEX CONCURRENTLY {name}")
            schema_editor.execute(f"ALTER INDEX {name}_new RENAME TO {name}")

    return replace


class Migration(migrations.Migration):

    atomic = False  # so that nobody waits while an index is built

    dependencies = [("booking", "0002_the_whole_engine")]

    operations = [migrations.RunPython(replace_by(COVERING), replace_by(PLAIN))]
