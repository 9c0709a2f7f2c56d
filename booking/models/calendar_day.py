"""Days on which the municipality's calendar says otherwise than the law's."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class CalendarDay(Identified):
    """What a day is here, whatever the country's calendar makes of it."""

    class Kind(models.TextChoices):
        RED = "red", _("röd dag")
        MAJOR = "major", _("storhelg")
        EVE = "eve", _("dag före röd dag")
        ORDINARY = "ordinary", _("vanlig dag")

    day = models.DateField(_("dag"), unique=True)
    name = models.CharField(_("namn"), max_length=60)
    kind = models.CharField(_("slag"), max_length=10, choices=Kind)

    class Meta:
        verbose_name = _("dag i kalendern")
        verbose_name_plural = _("dagar i kalendern")

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.name}"
