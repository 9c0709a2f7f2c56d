"""A workplace's usual shifts: kept, changed and removed."""

import hashlib
from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from booking.models import OrderTemplate
from booking.operations.refusals import Refused
from people.history import record
from people.models import Competence, User

TERMS = ("workplace_id", "name", "occupation_id", "starts", "ends", "break_minutes", "text", "contact", "allow_direct")


@transaction.atomic
def make(usual: OrderTemplate, *, competences: Collection[Competence], by: User, at: datetime) -> OrderTemplate:
    """Keep a new usual shift; a workplace has one of each name. The same again is the one that is there."""
    kept = OrderTemplate.objects.filter(workplace=usual.workplace_id, name=usual.name).first()
    if kept and mark(kept) == _mark(usual, competences):
        return kept
    usual.made_by, usual.made_at = by, at
    _save(usual, competences)
    _record(usual, "ordertemplate.make", by=by, at=at)
    return usual


@transaction.atomic
def change(
    usual: OrderTemplate, *, competences: Collection[Competence], seen: str, by: User, at: datetime
) -> OrderTemplate:
    """Let it be otherwise from now on.

    `seen` is the mark of it on the page that was answered: what somebody else has changed since is not overwritten.
    What is so already stays so.
    """
    found = mark(OrderTemplate.objects.select_for_update().get(pk=usual.pk))
    if found == _mark(usual, competences):
        return usual
    if seen != found:
        raise Refused(_("Någon har ändrat passet sedan du öppnade sidan. Kontrollera och spara igen."))
    _save(usual, competences)
    _record(usual, "ordertemplate.change", by=by, at=at)
    return usual


@transaction.atomic
def remove(usual: OrderTemplate, *, by: User, at: datetime) -> None:
    """Nobody orders it any more; the orders that were made by it stand. Twice is once."""
    if OrderTemplate.objects.filter(pk=usual.pk).exists():
        _record(usual, "ordertemplate.remove", by=by, at=at)
        OrderTemplate.objects.filter(pk=usual.pk).delete()


def mark(usual: OrderTemplate) -> str:
    """Another for each way that it can be: what tells whether somebody has changed it."""
    return _mark(usual, usual.competences.all())


def _mark(usual: OrderTemplate, competences: Iterable[Competence]) -> str:
    keys = sorted(str(competence.pk) for competence in competences)
    terms = [str(getattr(usual, name)) for name in TERMS] + keys
    return hashlib.sha256("\n".join(terms).encode()).hexdigest()[:16]


def _save(usual: OrderTemplate, competences: Collection[Competence]) -> None:
    try:
        with transaction.atomic():
            usual.save()
    except IntegrityError:
        words = _("%(place)s har redan ett vanligt pass som heter %(name)s. Välj ett annat namn.")
        raise Refused(words % {"place": usual.workplace, "name": usual.name}) from None
    usual.competences.set(competences)


def _record(usual: OrderTemplate, action: str, *, by: User, at: datetime) -> None:
    record(usual, action, by=by, at=at, area_id=usual.workplace.area_id)
