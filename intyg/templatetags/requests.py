"""How a request's status, and the hours behind it, look."""

from datetime import timedelta
from decimal import Decimal

from django import template
from django.conf import settings
from django.forms import BoundField
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from intyg.models import CertificateRequest
from intyg.worked import Shift
from portal.templatetags.phones import tel
from portal.templatetags.ui import badge

register = template.Library()

Status = CertificateRequest.Status
LOOKS = {
    Status.REQUESTED: ("fraga", _("Vi har fått den"), "clock"),
    Status.ASSIGNED: ("fraga", _("Vi jobbar med det"), "clock"),
    Status.QUESTION: ("ljung", _("Väntar på ditt svar"), "help"),
    Status.ISSUED: ("bokad", _("Klart"), "check"),
    Status.FETCHED: ("bokad", _("Hämtat"), "download"),
    Status.REFUSED: ("lingon", _("Blev inte av"), "x"),
    Status.WITHDRAWN: ("grus", _("Återtaget"), "x"),
}
REPLACED = ("grus", _("Ersatt av ett nytt"), "history")


@register.simple_tag
def request_badge(asked: CertificateRequest) -> SafeString:
    """The status as the one who ordered it knows it."""
    replaced = getattr(asked, "replaced", False)
    kind, text, icon_name = REPLACED if replaced else LOOKS[Status(asked.status)]
    shown: SafeString = badge(kind, str(text), icon_name)
    return shown


@register.simple_tag
def cell(bound: BoundField) -> SafeString:
    """A field's control in a table, where row and column say what it is."""
    return bound.as_widget(attrs={"class": "input input--sm", "size": "7", "inputmode": "decimal"})


@register.simple_tag
def payroll_phone() -> SafeString:
    """The way to ask the payroll office."""
    number = settings.PAYROLL_PHONE
    return format_html('<a href="{}">{} {}</a>', tel(number), _("Lönecentrum"), number)


@register.simple_tag
def shown_hours(shift: Shift, within: timedelta) -> str:
    """7 h (sommartid): the hours that count here, and what the clock did."""
    shown = within_hours(within)
    return f"{shown} ({shift.clock_change})" if shift.clock_change else shown


def within_hours(length: timedelta) -> str:
    """7,5 h"""
    number = number_format((Decimal(length // timedelta(minutes=1)) / 60).quantize(Decimal("0.01")).normalize())
    return f"{number} h"
