"""The filters above what was done to a row: Wagtail's, with the browser's own calendar, so that no script is needed."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.views.generic.history import HistoryFilterSet

FROM, TO = gettext_lazy("Från och med"), gettext_lazy("Till och med")


class Days(DateRangePickerWidget):
    """From one day to another."""

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        days = (forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "aria-label": name}) for name in (FROM, TO))
        super(DateRangePickerWidget, self).__init__(tuple(days), attrs)


class DeedFilters(HistoryFilterSet):
    """By what was done, by whom and when."""

    timestamp = django_filters.DateFromToRangeFilter(label=gettext_lazy("Dag"), widget=Days)
