"""What only the payroll office knows: the words to choose from, and the names that each is kept under."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rules(models.TextChoices):
    """Which rules of the unemployment insurance the certificate is for."""

    NEW = "new", _("de nya reglerna, från 1 oktober 2025")
    OLD = "old", _("de äldre reglerna")


class WhyEnded(models.TextChoices):
    """Why the employment ended, if it did."""

    GOES_ON = "pagar", _("Anställningen pågår: kallas vid behov")
    TIME_WAS_UP = "tiden_slut", _("Tidsbegränsad anställning som har tagit slut")
    NO_WORK = "arbetsbrist", _("Uppsagd på grund av arbetsbrist")
    OWN_WISH = "egen", _("Egen uppsägning")
    OTHER = "annan", _("Annan orsak")


class Continued(models.TextChoices):
    """Whether she was offered to go on."""

    YES = "ja", _("Ja")
    DECLINED = "nekade", _("Ja, men tackade nej")
    NO = "nej", _("Nej")


ENTERED = ("continued_extent", "leave", "severance")
ENTERED_BY_OLD_RULES = (
    "hourly_pay",
    "absence_hours",
    "additional_hours",
    "overtime_hours",
    "additions",
    "holiday_pay",
)


def gross_name(month: date) -> str:
    """The name that the gross pay of a month is kept under."""
    return f"gross_{month:%Y_%m}"
