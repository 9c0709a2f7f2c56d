"""Where somebody is signed in, and which browsers are known to be hers."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from people.models.identified import Identified
from people.models.user import User


class SignInQuerySet(models.QuerySet["SignIn"]):
    """Questions to the sign-ins."""

    def living(self, *, now: datetime) -> Self:
        """Those whose session still opens pages, the one used last first."""
        sessions = Session.objects.filter(expire_date__gt=now).values("session_key")
        return self.filter(ended_at=None, session_key__in=sessions).order_by("-seen_at", "-pk")

    def of_browser(self, browser: str) -> Self:
        """Those from a browser that nobody has said is a stranger's."""
        return self.filter(browser=browser) if browser else self.none()


class SignIn(Identified):
    """One sign-in from one browser. No address is kept, and of the browser only what it is called.

    The session decides: where it is gone this row opens nothing.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="sign_ins", verbose_name=_("användare"))
    session_key = models.CharField(max_length=40, blank=True, help_text="Of the session; empty when it has ended.")
    browser = models.CharField(
        max_length=64, blank=True, help_text="HMAC-SHA256 of what its cookie says and whose it is; empty: not known."
    )
    program = models.CharField(_("webbläsare"), max_length=40, blank=True)
    system = models.CharField(_("enhet"), max_length=40, blank=True)
    own_device = models.BooleanField(_("kom ihåg mig"), default=False)
    helper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("supporten"),
        help_text="Who looked as her, with her code; nobody if it was herself.",
    )
    began_at = models.DateTimeField(_("inloggad"))
    seen_at = models.DateTimeField(_("senast använd"))
    ended_at = models.DateTimeField(_("avslutad"), null=True, blank=True)

    objects = SignInQuerySet.as_manager()

    class Meta:
        verbose_name = _("inloggning")
        verbose_name_plural = _("inloggningar")
        constraints = [
            models.UniqueConstraint(
                name="one_sign_in_per_session", fields=["session_key"], condition=~Q(session_key="")
            ),
            models.CheckConstraint(
                name="a_sign_in_that_has_ended_has_no_session", condition=Q(ended_at=None) | Q(session_key="")
            ),
        ]
        indexes = [models.Index(fields=["user", "browser"], name="sign_ins_of_a_browser")]

    def __str__(self) -> str:
        if self.program and self.system:
            return gettext("%(program)s på %(system)s") % {"program": self.program, "system": self.system}
        return self.program or self.system or pgettext("browser", "Okänd webbläsare")
