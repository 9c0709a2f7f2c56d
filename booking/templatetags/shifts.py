"""How a shift's time and place are said to the one who is to work it."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from urllib.parse import quote_plus

from django import template
from django.conf import settings
from django.template.defaultfilters import capfirst
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from booking.models import AvailabilityPattern
from booking.period import Period, whole_day
from booking.weeks import Week, local_day
from people.models import Workplace
from portal.templatetags.times import clock, day, dayname

register = template.Library()

MIDNIGHT = time()
HOW_OFTEN = {
    1: gettext_lazy("Varje vecka"),
    2: gettext_lazy("Varannan vecka"),
    3: gettext_lazy("Var tredje vecka"),
    4: gettext_lazy("Var fjärde vecka"),
}


@register.filter
def exact(period: Period) -> str:
    """07.00–15.30, or Hela dygnet"""
    if whole_day(local_day(period.starts)) == period:
        return _("Hela dygnet")
    return from_to(localtime(period.starts).time(), localtime(period.ends).time())


def from_to(starts: time, ends: time) -> str:
    """07.00–15.30; a day that ends at midnight does so at 24.00"""
    until = clock(ends)
    return f"{clock(starts)}–{until if ends > MIDNIGHT else until.replace('00', '24', 1)}"


@register.filter
def short(period: Period) -> str:
    """07–15.30: where there is little room"""
    if whole_day(local_day(period.starts)) == period:
        return "00–24"
    on_the_hour = clock(MIDNIGHT)[2:]
    return "–".join(said.removesuffix(on_the_hour) for said in exact(period).split("–"))


@register.filter
def shortest(period: Period) -> str:
    """07–15: which hours, where there is room for no more"""
    return "–".join(said[:2] for said in short(period).split("–"))


@register.filter
def listed(words: Sequence[str]) -> str:
    """måndag, onsdag och fredag"""
    return get_text_list(list(words), _("och"))


@register.filter
def recurring(pattern: AvailabilityPattern) -> str:
    """Varannan vecka till 14 juni"""
    often = HOW_OFTEN.get(pattern.every_weeks) or _("Var %(number)d:e vecka") % {"number": pattern.every_weeks}
    if pattern.last_day is None:
        return str(often)
    return _("%(often)s till %(day)s") % {"often": often, "day": date_format(pattern.last_day, "j F")}


@register.filter
def nearday(moment: datetime | date, today: date) -> str:
    """I dag, tisdag 12 maj; later on Tisdag 26 maj"""
    that_day = local_day(moment) if isinstance(moment, datetime) else moment
    near = {today: _("I dag"), today + timedelta(days=1): _("I morgon")}
    return f"{near[that_day]}, {day(that_day)}" if that_day in near else capfirst(day(that_day))


@register.filter
def by(moment: datetime, today: date) -> str:
    """06.15 of today; later on i morgon 06.15, torsdag 14 maj 06.15"""
    near = {today: "", today + timedelta(days=1): _("i morgon")}
    return f"{near.get(local_day(moment), day(moment))} {clock(moment)}".strip()


@register.filter
def expected(moment: datetime) -> str:
    """Väntas 07.20"""
    return _("Väntas %(clock)s") % {"clock": clock(moment)}


@register.filter
def is_empty(week: Week) -> str:
    """Vecka 22 är tom"""
    return _("Vecka %(number)s är tom") % {"number": week.number}


@register.filter
def shortday(moment: datetime | date) -> str:
    """tis, as beside a number"""
    return dayname(moment)


@register.filter
def on_a_map(workplace: Workplace) -> str:
    """The page of a map that shows where it lies, by its position if that is known; followed only by who asks for it"""
    known = workplace.latitude is not None and workplace.longitude is not None
    place = f"{workplace.latitude}, {workplace.longitude}" if known else workplace.address
    return settings.MAP_LINK.replace("{address}", quote_plus(place))


@register.filter
def minutes(rest: int) -> str:
    """30 minuter, or Ingen rast"""
    return ngettext("%(minutes)s minut", "%(minutes)s minuter", rest) % {"minutes": rest} if rest else _("Ingen rast")


@register.filter
def last_day(ends: datetime) -> date:
    """The last day on which something that ends then still holds"""
    return local_day(ends - timedelta(microseconds=1))
