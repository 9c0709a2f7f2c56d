"""What the officer asks the applicant, and what she answers."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from intyg.models.requests import CertificateRequest
from people.models.identified import Identified


class CertificateQuestion(Identified):
    """A question about a request, and its answer: one at a time."""

    request = models.ForeignKey(
        CertificateRequest, models.CASCADE, related_name="questions", verbose_name=_("intygsbeställning")
    )
    text = models.CharField(_("fråga"), max_length=500)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("ställd av")
    )
    asked_at = models.DateTimeField(_("ställd"))
    answer = models.CharField(_("svar"), max_length=1000, blank=True)
    answered_at = models.DateTimeField(_("besvarad"), null=True, blank=True)

    class Meta:
        verbose_name = _("fråga om ett intyg")
        verbose_name_plural = _("frågor om intyg")
        constraints = [
            models.UniqueConstraint(
                name="one_open_question_per_request", fields=["request"], condition=Q(answered_at=None)
            ),
            models.CheckConstraint(name="an_answer_says_when", condition=Q(answer="") | Q(answered_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.text
