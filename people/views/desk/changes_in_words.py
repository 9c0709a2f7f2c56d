"""What of a row became another, in words: Adress: Solvägen 8 → Solvägen 10."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

Facts = Mapping[str, Any]


def told(model: type[Model], deed: str, facts: Facts) -> str:
    """Ändrad: Solgården. Adress: Solvägen 8 → Solvägen 10."""
    said = f"{deed}: {facts['called']}" if facts.get("called") else deed
    return ". ".join([said, *lines(model, facts)])


def lines(model: type[Model], facts: Facts) -> Iterator[str]:
    """Each thing, with what it was and what it became."""
    for change in facts.get("changes", ()):
        what = _name(model, str(change["name"]))
        if change.get("secret"):
            yield _("%(what)s: ändrat") % {"what": what}
            continue
        before, after = (_value(model, change, when) for when in ("before", "after"))
        if before == after:
            continue
        said = {"what": what, "before": before, "after": after}
        yield _("%(what)s: %(before)s → %(after)s") % said


def _name(model: type[Model], field: str) -> str:
    try:
        return str(capfirst(model._meta.get_field(field).verbose_name))  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return field  # what the table held once


def _value(model: type[Model], change: Facts, when: str) -> str:
    plain = change[when]
    if plain is None or plain == "":
        return _("tomt")
    if isinstance(plain, bool):
        return _("ja") if plain else _("nej")
    try:
        choices = getattr(model._meta.get_field(str(change["name"])), "flatchoices", ())
    except FieldDoesNotExist:
        choices = ()
    return str(dict(choices).get(plain, plain))
