"""Time as the portal says it: 07.00–15.30, onsdag 13 maj, 7,5 tim."""

from datetime import date, datetime, time, timedelta

from django import template
from django.conf import settings
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

register = template.Library()

Moment = date | datetime


def wall_clock(value: datetime) -> datetime:
    return localtime(value) if is_aware(value) else value


def in_sweden(value: Moment) -> Moment:
    return wall_clock(value) if isinstance(value, datetime) else value


@register.filter
def clock(value: datetime | time | None) -> str:
    """07.00, or as the language writes it: 07:00"""
    if value is None:
        return ""
    # Translators: how a clock is written; %H and %M are hours and minutes.
    return (wall_clock(value) if isinstance(value, datetime) else value).strftime(_("%H.%M"))


@register.filter
def day(value: Moment | None) -> str:
    """onsdag 13 maj"""
    return date_format(in_sweden(value), "l j F") if value else ""


@register.filter
def dayname(value: Moment) -> str:
    """tis"""
    return in_line(date_format(in_sweden(value), "D"))


@register.filter
def monthname(value: Moment) -> str:
    """maj"""
    return in_line(date_format(in_sweden(value), "M"))


def in_line(name: str) -> str:
    """A day or a month as the language writes it in the middle of a sentence: Swedish in small letters."""
    return name.lower() if get_language() == settings.LANGUAGE_CODE else name


@register.filter
def longday(value: Moment | None) -> str:
    """onsdag 13 maj 2026"""
    return date_format(in_sweden(value), "l j F Y") if value else ""


@register.filter
def hours(value: timedelta | float | None) -> str:
    """7,5 tim"""
    return "" if value is None else _("%(hours)s tim") % {"hours": digits(value)}


def digits(value: timedelta | float) -> str:
    """7,5: the hours alone"""
    amount = value / timedelta(hours=1) if isinstance(value, timedelta) else float(value)
    return f"{amount:.2f}".rstrip("0").rstrip(".").replace(".", _(","))


@register.filter
def hours_and_minutes(minutes: int) -> str:
    """7 tim 30 min, −45 min, 0 min"""
    hours, rest = divmod(abs(minutes), 60)
    facts = {"hours": hours, "minutes": rest}
    parts = ([_("%(hours)d tim")] if hours else []) + ([_("%(minutes)d min")] if rest or not hours else [])
    words = " ".join(parts)
    return f"−{words % facts}" if minutes < 0 else words % facts


@register.filter
def with_sign(minutes: int) -> str:
    """+7 tim 30 min, −45 min"""
    return f"+{hours_and_minutes(minutes)}" if minutes > 0 else hours_and_minutes(minutes)


@register.simple_tag
def timespan(starts: datetime, ends: datetime) -> SafeString:
    """07.00–15.30, with both moments readable by machines."""
    return format_html("{}–{}", clock_element(starts), clock_element(ends))


def clock_element(value: datetime) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', wall_clock(value).isoformat(timespec="minutes"), clock(value))
