"""How a certificate writes the plain values of its content."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils.formats import date_format, number_format

register = template.Library()


@register.filter
def isoday(value: str) -> str:
    """1 maj 2025, from 2025-05-01"""
    return date_format(date.fromisoformat(value), "j F Y") if value else ""


@register.filter
def isomonth(value: str) -> str:
    """maj 2025, from 2025-05"""
    return date_format(date.fromisoformat(f"{value}-01"), "F Y")


@register.filter
def inhours(minutes: int) -> str:
    """152,33 from 9140 minutes: hours with two decimals, rounded once."""
    hours = (Decimal(minutes) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return number_format(hours, 2, force_grouping=True)


@register.filter
def kronor(amount: str) -> str:
    """12 345,50 kr"""
    return f"{number_format(Decimal(amount), 2, force_grouping=True)} kr"


@register.filter
def decimals(amount: str) -> str:
    """12 345,50: hours or kronor, where the heading says which"""
    return number_format(Decimal(amount), 2, force_grouping=True)
