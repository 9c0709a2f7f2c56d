"""How many rows are read quickly: keys as one parameter, and moments as whole numbers.

Thousands of parameters take longer to bind than the question takes to answer, and Django's timestamps longer to parse
than the row takes to find.
"""

import json
import uuid
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import BigIntegerField, BooleanField, F, Func, QuerySet

Keys = Collection[uuid.UUID] | None
"""Of which substitutes; `None` is all of them."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Instant(Func):
    """A moment as microseconds since 1970."""

    output_field = BigIntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> Any:  # noqa: ANN401 (Django's own)
        """A double holds a microsecond until the year 2255."""
        return self.as_sql(compiler, connection, template="(EXTRACT(EPOCH FROM %(expressions)s) * 1000000)::bigint")

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:  # noqa: ANN401 (Django's own)
        """As text: 2026-05-13 05:00:00, and a fraction of six digits if there is one."""
        sql, parameters = compiler.compile(self.source_expressions[0])
        whole, fraction = f"strftime('%%s', substr({sql}, 1, 19)) * 1000000", f"CAST(substr({sql}, 21, 6) AS integer)"
        return f"({whole} + {fraction})", [*parameters, *parameters]


def moment(instant: int) -> datetime:
    """The other way."""
    return EPOCH + timedelta(microseconds=instant)


def perhaps(instant: int | None) -> datetime | None:
    """The same of an end that may not be known."""
    return None if instant is None else EPOCH + timedelta(microseconds=instant)


class Among(Func):
    """That a key is one of these."""

    output_field = BooleanField()

    def __init__(self, name: str, keys: str, **extra: Any) -> None:  # noqa: ANN401 (Django's own)
        super().__init__(F(name), **extra)
        self.keys = keys  # as a list in JSON

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> Any:  # noqa: ANN401 (Django's own)
        """An array, so that the planner sees how many they are."""
        sql, parameters = compiler.compile(self.source_expressions[0])
        return f"{sql} = ANY(%s::uuid[])", [*parameters, f"{{{self.keys[1:-1]}}}"]

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:  # noqa: ANN401 (Django's own)
        """A table."""
        sql, parameters = compiler.compile(self.source_expressions[0])
        return f"{sql} IN (SELECT value FROM json_each(%s))", [*parameters, self.keys]  # noqa: S608 (Django's own SQL)  # nosec B608


def among(name: str, keys: Iterable[uuid.UUID]) -> Among:
    """That the field of this name is one of the keys."""
    return Among(name, json.dumps([key.hex for key in keys]))


def of(keys: Keys, rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """The rows of these substitutes."""
    return rows if keys is None else rows.filter(among("substitute", keys))
