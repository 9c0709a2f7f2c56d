"""A substitute who wants to work at one more workplace."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from booking.models.booking import Booking
from booking.models.order import Order
from people.models import Substitute, Workplace
from people.models.identified import Identified


class WorkplaceRequestQuerySet(models.QuerySet["WorkplaceRequest"]):
    """Questions to the requests."""

    def live(self) -> Self:
        """Those of which something is still to come."""
        return self.filter(status__in=WorkplaceRequest.LIVE)

    def waiting(self) -> Self:
        """Those that a planner has yet to answer."""
        return self.filter(status=WorkplaceRequest.Status.ASKED)

    def decided_since(self, moment: datetime) -> Self:
        """Those of which nothing more is to come, answered after the moment, the latest first."""
        over = self.filter(decided_at__gte=moment).exclude(status__in=WorkplaceRequest.LIVE)
        return over.order_by("-decided_at", "pk")

    def of_interest_to_her(self, *, since: datetime) -> Self:
        """Those of which something is still to come, and those that were answered after the moment."""
        answered = Q(status__in=WorkplaceRequest.ANSWERED, decided_at__gt=since)
        return self.filter(Q(status__in=WorkplaceRequest.LIVE) | answered)

    def to_settle(self, *, now: datetime) -> Self:
        """Those whose introduction has been given, has fallen through, or stands again after all."""
        status, hers = WorkplaceRequest.Status, Q(order=OuterRef("introduction"), substitute=OuterRef("substitute"))
        booked = Booking.objects.occupying().filter(hers)
        whole = booked.whole()
        fallen = Q(~Exists(whole), status=status.INTRODUCTION) | Q(Exists(booked.missed()), status=status.ACTIVE)
        given = Q(Exists(whole.filter(ends__lte=now)), status=status.INTRODUCTION)
        return self.filter(fallen | given | Q(Exists(whole), status=status.ASKED))

    def for_a_list(self) -> Self:
        """With what every list shows of them, those that have waited longest first."""
        rows = self.select_related("workplace__area", "substitute__user", "introduction__reason", "decided_by")
        return rows.order_by("asked_at", "pk")


class WorkplaceRequest(Identified):
    """asked → introduction (a shift is booked for it) → active; or declined, or withdrawn."""

    class Status(models.TextChoices):
        ASKED = "asked", _("väntar på svar")
        INTRODUCTION = "introduction", _("introduktion bokad")
        ACTIVE = "active", _("klar")
        DECLINED = "declined", _("nej")
        WITHDRAWN = "withdrawn", _("återtagen")

    LIVE = (Status.ASKED, Status.INTRODUCTION)
    ANSWERED = (Status.ACTIVE, Status.DECLINED)

    substitute = models.ForeignKey(
        Substitute, models.CASCADE, related_name="workplace_requests", verbose_name=_("vikarie")
    )
    workplace = models.ForeignKey(Workplace, models.CASCADE, related_name="+", verbose_name=_("arbetsplats"))
    text = models.CharField(_("meddelande"), max_length=300, blank=True)
    status = models.CharField(_("status"), max_length=15, choices=Status, default=Status.ASKED)
    introduction = models.ForeignKey(
        Order, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("introduktionspass")
    )
    asked_at = models.DateTimeField(_("kom"))
    decided_at = models.DateTimeField(_("besked"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("besked av")
    )
    reason = models.CharField(_("skäl"), max_length=200, blank=True)

    objects = WorkplaceRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("önskemål om arbetsplats")
        verbose_name_plural = _("önskemål om arbetsplatser")
        constraints = [
            models.UniqueConstraint(
                name="one_live_request_per_workplace",
                fields=["substitute", "workplace"],
                condition=Q(status__in=("asked", "introduction")),
            ),
            models.CheckConstraint(name="a_declined_request_says_why", condition=~Q(status="declined") | ~Q(reason="")),
        ]
        indexes = [models.Index(fields=["workplace", "status"], name="request_of_workplace")]

    def __str__(self) -> str:
        return f"{self.substitute}: {self.workplace}"
