"""Whether an assistant is to take an order up, and when: as far as it can be told now, at its next turn."""

from datetime import datetime

from django.utils.translation import gettext as _

from booking.assistant import run as at_work
from booking.assistant import schedule
from booking.models import AssistantProfile, Order
from booking.views.desk import assistant_rows


def words(order: Order, *, now: datetime) -> str:
    """Bokningsassistenten Äldreomsorg tar upp passet 06.50; empty if none will. One query where no assistant is on.

    What can change until then is left out: who else is given the shift, and what is stopped.
    """
    profiles = AssistantProfile.objects.at_work().filter(areas=order.workplace.area_id).prefetch_related("areas")
    rows = list(profiles)
    terms = schedule.terms_of(rows) if rows else {}
    turns = [(at, each) for each in rows if (at := assistant_rows.coming(each, terms[each.pk], now=now))]
    for at, profile in sorted(turns, key=lambda turn: (turn[0], turn[1].priority, turn[1].pk)):
        if at_work.orders_of(profile, now=at).filter(pk=order.pk).exists():
            facts = {"name": profile.name, "when": assistant_rows.when(at, now=now)}
            return _("Bokningsassistenten %(name)s tar upp passet %(when)s.") % facts
    return ""
