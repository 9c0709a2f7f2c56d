"""What stands in a time bank, in plain words."""

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from booking.models import TimeBankEntry

register = template.Library()


@register.filter
def happened(entry: TimeBankEntry) -> str:
    """Pass på resurstid; Attesten tillbakatagen; Uttag som ledig tid"""
    if entry.kind != TimeBankEntry.Kind.RESOURCE:
        return capfirst(str(entry.get_kind_display()))
    return _("Attesten tillbakatagen") if entry.reverses_id else _("Pass på resurstid")
