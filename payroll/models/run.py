"""What was sent to payroll: runs, the shifts in them, their rows, and what was left out."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from booking.models import Booking
from payroll.models.layout import Layout
from payroll.models.wage_code import WageCode
from people.models import Area, Substitute
from people.models.identified import Identified


class RunSeries(models.Model):
    """The last number given; taken under lock, so that one run is made at a time and no number is passed over."""

    key = models.PositiveSmallIntegerField(primary_key=True, default=1)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("nummerserie")
        verbose_name_plural = _("nummerserier")


class PayRunQuerySet(models.QuerySet["PayRun"]):
    """Questions to the runs."""

    def told(self) -> Self:
        """With what a list shows of them, the latest first."""
        return self.select_related("area", "layout", "made_by", "fetched_by", "takes_back").order_by("-number")


class PayRun(Identified):
    """The file of a period, with a number. It never changes: what was wrong in one is taken back in a later one."""

    number = models.PositiveIntegerField(_("nummer"), unique=True)
    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"))
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("område"), help_text="None: all."
    )
    layout = models.ForeignKey(Layout, models.PROTECT, related_name="runs", verbose_name=_("fil"))
    recipe = models.JSONField(help_text="The layout as it was, from which the file is made each time.")
    codes = models.JSONField(default=dict, help_text="What the codes are called: `{code: name}`.")
    sums = models.JSONField(default=dict, help_text="Hundredths of an hour by code, what is taken back counted off.")
    shifts = models.PositiveIntegerField(_("pass"), default=0)
    corrections = models.PositiveIntegerField(_("rättade pass"), default=0)
    digest = models.CharField(_("kontrollsumma"), max_length=64, help_text="SHA-256 of the file.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("gjord av"))
    made_at = models.DateTimeField(_("gjord"))
    takes_back = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="taken_back_by", verbose_name=_("ångrar")
    )
    fetched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("hämtad av")
    )
    fetched_at = models.DateTimeField(_("först hämtad"), null=True, blank=True)
    command = models.UUIDField(unique=True, editable=False, help_text="The key of the form: twice is one run.")

    objects = PayRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("körning")
        verbose_name_plural = _("körningar")
        constraints = [
            models.CheckConstraint(name="run_is_not_backwards", condition=Q(last_day__gte=F("first_day"))),
            models.CheckConstraint(
                name="a_fetched_run_says_by_whom",
                condition=Q(fetched_at=None, fetched_by=None) | Q(fetched_at__isnull=False, fetched_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.number}"


class RunShift(Identified):
    """A shift as it was sent. What `stands` is what payroll has of the booking now; there is one at most.

    `employee_number` is empty for whoever is protected: her number is then in one row that no list knows.
    """

    run = models.ForeignKey(PayRun, models.PROTECT, related_name="run_shifts", verbose_name=_("körning"))
    booking = models.ForeignKey(Booking, models.PROTECT, related_name="run_shifts", verbose_name=_("bokning"))
    substitute = models.ForeignKey(Substitute, models.PROTECT, related_name="+", verbose_name=_("vikarie"))
    employee_number = models.CharField(_("anställningsnummer"), max_length=20, blank=True)
    version = models.PositiveSmallIntegerField(
        _("vad som stod"), help_text="The number of its WorkedTime; 0 as booked."
    )
    stands = models.BooleanField(default=True)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    starts = models.DateTimeField(_("började"), null=True, blank=True, help_text="None: nothing was worked.")
    ends = models.DateTimeField(_("slutade"), null=True, blank=True)
    workplace = models.CharField(_("arbetsplats"), max_length=80)
    area = models.CharField(_("område"), max_length=80)
    occupation = models.CharField(_("yrke"), max_length=80)
    account = models.CharField(_("kontering"), max_length=60, blank=True)
    reason = models.CharField(_("beställningsorsak"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("pass i en körning")
        verbose_name_plural = _("pass i körningar")
        constraints = [
            models.UniqueConstraint(name="one_standing_shift_per_booking", fields=["booking"], condition=Q(stands=True))
        ]


class RunLine(models.Model):
    """A row of a run's file: minutes of a shift's day and class; with a minus, those of the line that it takes back."""

    run = models.ForeignKey(PayRun, models.PROTECT, related_name="lines", verbose_name=_("körning"))
    number = models.PositiveIntegerField(_("rad"))
    shift = models.ForeignKey(RunShift, models.PROTECT, related_name="lines", verbose_name=_("pass"))
    takes_back = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="taken_back_by")
    day = models.DateField(_("dag"))
    what = models.CharField(_("timmarna är"), max_length=10, choices=WageCode.What)
    code = models.CharField(_("tidkod"), max_length=10)
    wage_type = models.CharField(_("löneart"), max_length=20, blank=True)
    minutes = models.IntegerField(_("minuter"))
    hundredths = models.IntegerField(_("hundradels timmar"))

    class Meta:
        verbose_name = _("rad i en körning")
        verbose_name_plural = _("rader i körningar")
        constraints = [models.UniqueConstraint(name="one_line_per_number_in_a_run", fields=["run", "number"])]


class LeftOut(models.Model):
    """What a run did not take, and why; `facts` are what the reason is about."""

    class Reason(models.TextChoices):
        NOT_ATTESTED = "not_attested", _("inte attesterat")
        NO_SHOW = "no_show", _("vikarien kom inte")
        NOTHING_WORKED = "nothing_worked", _("inget arbetades")
        BANKED = "banked", _("tiden finns i tidbanken")
        NO_NUMBER = "no_number", _("anställningsnummer saknas")
        NO_CODE = "no_code", _("löneart saknas")
        TOO_WIDE = "too_wide", _("får inte plats")
        LINE_BREAK = "line_break", _("radbrytning i ett värde")
        UNWRITABLE = "unwritable", _("tecken som filen inte kan ha")

    run = models.ForeignKey(PayRun, models.PROTECT, related_name="left_out", verbose_name=_("körning"))
    booking = models.ForeignKey(Booking, models.PROTECT, related_name="+", verbose_name=_("bokning"))
    reason = models.CharField(_("skäl"), max_length=20, choices=Reason)
    facts = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("utelämnat pass")
        verbose_name_plural = _("utelämnade pass")
