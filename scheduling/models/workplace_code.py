"""What the scheduling system calls a workplace."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from people.models import Workplace
from people.models.identified import Identified


class WorkplaceCode(Identified):
    """One code for a workplace, as the schedule's files and messages have it."""

    workplace = models.OneToOneField(
        Workplace, models.CASCADE, related_name="schedule_code", verbose_name=_("arbetsplats")
    )
    code = models.CharField(_("kod i schemasystemet"), max_length=40)

    class Meta:
        verbose_name = _("arbetsplatskod")
        verbose_name_plural = _("arbetsplatskoder")
        constraints = [
            models.UniqueConstraint(Lower("code"), name="one_workplace_per_schedule_code"),
            models.CheckConstraint(name="a_schedule_code_is_something", condition=~Q(code="")),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.workplace}"
