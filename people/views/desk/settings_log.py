"""Ändringar: who changed what of the municipality's own tables, its policies, its words and its roles, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from people import access
from people.forms.days import day_field
from people.models import HistoryEntry, User
from people.models.history import HistoryQuerySet
from people.requests import SignedIn
from people.views.desk.page import frame

ON_A_PAGE = 50
OF_PERSONS = ("account", "roleassignment")

_followed: list[type[Model]] = []


def follow(*models: type[Model]) -> None:
    """Show what becomes of the rows of the tables in the log."""
    _followed.extend(model for model in models if model not in _followed)


@dataclass(frozen=True, slots=True)
class Line:
    """One change: when, by whom, of what table, to whom it matters, and what was done."""

    at: datetime
    by: str
    table: str
    whose: str
    words: str


def _tables() -> list[tuple[str, str]]:
    named = [(str(model._meta.model_name), str(capfirst(model._meta.verbose_name_plural))) for model in _followed]
    return sorted(named, key=lambda each: each[1])


class LogFilters(django_filters.FilterSet):
    """By table, by whom, and from when."""

    table = django_filters.ChoiceFilter(
        label=gettext_lazy("Tabell"), method="of_table", choices=_tables, empty_label=gettext_lazy("Alla")
    )
    by = django_filters.CharFilter(label=gettext_lazy("Vem"), method="by_name")
    first = django_filters.DateFilter(
        label=gettext_lazy("Från och med"), field_name="timestamp", lookup_expr="date__gte", widget=day_field().widget
    )

    class Meta:
        model = HistoryEntry
        fields = ()

    def of_table(self, rows: HistoryQuerySet, _name: str, wanted: str) -> HistoryQuerySet:
        """Those of one table."""
        return rows.filter(content_type__model=wanted)

    def by_name(self, rows: HistoryQuerySet, _name: str, wanted: str) -> HistoryQuerySet:
        """Those of whoever has each of the words in her name."""
        for word in wanted.split():
            named = User.objects.filter(first_name__icontains=word) | User.objects.filter(last_name__icontains=word)
            rows = rows.filter(user__in=named)
        return rows


@require_safe
def index(request: SignedIn) -> HttpResponse:
    """The latest first, a page at a time."""
    if not access.may(request.user, "historyentry.audit"):
        raise Http404
    entries = access.scope(request.user, HistoryEntry.objects.get_queryset().of_models(_followed), "audit")
    chosen = LogFilters(_without_empty(request), entries.select_related("content_type"))
    page = Paginator(chosen.qs, ON_A_PAGE).get_page(request.GET.get("sida"))
    context = {"form": chosen.form, "page": page, "lines": lines(page.object_list)}
    return render(request, "people/desk/settings_log.html", context | frame(_("Ändringar"), [], "history"))


def lines(entries: Iterable[HistoryEntry]) -> list[Line]:
    """In words; two queries, however many there are."""
    rows = list(entries)
    keys = {_person_of(row) for row in rows} | {row.user_id for row in rows}
    people = User.objects.in_bulk([key for key in keys if key])
    return [
        Line(
            at=row.timestamp,
            by=str(people.get(row.user_id) or _("Portalen")),
            table=str(capfirst(_name_of(row.content_type))),
            whose=str(people.get(_person_of(row)) or ""),
            words=row.message,
        )
        for row in rows
    ]


def _person_of(entry: HistoryEntry) -> int | None:
    """Whom the account or the role is of."""
    if entry.content_type.model not in OF_PERSONS:
        return None
    key = entry.data.get("user", entry.object_id)
    return int(key) if str(key).isdecimal() else None


def _name_of(kind: ContentType) -> str:
    model = kind.model_class()
    return str(model._meta.verbose_name) if model else kind.model


def _without_empty(request: HttpRequest) -> dict[str, str]:
    return {name: value.strip() for name, value in request.GET.dict().items() if value.strip()}
