"""The days of a proposal in words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from booking.weeks import Week


def words(first: date, last: date) -> str:
    """vecka 20, 11–17 maj; vecka 20–21, 11–24 maj; of other days than whole weeks, 12–14 maj."""
    begins, ends = Week.of(first), Week.of(last)
    if first != begins.monday or last != ends.sunday:
        return _span(first, last)
    numbers = str(begins.number) if begins == ends else f"{begins.number}–{ends.number}"
    return _("vecka %(numbers)s, %(days)s") % {"numbers": numbers, "days": _span(first, last)}


def _span(first: date, last: date) -> str:
    if first == last:
        return date_format(first, "j F")
    is_one_month = (first.year, first.month) == (last.year, last.month)
    return f"{date_format(first, 'j' if is_one_month else 'j F')}–{date_format(last, 'j F')}"
