"""Numbers as they stand in a sentence: a whole word for each, never an abbreviation."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.templatetags.times import digits

A_MINUTE, AN_HOUR, A_DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
TWO_DAYS = 2 * A_DAY


def in_words(time: timedelta) -> str:
    """How long there is to something: 45 minuter, 1,5 timmar, 2 timmar och 20 minuter; from two days on 2 dygn"""
    if time >= TWO_DAYS:
        return _joined(_days(time // A_DAY), time % A_DAY)
    if time < AN_HOUR:
        return _minutes(time // A_MINUTE)
    whole, rest = divmod(time, AN_HOUR)
    return hours_of(time) if rest == AN_HOUR / 2 else _joined(_hours(whole), rest)


def hours_of(time: timedelta) -> str:
    """How much work or rest: 1 timme, 7,5 timmar, 165 timmar"""
    whole, rest = divmod(time, AN_HOUR)
    return _("%(n)s timmar") % {"n": digits(time)} if rest else _hours(whole)


def _joined(whole: str, rest: timedelta) -> str:
    return _("%(whole)s och %(rest)s") % {"whole": whole, "rest": in_words(rest)} if rest else whole


def _days(days: int) -> str:
    return ngettext("%(n)d dygn", "%(n)d dygn", days) % {"n": days}


def _hours(hours: int) -> str:
    return ngettext("%(n)d timme", "%(n)d timmar", hours) % {"n": hours}


def _minutes(minutes: int) -> str:
    return ngettext("%(n)d minut", "%(n)d minuter", minutes) % {"n": minutes}
