"""How a shift's time and place are said to the one who is to work it."""

from datetime import date, datetime, timedelta
from urllib.parse import urlencode

import phonenumbers
from django import template
from django.template.defaultfilters import capfirst
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from booking.period import Period, whole_day
from booking.weeks import Week, local_day
from portal.templatetags.times import clock, day

register = template.Library()

MAP = "https://www.openstreetmap.org/search"


@register.filter
def exact(period: Period) -> str:
    """07.00–15.30, or Hela dygnet"""
    if whole_day(local_day(period.starts)) == period:
        return _("Hela dygnet")
    return f"{clock(period.starts)}–{clock(period.ends).replace('00.00', '24.00')}"


@register.filter
def brief(period: Period) -> str:
    """07–15.30: where there is little room"""
    return exact(period).replace(".00", "") if whole_day(local_day(period.starts)) != period else "00–24"


@register.filter
def nearday(moment: datetime | date, today: date) -> str:
    """I dag, tisdag 12 maj; later on Tisdag 26 maj"""
    that_day = local_day(moment) if isinstance(moment, datetime) else moment
    near = {today: _("I dag"), today + timedelta(days=1): _("I morgon")}
    return f"{near[that_day]}, {day(that_day)}" if that_day in near else capfirst(day(that_day))


@register.filter
def by(moment: datetime, today: date) -> str:
    """06.15 of today; of another day, onsdag 13 maj 06.15"""
    return clock(moment) if local_day(moment) == today else f"{day(moment)} {clock(moment)}"


@register.filter
def is_empty(week: Week) -> str:
    """Vecka 22 är tom"""
    return _("Vecka %(number)s är tom") % {"number": week.number}


@register.filter
def shortday(moment: datetime | date) -> str:
    """tis, as beside a number"""
    return date_format(localtime(moment) if isinstance(moment, datetime) else moment, "D").lower()


@register.filter
def national(number: str) -> str:
    """070-174 06 05 from +46701740605; what is no number is left as it is"""
    try:
        parsed = phonenumbers.parse(number, "SE")
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


@register.filter
def on_a_map(address: str) -> str:
    """The address where a map shows the place; followed only by the one who asks for it"""
    return f"{MAP}?{urlencode({'query': address})}"


@register.filter
def minutes(rest: int) -> str:
    """30 minuter, or Ingen rast"""
    return _("%(minutes)s minuter") % {"minutes": rest} if rest else _("Ingen rast")


@register.filter
def last_day(ends: datetime) -> date:
    """The last day on which something that ends then still holds"""
    return local_day(ends - timedelta(microseconds=1))
