"""What the history says of forecasts and of questions for time."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

NAMES: Mapping[str, Promise] = {
    "forecast.count": gettext_lazy("Prognosen räknad"),
    "area.ask_for_time": gettext_lazy("Vikarier tillfrågade om tid"),
}
