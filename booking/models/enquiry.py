"""A question to one substitute: can you take this shift, Ja or Nej?"""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from booking.models.asking import Asking
from booking.models.order import Order
from people.models import Substitute
from people.models.identified import Identified


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    """Questions to the enquiries."""

    def winnable(self, *, now: datetime) -> Self:
        """Those that a yes may still win, a no changed to yes among them: in time, in this round, of an open order."""
        return self.filter(
            status__in=[*Enquiry.ASKED, Enquiry.Status.NO],
            answer_by__gt=now,
            round=F("order__round"),
            order__status=Order.Status.OPEN,
        )

    def to_think_again(self, *, now: datetime) -> Self:
        """Those that somebody said no to, and that she could still take: nobody has, and nobody has stopped it."""
        halted = Q(order__stopped_at__isnull=False) | Q(order__returned_at__isnull=False)
        return self.winnable(now=now).filter(status=Enquiry.Status.NO).exclude(halted)

    def unanswered(self, *, now: datetime) -> Self:
        """Those that wait for an answer."""
        return self.filter(status__in=Enquiry.ASKED, answer_by__gt=now)

    def overdue(self, *, now: datetime) -> Self:
        """Those whose time to answer has run out."""
        return self.filter(status__in=Enquiry.ASKED, answer_by__lte=now)

    def put(self) -> Self:
        """Those that have been put to somebody: whoever waits for her turn knows of nothing."""
        return self.filter(wave__gte=1)

    def waiting(self) -> Self:
        """Those of which something is still to come: a turn, an answer, a decision."""
        return self.filter(status__in=Enquiry.WAITING)

    def with_places(self) -> Self:
        """With what every list shows of them, in one query, the most urgent first."""
        return self.select_related("order__workplace__area", "order__occupation", "substitute__user").order_by(
            "answer_by", "pk"
        )


class Enquiry(Identified):
    """One per order, substitute and round; the first yes books."""

    class Status(models.TextChoices):
        QUEUED = "queued", _("står på tur")
        SENT = "sent", _("väntar på svar")
        WAITING_YES = "waiting_yes", _("svarade ja, väntar på besked")
        WON = "won", _("fick passet")
        LOST = "lost", _("någon annan hann före")
        NO = "no", _("svarade nej")
        EXPIRED = "expired", _("svarstiden slut")
        SUPERSEDED = "superseded", _("fick ett annat pass samtidigt")
        WITHDRAWN = "withdrawn", _("återtagen")
        UNDELIVERABLE = "undeliverable", _("inget sms")
        INELIGIBLE = "ineligible", _("kan inte längre ta passet")

    ASKED = (Status.SENT, Status.UNDELIVERABLE)
    WAITING = (Status.QUEUED, *ASKED, Status.WAITING_YES)

    order = models.ForeignKey(Order, models.PROTECT, related_name="enquiries", verbose_name=_("beställning"))
    substitute = models.ForeignKey(Substitute, models.PROTECT, related_name="enquiries", verbose_name=_("vikarie"))
    round = models.PositiveSmallIntegerField(_("omgång"))
    code = models.PositiveIntegerField(_("kod"), help_text="What picks it in an SMS answer: JA 7.")
    status = models.CharField(_("status"), max_length=15, choices=Status, default=Status.SENT)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("frågad av")
    )
    asked_at = models.DateTimeField(_("frågad"))
    answer_by = models.DateTimeField(_("svara senast"))
    asking = models.ForeignKey(
        Asking, models.SET_NULL, null=True, blank=True, related_name="enquiries", verbose_name=_("frågeomgång")
    )
    wave = models.PositiveSmallIntegerField(_("utskick"), default=1, help_text="0 as long as her turn has not come.")
    rank = models.PositiveSmallIntegerField(_("plats"), default=0, help_text="Where she stood when she was asked.")
    terms_version = models.PositiveSmallIntegerField(default=1, help_text="What of the order she was asked about.")
    answered_at = models.DateTimeField(_("svarade"), null=True, blank=True)

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("förfrågan")
        verbose_name_plural = _("förfrågningar")
        constraints = [
            models.UniqueConstraint(
                name="one_enquiry_per_order_substitute_and_round", fields=["order", "substitute", "round"]
            ),
            models.UniqueConstraint(name="one_code_per_enquiry_of_a_substitute", fields=["substitute", "code"]),
        ]
        indexes = [models.Index(fields=["status", "answer_by"], name="enquiry_waiting")]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.order}"
