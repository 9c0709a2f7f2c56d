"""What the people's tables let go when a decision says so."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from people.data_map import Kept
from people.models import Agreement, HistoryEntry, LookedAt, Substitute, SubstituteNote
from people.operations import erasure
from people.operations.refusals import Refused
from people.operations.retention import Thinner, on_thinning


def remove(model: type[Model], keys: list[Any], _at: datetime) -> Iterable[Any]:
    """They go, whole."""
    model._base_manager.filter(pk__in=keys).delete()
    return ()


def left(before: datetime) -> QuerySet[Substitute]:
    """Those whose last agreement had ended by then, and those who were taken on before and never had any."""
    papers = Agreement.objects.filter(substitute=OuterRef("pk"))
    still = papers.filter(Q(ends=None) | Q(ends__gte=before))
    rows = Substitute.objects.filter(~Exists(still), user__date_joined__lt=before, user__role_assignments=None)
    return rows.exclude(user__username__startswith=erasure.ERASED)


def erase(keys: list[Any], at: datetime) -> Iterable[Any]:
    """Each as a person is erased; whoever something waits for stays, until it is settled."""
    for substitute in Substitute.objects.filter(pk__in=keys).order_by("pk"):
        try:
            erasure.erase(substitute, by=None, at=at)
        except Refused:
            yield substitute.pk


def happened(before: datetime) -> QuerySet[HistoryEntry]:
    """All but that somebody was erased, which is asked for ever after."""
    rows: QuerySet[HistoryEntry] = HistoryEntry.objects.filter(timestamp__lt=before)
    return rows.exclude(action=erasure.ACTION)


on_thinning(
    Kept.PERSON,
    Thinner(
        "substitute", _("vikarier utan avtal"), due=left, take=lambda keys, at: list(erase(keys, at)), at_a_time=10
    ),
)
on_thinning(
    Kept.NOTES,
    Thinner(
        "substitutenote",
        _("anteckningar om vikarier"),
        due=lambda before: SubstituteNote.objects.filter(written_at__lt=before),
        take=partial(remove, SubstituteNote),
    ),
)
on_thinning(Kept.HISTORY, Thinner("historyentry", _("händelser"), due=happened, take=partial(remove, HistoryEntry)))
on_thinning(
    Kept.LOOKS,
    Thinner(
        "lookedat",
        _("visningar"),
        due=lambda before: LookedAt.objects.filter(at__lt=before),
        take=partial(remove, LookedAt),
    ),
)
