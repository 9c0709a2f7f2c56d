"""A workplace's usual shift, so that ordering it takes a tap and a day."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import Competence, Occupation, Workplace
from people.models.identified import Identified


class OrderTemplate(Identified):
    """What is the same each time that the shift is ordered. It ends the next time that the clock shows `ends`."""

    workplace = models.ForeignKey(
        Workplace, models.CASCADE, related_name="order_templates", verbose_name=_("arbetsplats")
    )
    name = models.CharField(_("namn"), max_length=60)
    occupation = models.ForeignKey(Occupation, models.PROTECT, related_name="+", verbose_name=_("yrke"))
    competences = models.ManyToManyField(Competence, blank=True, related_name="+", verbose_name=_("krav på kompetens"))
    starts = models.TimeField(_("börjar"), help_text="On the clock of the workplace.")
    ends = models.TimeField(_("slutar"))
    break_minutes = models.PositiveSmallIntegerField(_("rast, minuter"), default=0, validators=[MaxValueValidator(180)])
    text = models.TextField(_("meddelande till vikarien"), max_length=500, blank=True)
    contact = models.CharField(_("kontakt på plats"), max_length=80, blank=True)
    allow_direct = models.BooleanField(_("portalen får tillsätta"), default=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("gjord av"))
    made_at = models.DateTimeField(_("gjord"))

    class Meta:
        verbose_name = _("vanligt pass")
        verbose_name_plural = _("vanliga pass")
        constraints = [
            models.UniqueConstraint(name="one_order_template_per_name_at_a_workplace", fields=["workplace", "name"])
        ]

    def __str__(self) -> str:
        return self.name
