"""That a substitute would like an advertised shift."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from booking.models.order import Order
from people.models import Substitute
from people.models.identified import Identified


class InterestQuerySet(models.QuerySet["Interest"]):
    """Questions to the interests."""

    def live(self) -> Self:
        """Registered, and not yet decided."""
        return self.filter(status=Interest.Status.REGISTERED)

    def with_places(self) -> Self:
        """With what every list shows of them, in one query, the soonest shift first."""
        return self.select_related("order__workplace__area", "order__occupation", "substitute__user").order_by(
            "order__starts", "pk"
        )


class Interest(Identified):
    """One row per order, substitute and round."""

    class Status(models.TextChoices):
        REGISTERED = "registered", _("intresse skickat")
        WITHDRAWN = "withdrawn", _("återtaget")
        SELECTED = "selected", _("du fick passet")
        NOT_SELECTED = "not_selected", _("någon annan fick passet")
        LAPSED = "lapsed", _("passet togs bort")

    order = models.ForeignKey(Order, models.PROTECT, related_name="interests", verbose_name=_("beställning"))
    substitute = models.ForeignKey(Substitute, models.PROTECT, related_name="interests", verbose_name=_("vikarie"))
    round = models.PositiveSmallIntegerField(_("omgång"))
    status = models.CharField(_("status"), max_length=15, choices=Status, default=Status.REGISTERED)
    registered_at = models.DateTimeField(_("anmält"))
    changed_at = models.DateTimeField(_("ändrat"))

    objects = InterestQuerySet.as_manager()

    class Meta:
        verbose_name = _("intresseanmälan")
        verbose_name_plural = _("intresseanmälningar")
        constraints = [
            models.UniqueConstraint(
                name="one_interest_per_order_substitute_and_round", fields=["order", "substitute", "round"]
            )
        ]
        indexes = [models.Index(fields=["substitute", "status"], name="interest_of_substitute")]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.order}"
