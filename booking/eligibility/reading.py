"""How many rows are read quickly: keys as one parameter, and moments as whole numbers.

Thousands of parameters take longer to bind than the question takes to answer, and Django's timestamps longer to parse
than the row takes to find.
"""

import json
import uuid
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import BigIntegerField, Func, QuerySet
from django.db.models.expressions import RawSQL

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
        whole, fraction = f"strftime('%%s', {sql}) * 1000000", f"CAST(substr({sql}, 21, 6) AS integer)"
        return f"({whole} + {fraction})", [*parameters, *parameters]


def moment(instant: int) -> datetime:
    """The other way."""
    return EPOCH + timedelta(microseconds=instant)


def perhaps(instant: int | None) -> datetime | None:
    """The same of an end that may not be known."""
    return None if instant is None else EPOCH + timedelta(microseconds=instant)


def of(keys: Keys, rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """The rows of these substitutes."""
    return rows if keys is None else rows.filter(substitute__in=among(keys))


def among(keys: Iterable[uuid.UUID]) -> RawSQL:
    """The keys as one parameter, for `__in`."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::uuid[])", ["{" + ",".join(key.hex for key in keys) + "}"])
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps([key.hex for key in keys])])
