"""What a database forbids where it can."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


class OnPostgreSQL(ExclusionConstraint):
    """An exclusion constraint where the database has them.

    On SQLite the operation's own check stands alone, which is safe there: a write transaction has the database
    to itself.
    """

    def _applies(self, schema_editor: BaseDatabaseSchemaEditor) -> bool:
        return schema_editor.connection.vendor == "postgresql"

    def constraint_sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> str | None:  # type: ignore[override]
        return super().constraint_sql(model, schema_editor) if self._applies(schema_editor) else None

    def create_sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> object:  # type: ignore[override]
        return super().create_sql(model, schema_editor) if self._applies(schema_editor) else None

    def remove_sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> object:  # type: ignore[override]
        return super().remove_sql(model, schema_editor) if self._applies(schema_editor) else None

    def validate(self, *args: object, **kwargs: object) -> None:
        """The operation asks with words; the database answers with truth. Nothing in between."""
