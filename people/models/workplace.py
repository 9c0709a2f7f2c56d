"""Where the work is: areas and their workplaces."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class RecordsCheckKind(models.TextChoices):
    """What extract from the police records a workplace must have seen, by the law that demands it."""

    SCHOOL = "school", _("skola och förskola")
    LSS_CHILDREN = "lss_children", _("LSS, barn")
    HOME_CARE = "home_care", _("vård i hemmet")


class Area(Identified):
    """A part of the municipality that is planned together: home care, preschool, LSS …"""

    name = models.CharField(_("namn"), max_length=80, unique=True)

    class Meta:
        verbose_name = _("område")
        verbose_name_plural = _("områden")

    def __str__(self) -> str:
        return self.name


class Workplace(Identified):
    """A place that orders substitutes."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="workplaces", verbose_name=_("område"))
    name = models.CharField(_("namn"), max_length=80)
    address = models.CharField(_("adress"), max_length=160)
    phone = models.CharField(_("telefon"), max_length=16, blank=True)
    directions = models.TextField(_("hitta hit"), blank=True)
    latitude = models.DecimalField(
        _("latitud"), max_digits=8, decimal_places=5, null=True, blank=True, help_text=_("Grader, WGS 84.")
    )
    longitude = models.DecimalField(
        _("longitud"), max_digits=8, decimal_places=5, null=True, blank=True, help_text=_("Grader, WGS 84.")
    )
    clothes = models.CharField(_("klädsel"), max_length=200, blank=True)
    way_in = models.TextField(
        _("kod och nycklar"),
        max_length=500,
        blank=True,
        help_text=_("Visas bara för den som är bokad, från 24 timmar före passet."),
    )
    needs_introduction = models.BooleanField(
        _("kräver introduktion"), default=False, help_text=_("Bara den som är introducerad här kan bokas.")
    )
    records_check = models.CharField(_("kräver registerkontroll"), max_length=20, choices=RecordsCheckKind, blank=True)

    class Meta:
        verbose_name = _("arbetsplats")
        verbose_name_plural = _("arbetsplatser")
        constraints = [
            models.UniqueConstraint(name="one_workplace_per_name_in_an_area", fields=["area", "name"]),
            models.CheckConstraint(
                name="a_workplace_has_a_position_or_none",
                condition=Q(latitude=None, longitude=None) | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
            ),
        ]

    def __str__(self) -> str:
        return self.name
