"""What a list was narrowed to, by a name of one's own: saved, named anew, saved over, removed. Hers alone."""

from datetime import datetime
from urllib.parse import unquote_plus

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from booking.models import SavedView
from booking.operations.refusals import Refused
from people.models import User
from people.scrubbing import Traces

AT_MOST = 20
"""More than so many cannot be found again in a row of links."""

LONGEST = 1000  # characters of the query that is kept


@transaction.atomic
def save(of: SavedView.Of, name: str, query: str, *, by: User, at: datetime) -> SavedView:
    """Keep it by this name; what had the name before is saved over."""
    _fits(query)
    kept = SavedView.objects.filter(user=by, of=of)
    if view := kept.filter(name=name).first():
        return replace(view, query, at=at)
    if kept.count() >= AT_MOST:
        raise Refused(_("Du kan ha %(n)d sparade vyer. Ta bort en först.") % {"n": AT_MOST})
    view, _is_new = SavedView.objects.get_or_create(user=by, of=of, name=name, defaults={"query": query, "made_at": at})
    return view


def replace(view: SavedView, query: str, *, at: datetime) -> SavedView:
    """Save over it what the list is narrowed to now."""
    _fits(query)
    view.query, view.made_at = query, at
    view.save(update_fields=["query", "made_at"])
    return view


def rename(view: SavedView, name: str) -> SavedView:
    """By another name, which none of the others has."""
    view.name = name
    try:
        with transaction.atomic():
            view.save(update_fields=["name"])
    except IntegrityError as error:
        raise Refused(_("Du har redan en vy som heter så.")) from error
    return view


def remove(view: SavedView) -> None:
    """It is gone; the list is as it was."""
    SavedView.objects.filter(pk=view.pk).delete()


def forget(traces: Traces) -> None:
    """Nobody keeps the name of somebody who is protected, or gone, as something to look for."""
    said = {view.pk: f"{view.name} {unquote_plus(view.query)}" for view in SavedView.objects.all()}
    hers = [key for key, words in said.items() if traces.out_of(words, about_her=True) != words]
    SavedView.objects.filter(pk__in=hers).delete()


def _fits(query: str) -> None:
    if len(query) > LONGEST:
        raise Refused(_("Urvalet är för långt för att sparas. Ta bort något filter."))
