"""One seat that a workplace needs filled, and its advert in Lediga jobb."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from booking.models.order_reason import OrderReason
from booking.models.policy import Policy
from booking.period import Period
from people.models import Competence, Occupation, Substitute, Workplace
from people.models.identified import Identified

# A local day is 25 hours long the night the clocks go back; the form keeps to 24 hours on the clock.
LONGEST = timedelta(hours=25)


class OrderGroup(Identified):
    """Orders placed together: several people, several days. Each of them is still one seat of its own."""

    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    command = models.UUIDField(unique=True, editable=False, help_text="The key of the form that placed it.")

    class Meta:
        verbose_name = _("grupp av beställningar")
        verbose_name_plural = _("grupper av beställningar")

    def __str__(self) -> str:
        return f"{self.placed_at:%Y-%m-%d %H:%M}"


class OrderQuerySet(models.QuerySet["Order"]):
    """Questions to the orders."""

    def open(self, *, now: datetime) -> Self:
        """Those that still need somebody."""
        return self.filter(status=Order.Status.OPEN, starts__gt=now)

    def to_fill(self, *, now: datetime) -> Self:
        """Open ones that are the planners' to fill: those sent back are the orderer's again."""
        return self.open(now=now).filter(returned_at=None)

    def reserved_past(self, *, now: datetime) -> Self:
        """Those that have waited for the one they wish for as long as they were to."""
        return self.filter(status=Order.Status.OPEN, wished_until__lte=now)

    def advertised(self, *, now: datetime) -> Self:
        """Open ones that are out in Lediga jobb."""
        live = Advert.objects.filter(order=OuterRef("pk"), closed_at=None)
        return self.open(now=now).filter(Exists(live))

    def unfilled_past_start(self, *, now: datetime) -> Self:
        """Those that nobody came to."""
        return self.filter(status=Order.Status.OPEN, starts__lte=now)

    def booked_past_end(self, *, now: datetime) -> Self:
        """Booked ones that are over."""
        return self.filter(status=Order.Status.BOOKED, ends__lte=now)

    def with_places(self) -> Self:
        """With what every list shows of them, in one query."""
        return self.select_related("workplace__area", "occupation", "reason")

    def with_policies(self) -> Self:
        """With the policies of their workplaces and areas, so that what is in force takes no query more."""
        return self.select_related("workplace__policy", "workplace__area__policy")

    def for_a_list(self) -> Self:
        """With places and required competences, soonest first."""
        return self.with_places().prefetch_related("competences").order_by("starts", "pk")


class Order(Identified):
    """Exactly one seat: somebody is needed at a workplace, as an occupation, over a span of time."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("utkast")
        OPEN = "open", _("saknar vikarie")
        BOOKED = "booked", _("bokad")
        COMPLETED = "completed", _("genomförd")
        CANCELLED = "cancelled", _("borttagen")
        LAPSED = "lapsed", _("blev obesatt")

    workplace = models.ForeignKey(Workplace, models.PROTECT, related_name="orders", verbose_name=_("arbetsplats"))
    occupation = models.ForeignKey(Occupation, models.PROTECT, related_name="orders", verbose_name=_("yrke"))
    competences = models.ManyToManyField(
        Competence, blank=True, related_name="orders", verbose_name=_("krav på kompetens")
    )
    starts = models.DateTimeField(_("börjar"))
    ends = models.DateTimeField(_("slutar"))
    break_minutes = models.PositiveSmallIntegerField(_("rast, minuter"), default=0, validators=[MaxValueValidator(180)])
    reason = models.ForeignKey(OrderReason, models.PROTECT, related_name="+", verbose_name=_("orsak"))
    reference = models.CharField(
        _("vem som ersätts"), max_length=80, blank=True, help_text=_("Visas aldrig för vikarier.")
    )
    text = models.TextField(_("meddelande till vikarien"), max_length=500, blank=True)
    note = models.TextField(_("anteckning till bemanningen"), max_length=500, blank=True)
    contact = models.CharField(_("kontakt på plats"), max_length=80, blank=True)
    group = models.ForeignKey(
        OrderGroup, models.PROTECT, null=True, blank=True, related_name="orders", verbose_name=_("grupp")
    )
    allow_direct = models.BooleanField(
        _("portalen får tillsätta"),
        default=False,
        help_text=_("Direktbokar den som är ledig och står först. Finns ingen går förfrågningar ut."),
    )
    enquiry_mode = models.CharField(
        _("svar på förfrågan"), max_length=10, choices=Policy.Mode, blank=True, help_text=_("Tomt: som i regelverket.")
    )
    wished = models.ForeignKey(
        Substitute, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("önskad vikarie")
    )
    wished_until = models.DateTimeField(
        _("bara för den önskade till"), null=True, blank=True, help_text="Nobody else sees it before."
    )
    stopped_at = models.DateTimeField(_("stoppad"), null=True, blank=True)
    returned_at = models.DateTimeField(_("returnerad"), null=True, blank=True)
    return_reason = models.CharField(_("skäl till retur"), max_length=200, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)
    round = models.PositiveSmallIntegerField(_("omgång"), default=1, editable=False)
    terms_version = models.PositiveSmallIntegerField(default=1, editable=False)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="placed_orders", verbose_name=_("beställd av")
    )
    placed_at = models.DateTimeField(_("beställd"))
    command = models.UUIDField(
        unique=True, editable=False, help_text="The key of the form that placed it: the same form twice is one order."
    )

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("beställning")
        verbose_name_plural = _("beställningar")
        constraints = [
            models.CheckConstraint(name="order_ends_after_it_starts", condition=Q(ends__gt=F("starts"))),
            models.CheckConstraint(
                name="a_returned_order_says_why",
                condition=Q(returned_at=None, return_reason="") | (Q(returned_at__isnull=False) & ~Q(return_reason="")),
            ),
            models.CheckConstraint(
                name="only_a_wished_one_is_waited_for", condition=Q(wished_until=None) | Q(wished__isnull=False)
            ),
            models.CheckConstraint(name="order_lasts_at_most_a_day", condition=Q(ends__lte=F("starts") + LONGEST)),
        ]
        indexes = [
            models.Index(fields=["starts"], name="order_starts"),
            models.Index(fields=["status", "starts"], name="order_status_starts"),
            models.Index(fields=["workplace", "starts"], name="order_workplace_starts"),
        ]

    def __str__(self) -> str:
        return f"{self.workplace} {self.starts:%Y-%m-%d %H:%M}"

    @property
    def period(self) -> Period:
        """The time to be filled."""
        return Period(self.starts, self.ends)


class Advert(Identified):
    """That an order is out in Lediga jobb: how it is offered is never its state."""

    order = models.ForeignKey(Order, models.CASCADE, related_name="adverts")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    announced_at = models.DateTimeField(null=True, blank=True, help_text="When those who could take it were told.")

    class Meta:
        verbose_name = _("annons")
        verbose_name_plural = _("annonser")
        constraints = [
            models.UniqueConstraint(name="one_live_advert_per_order", fields=["order"], condition=Q(closed_at=None))
        ]

    def __str__(self) -> str:
        return f"annons: {self.order}"
