"""What only the payroll office knows: the words to choose from, and the names that each is kept under."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rules(models.TextChoices):
    """Which rules of the unemployment insurance the certificate is for."""

    NEW = "new", _("de nya reglerna, från 1 oktober 2025")
    OLD = "old", _("de äldre reglerna")
    BOTH = "both", _("både de nya och de äldre reglerna")


BY_OLD_RULES = (Rules.OLD, Rules.BOTH)
"""Those that take the hours and the pay of each month; in the transition an a-kassa may ask for both."""


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
ENTERED_BY_OLD_RULES = ("hourly_pay", "holiday_pay")
HOURS_OF_A_MONTH = ("absence", "additional", "overtime")
MONEY_OF_A_MONTH = ("gross", "additions", "sick_pay")
OF_A_MONTH = (*HOURS_OF_A_MONTH, *MONEY_OF_A_MONTH)
"""What the older rules ask of each month besides the hours worked, which the bookings tell."""


def of_month(what: str, month: date) -> str:
    """The name that something of a month is kept under: `overtime_2026_03`."""
    return f"{what}_{month:%Y_%m}"


def gross_name(month: date) -> str:
    """The name that the gross pay of a month is kept under."""
    return of_month("gross", month)
