"""What is asked for."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from people.models import Substitute
from people.models.identified import Identified


class CertificateType(models.TextChoices):
    """The four certificates that a municipality issues."""

    EMPLOYER = "arbetsgivarintyg", _("Arbetsgivarintyg")
    SERVICE = "tjanstgoringsintyg", _("Tjänstgöringsintyg")
    LOST_INCOME = "forlorad_arbetsinkomst", _("Intyg om förlorad arbetsinkomst")
    ANNUAL_INCOME = "arsinkomst", _("Uppgifter om årsinkomst")


UNDECIDED = ("requested", "assigned", "question")
CALLED_OFF = ("refused", "withdrawn")


class CertificateRequestQuerySet(models.QuerySet["CertificateRequest"]):
    """Questions to the requests."""

    def undecided(self) -> Self:
        """Those that wait for an officer, the first due first."""
        return self.filter(status__in=UNDECIDED).order_by(F("due_on").asc(nulls_last=True), "requested_at", "pk")

    def with_replaced(self) -> Self:
        """With whether the certificate has been replaced (`replaced`), and nothing of the document itself."""
        return self.annotate(replaced=self._replaced())

    def to_be_fetched(self) -> Self:
        """Those that are ready, that she has not fetched, and that no other has replaced."""
        return self.filter(~self._replaced(), status="issued")

    def _replaced(self) -> Exists:
        return Exists(CertificateRequest.objects.filter(certificate__replaces__request=OuterRef("pk")))

    def with_people(self) -> Self:
        """With what every list shows of them, in one query."""
        return self.select_related("substitute__user", "officer")


class CertificateRequest(Identified):
    """A substitute asks for a certificate about herself."""

    class Status(models.TextChoices):
        REQUESTED = "requested", _("mottagen")
        ASSIGNED = "assigned", _("handläggs")
        QUESTION = "question", _("väntar på svar")
        ISSUED = "issued", _("klart att hämta")
        FETCHED = "fetched", _("hämtat")
        REFUSED = "refused", _("avslaget")
        WITHDRAWN = "withdrawn", _("återtaget")

    class Purpose(models.TextChoices):
        UNEMPLOYMENT = "a_kassa", _("a-kassan")
        EMPLOYER = "ny_arbetsgivare", _("en ny arbetsgivare")
        STUDIES = "studier", _("studier")
        INSURANCE = "forsakringskassan", _("Försäkringskassan")
        COMMISSION = "uppdrag", _("förtroendeuppdrag, domstol eller vittnesmål")
        OTHER = "annat", _("annat")

    substitute = models.ForeignKey(
        Substitute, models.PROTECT, related_name="certificate_requests", verbose_name=_("vikarie")
    )
    type = models.CharField(_("intyg"), max_length=30, choices=CertificateType)
    first_day = models.DateField(_("från och med"))
    last_day = models.DateField(_("till och med"))
    purpose = models.CharField(_("vad intyget ska användas till"), max_length=20, choices=Purpose)
    note = models.CharField(_("något vi behöver veta"), max_length=300, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.REQUESTED)
    requested_at = models.DateTimeField(_("beställt"))
    due_on = models.DateField(_("klart senast"), null=True, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("handläggare")
    )
    decided_at = models.DateTimeField(_("klart"), null=True, blank=True)
    refusal = models.CharField(_("skäl till avslag"), max_length=300, blank=True)
    details = models.JSONField(
        _("uppgifter från lönekontoret"), default=dict, help_text="What the officer filled in, by field name."
    )
    given_up = models.JSONField(
        _("valda pass"), default=list, blank=True, help_text="The keys of the released bookings that she picked."
    )
    answered_at = models.DateTimeField(
        _("svar har kommit"), null=True, blank=True, help_text="Until the officer goes on with it."
    )
    ready_at = models.DateTimeField(_("klart att granska"), null=True, blank=True)
    ready_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("ifyllt av")
    )
    sent_back = models.CharField(_("granskarens ord"), max_length=300, blank=True)
    corrects = models.ForeignKey(
        "intyg.Certificate",
        models.SET_NULL,  # the older one goes first, when its time comes
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("rättar intyget"),
    )
    correction = models.CharField(_("skäl till rättelsen"), max_length=300, blank=True)
    fetched_at = models.DateTimeField(_("hämtat"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("påmint"), null=True, blank=True)
    command = models.UUIDField(
        editable=False, help_text="The key of the form: sent twice it is one request of each type."
    )

    objects = CertificateRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("intygsbeställning")
        verbose_name_plural = _("intygsbeställningar")
        constraints = [
            models.CheckConstraint(
                name="certificate_period_is_not_backwards", condition=Q(last_day__gte=F("first_day"))
            ),
            models.CheckConstraint(name="a_refusal_says_why", condition=~Q(status="refused") | ~Q(refusal="")),
            models.CheckConstraint(
                name="a_request_at_hand_has_an_officer",
                condition=~Q(status__in=("assigned", "question")) | Q(officer__isnull=False),
            ),
            models.CheckConstraint(
                name="a_decided_request_tells_when",
                condition=Q(status__in=UNDECIDED, decided_at=None)
                | (~Q(status__in=UNDECIDED) & Q(decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_fetched_certificate_says_when",
                condition=Q(status="fetched", fetched_at__isnull=False) | (~Q(status="fetched") & Q(fetched_at=None)),
            ),
            models.CheckConstraint(
                name="a_ready_request_says_by_whom",
                condition=Q(ready_at=None, ready_by=None) | Q(ready_at__isnull=False, ready_by__isnull=False),
            ),
            models.UniqueConstraint(name="one_request_of_a_type_per_form", fields=["substitute", "command", "type"]),
            models.UniqueConstraint(
                name="one_correction_at_a_time", fields=["corrects"], condition=~Q(status__in=CALLED_OFF)
            ),
        ]
        indexes = [models.Index(fields=["status", "requested_at"], name="certificate_queue")]

    def __str__(self) -> str:
        return f"{self.get_type_display()}: {self.substitute}"

    @property
    def is_undecided(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.status in UNDECIDED

    @property
    def is_correction(self) -> bool:
        """Whether the office makes it to replace one that is wrong; nobody asked for it."""
        return bool(self.correction)

    @property
    def reference(self) -> str:
        """What she says on the telephone to have it found."""
        return f"A-{self.pk.hex[:6].upper()}"
