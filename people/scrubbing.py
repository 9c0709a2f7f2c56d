"""Taking somebody's name, number and address out of what was written about her before she was protected."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import JSONField, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast

from people.models import HistoryEntry, Substitute, User
from portal.templatetags.phones import national

AT_A_TIME = 500
TOO_SHORT = 3
"""A number or a user name of fewer signs is found by chance in what others wrote."""


@dataclass(frozen=True)
class Traces:
    """What points her out: `anywhere` whatever it stands in, `about_her` only in what is about her anyway."""

    anywhere: tuple[str, ...]
    about_her: tuple[str, ...]
    phone: str
    alias: str

    @classmethod
    def of(cls, substitute: Substitute, alias: str) -> "Traces":
        """As she is registered now."""
        user: User = substitute.user
        first, last = user.first_name.strip(), user.last_name.strip()
        full = [f"{first} {last}", f"{last}, {first}", f"{last} {first}"] if first and last else []
        numbers = [word for word in (user.username, substitute.employee_number) if len(word) > TOO_SHORT]
        said = [*full, user.email, *numbers]
        return cls(tuple(filter(None, said)), tuple(filter(None, [first, last])), user.phone, alias)

    def out_of(self, text: str, *, about_her: bool) -> str:
        """The text with the alias in their place."""
        return (self._all if about_her else self._plain).sub(self.alias, text)

    @cached_property
    def found_by(self) -> tuple[str, ...]:
        """What a database can look for, so that few rows need be read; a number as we write it."""
        written = national(self.phone)
        numbers = {self.phone, written, re.sub(r"\D", "", written), written.replace("-", " "), written.replace(" ", "")}
        return (*self.anywhere, *sorted(numbers - {""}))

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        return _pattern(self.anywhere, self.phone)

    @cached_property
    def _all(self) -> re.Pattern[str]:
        return _pattern((*self.anywhere, *self.about_her), self.phone)


def scrub(rows: QuerySet[Any], *fields: str, traces: Traces, about_her: bool = False) -> None:
    """Put the alias in place of what points her out in these fields, text or JSON, of the rows that hold it."""
    changed = []
    for row in _suspects(rows, fields, traces, about_her=about_her).iterator(AT_A_TIME):
        before = {field: getattr(row, field) for field in fields}
        after = {field: _without(value, traces, about_her=about_her) for field, value in before.items()}
        if after != before:
            for field, value in after.items():
                setattr(row, field, _fitting(row, field, value))
            changed.append(row)
    rows.model._base_manager.bulk_update(changed, fields, batch_size=AT_A_TIME)


def scrub_history(rows: QuerySet[Any], traces: Traces) -> None:
    """The same in what the history says of these rows, which are about her."""
    keys = [str(key) for key in rows.values_list("pk", flat=True)]
    scrub(HistoryEntry.objects.filter(object_id__in=keys), "data", traces=traces, about_her=True)


def _suspects(rows: QuerySet[Any], fields: Iterable[str], traces: Traces, *, about_her: bool) -> QuerySet[Any]:
    if about_her:
        return rows
    texts = {f"{field}_as_text": Cast(field, TextField()) for field in _json(rows.model, fields)}
    hers = Q(pk=None)
    for field in fields:
        for word in traces.found_by:
            hers |= Q(**{f"{field}__icontains": word}) if f"{field}_as_text" not in texts else _in_json(field, word)
    return rows.annotate(**texts).filter(hers)


def _json(model: type[Model], fields: Iterable[str]) -> Iterator[str]:
    return (field for field in fields if isinstance(model._meta.get_field(field), JSONField))


def _in_json(field: str, word: str) -> Q:
    """SQLite keeps å as an escape, PostgreSQL as itself."""
    return Q(**{f"{field}_as_text__icontains": word}) | Q(**{f"{field}_as_text__icontains": json.dumps(word)[1:-1]})


def _without(value: Any, traces: Traces, *, about_her: bool) -> Any:  # noqa: ANN401 (JSON)
    if isinstance(value, str):
        return traces.out_of(value, about_her=about_her)
    if isinstance(value, list):
        return [_without(one, traces, about_her=about_her) for one in value]
    if isinstance(value, dict):
        return {key: _without(one, traces, about_her=about_her) for key, one in value.items()}
    return value


def _fitting(row: Model, field: str, value: Any) -> Any:  # noqa: ANN401 (text or JSON)
    """The alias may be longer than her name."""
    length = getattr(row._meta.get_field(field), "max_length", None)
    return value[:length] if length and isinstance(value, str) else value


def _pattern(words: Iterable[str], phone: str) -> re.Pattern[str]:
    """Whole words, in any case, also with the s of the genitive; a number however it is spaced."""
    longest_first = sorted({word for word in words if word}, key=len, reverse=True)
    spoken = [rf"(?<!\w){re.escape(word)}s?(?!\w)" for word in longest_first]
    digits = r"[\s-]*".join(phone.removeprefix("+46"))
    dialled = [rf"(?:\+46|0046|0)[\s-]*{digits}(?!\d)"] if phone else []
    return re.compile("|".join([*dialled, *spoken]) or r"(?!)", re.IGNORECASE)
