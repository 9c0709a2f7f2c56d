"""What an hour is called in payroll."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from payroll.paxml_codes import CODES
from people.models import Workplace
from people.models.agreement import PayForm
from people.models.identified import Identified


def is_a_time_code(code: str) -> None:
    """Refuse what PAXml does not have."""
    if code not in CODES:
        raise ValidationError(_("%(code)s finns inte bland tidkoderna i PAXml.") % {"code": code})


class WageCode(Identified):
    """What hours of one class, paid in one way, are called: in PAXml, and in a file with wage types."""

    class What(models.TextChoices):
        ORDINARY = "ordinary", gettext_lazy("ordinarie tid")
        ADDITIONAL = "additional", gettext_lazy("mertid")
        OVERTIME = "overtime", gettext_lazy("övertid")
        EVENING = "evening", gettext_lazy("OB kväll")
        NIGHT = "night", gettext_lazy("OB natt")
        WEEKEND = "weekend", gettext_lazy("OB helg")
        MAJOR = "major", gettext_lazy("OB storhelg")

    what = models.CharField(gettext_lazy("timmarna är"), max_length=10, choices=What)
    pay_form = models.CharField(gettext_lazy("löneform"), max_length=10, choices=PayForm)
    code = models.CharField(gettext_lazy("tidkod i PAXml"), max_length=10, validators=[is_a_time_code])
    wage_type = models.CharField(
        gettext_lazy("löneart"), max_length=20, blank=True, help_text=gettext_lazy("I filer med löneart.")
    )
    name = models.CharField(gettext_lazy("namn"), max_length=40)
    with_overtime = models.BooleanField(
        gettext_lazy("även på övertid"),
        default=False,
        help_text=gettext_lazy("Gäller OB. Enligt AB ges ingen OB för tid som betalas som övertid."),
    )

    class Meta:
        verbose_name = gettext_lazy("löneart")
        verbose_name_plural = gettext_lazy("lönearter")
        constraints = [models.UniqueConstraint(name="one_wage_code_per_class", fields=["what", "pay_form"])]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class AccountString(Identified):
    """What a workplace's hours are booked on: responsibility, activity, project, as the accounts write it."""

    workplace = models.OneToOneField(
        Workplace, models.CASCADE, related_name="account_string", verbose_name=gettext_lazy("arbetsplats")
    )
    text = models.CharField(gettext_lazy("kontering"), max_length=60)

    class Meta:
        verbose_name = gettext_lazy("kontering")
        verbose_name_plural = gettext_lazy("konteringar")

    def __str__(self) -> str:
        return f"{self.workplace}: {self.text}"
