"""A file to the schedule with booked shifts: numbered, and the same each time it is fetched."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import Area
from people.models.identified import Identified
from scheduling.models.delivery import Delivery


class BookedFile(Identified):
    """What was last said of each shift of the area (of all, if there is none) since a moment, as it was then."""

    class Form(models.TextChoices):
        CSV = "csv", _("CSV")
        CALENDAR = "ics", _("iCalendar")

    number = models.PositiveIntegerField(_("nummer"), unique=True)
    form = models.CharField(_("filens slag"), max_length=3, choices=Form, default=Form.CSV)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("område"))
    since = models.DateTimeField(_("ändrat sedan"))
    made_at = models.DateTimeField(_("gjord"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("gjord av")
    )
    deliveries = models.ManyToManyField(Delivery, related_name="+")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file, as it was first made.")

    class Meta:
        verbose_name = _("fil till schemat")
        verbose_name_plural = _("filer till schemat")

    def __str__(self) -> str:
        return f"schema-{self.number}.{self.form}"
