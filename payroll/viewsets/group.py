"""Lön: the officers' part of the menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from payroll.viewsets.facts import FactsViewSet
from payroll.viewsets.runs import PayRunViewSet


class PayrollGroup(ViewSetGroup):
    """What goes to payroll, and what comes back."""

    menu_label = _("Lön")
    menu_name = "payroll"
    menu_icon = "table"
    menu_order = 310
    items = (PayRunViewSet, FactsViewSet)
