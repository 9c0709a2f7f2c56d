"""What a change made of an order, as its history tells it: Börjar: onsdag 13 maj 07.00 → onsdag 13 maj 08.00."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from booking.models import Order, Policy
from booking.reasons import in_words
from booking.templatetags.shifts import minutes


def lines(facts: Mapping[str, object]) -> Iterator[str]:
    """A line for each thing that is another, in the order of the form; none of a deed that changed nothing."""
    was, now = facts.get("was"), facts.get("now")
    if not (isinstance(was, Mapping) and isinstance(now, Mapping)):
        return
    for name, said in SAID.items():
        if name in was and name in now:
            what = capfirst(str(getattr(Order._meta.get_field(name), "verbose_name", name)))
            yield _("%(what)s: %(was)s → %(now)s") % {"what": what, "was": said(was[name]), "now": said(now[name])}


def _moment(value: object) -> str:
    return in_words(datetime.fromisoformat(str(value)))


def _listed(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) and value else _("inga")


def _yes_or_no(value: object) -> str:
    return _("ja") if value else _("nej")


def _mode(value: object) -> str:
    return str(dict(Policy.Mode.choices).get(str(value), _("som i regelverket")))


SAID: Mapping[str, Callable[[object], str]] = {
    "workplace": str,
    "occupation": str,
    "competences": _listed,
    "starts": _moment,
    "ends": _moment,
    "break_minutes": lambda value: minutes(int(str(value))),
    "reason": str,
    "allow_direct": _yes_or_no,
    "enquiry_mode": _mode,
}
"""How the value of each is written."""
