"""What a shift costs in hours, in words: never money."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.inconvenient import Ob
from booking.matching.costs import Cost
from portal.templatetags.times import hours

OB: Mapping[Ob, Promise] = {
    Ob.EVENING: gettext_lazy("%(hours)s kväll"),
    Ob.NIGHT: gettext_lazy("%(hours)s natt"),
    Ob.WEEKEND: gettext_lazy("%(hours)s helg"),
    Ob.MAJOR: gettext_lazy("%(hours)s storhelg"),
}


def in_hours(cost: Cost) -> list[str]:
    """Ger 2,5 tim övertid. Ger 3 tim vila att ge tillbaka."""
    said = {"overtime": hours(cost.overtime), "additional": hours(cost.additional), "rest": hours(cost.rest_owed)}
    if cost.overtime and cost.additional:
        sentences = [_("Ger %(additional)s mertid och %(overtime)s övertid") % said]
    elif cost.overtime:
        sentences = [_("Ger %(overtime)s övertid") % said]
    elif cost.additional:
        sentences = [_("Ger %(additional)s mertid") % said]
    else:
        sentences = [_("Ingen övertid")]
    return [*sentences, _("Ger %(rest)s vila att ge tillbaka") % said] if cost.rest_owed else sentences


def of_classes(found: Mapping[Ob, timedelta]) -> list[str]:
    """3 tim kväll, 1 tim natt"""
    return [str(OB[ob]) % {"hours": hours(length)} for ob, length in found.items()]
