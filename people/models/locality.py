"""Where people live, as near as the portal wants to know."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified


class Locality(Identified):
    """A village or a part of town, with its middle: what a distance to work is counted from. Nobody's address."""

    name = models.CharField(_("namn"), max_length=80, unique=True)
    latitude = models.DecimalField(_("latitud"), max_digits=8, decimal_places=5, help_text=_("Grader, WGS 84."))
    longitude = models.DecimalField(_("longitud"), max_digits=8, decimal_places=5, help_text=_("Grader, WGS 84."))

    class Meta:
        verbose_name = _("ort")
        verbose_name_plural = _("orter")
        constraints = [
            models.CheckConstraint(
                name="a_locality_is_on_the_globe",
                condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
            )
        ]

    def __str__(self) -> str:
        return self.name
