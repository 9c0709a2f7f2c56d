"""Sums, and what a month had besides the pay, in words."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format
from django.utils.text import capfirst

from payroll.models import MonthlyPay

register = template.Library()

BESIDES = (
    "overtime_pay", "additional_pay", "ob_pay", "on_call_pay", "sick_pay",
    "overtime_hours", "additional_hours", "absence_hours",
)  # fmt: skip


@register.filter
def amount(value: Decimal | None) -> str:
    """12 345,50; – if payroll has not said."""
    return "–" if value is None else number_format(value, 2, force_grouping=True)


@register.filter
def additions(row: MonthlyPay) -> str:
    """Ob-tillägg 1 240,00, sjuklön 880,00"""
    told = [
        f"{row._meta.get_field(name).verbose_name} {amount(value)}"  # type: ignore[union-attr]
        for name in BESIDES
        if (value := getattr(row, name))
    ]
    return str(capfirst(", ".join(told))) or "–"
