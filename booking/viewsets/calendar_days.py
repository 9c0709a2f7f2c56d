"""The calendar in the admin, beside the system owner's other tables."""

from collections.abc import Callable
from typing import ClassVar

from django.db.models import Model
from django.forms import ModelForm, modelform_factory
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from booking.models import CalendarDay
from booking.views.desk import calendar_days
from people.viewsets.organisation import ORGANISATION, Kept


class CalendarDayViewSet(Kept):
    """Days that the municipality says something of its own of."""

    model = CalendarDay
    url_prefix = "kalender"
    icon = "calendar-alt"
    menu_label = _("Kalender")
    form_fields: ClassVar = ["day", "kind", "name"]
    add_view_class = calendar_days.AddDay
    menu_hook = ORGANISATION
    index_view: Callable[..., HttpResponse] = staticmethod(calendar_days.index)

    def get_form_class(self, for_update: bool = False) -> "type[ModelForm[Model]]":  # noqa: FBT001, FBT002 (Wagtail's)
        return modelform_factory(CalendarDay, form=calendar_days.CalendarDayForm, fields=self.form_fields)
