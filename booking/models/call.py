"""A call to a substitute about an order, and what came of it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from booking.models.order import Order
from people.models import Substitute
from people.models.identified import Identified


class Call(Identified):
    """One call on the phone list; a person may be called more than once."""

    class Outcome(models.TextChoices):
        YES = "yes", _("svarade ja")
        NO = "no", _("svarade nej")
        NO_ANSWER = "no_answer", _("svarade inte")
        CALL_BACK = "call_back", _("återkommer")

    order = models.ForeignKey(Order, models.CASCADE, related_name="calls", verbose_name=_("beställning"))
    substitute = models.ForeignKey(Substitute, models.CASCADE, related_name="calls", verbose_name=_("vikarie"))
    round = models.PositiveSmallIntegerField(_("omgång"))
    outcome = models.CharField(_("utfall"), max_length=10, choices=Outcome)
    note = models.CharField(_("anteckning"), max_length=200, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ringd av"))
    made_at = models.DateTimeField(_("ringd"))

    class Meta:
        verbose_name = _("samtal")
        verbose_name_plural = _("samtal")
        indexes = [models.Index(fields=["order", "round"], name="call_of_order")]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.get_outcome_display()}"
