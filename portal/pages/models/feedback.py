"""A page with a form for whoever wants to say something, and what has been said there."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock
from wagtail.fields import StreamField

from portal.pages.feedback_forms import LONGEST, REPLY_TO, SUBJECT, FeedbackForm
from portal.pages.models.answer import Said
from portal.pages.models.page import PortalPage


class FeedbackPage(PortalPage):
    """A form, and what happens with what is sent. Like every page it is the same for all who see it."""

    subjects = StreamField(
        [("subject", CharBlock(max_length=SUBJECT, label=_("Ämne"), help_text=_("Ett eller två ord.")))],
        max_num=10,
        verbose_name=_("ämnen att välja på"),
        help_text=_("Till exempel Portalen, Guiderna eller Bokningen. Två till tio."),
    )
    next_steps = models.TextField(
        _("det som händer sedan"),
        max_length=500,
        help_text=_("Visas när någon har skickat. Säg vem som läser, och när man kan få svar."),
    )

    asks_if_it_helped = False
    content_panels = [*PortalPage.content_panels, FieldPanel("subjects"), FieldPanel("next_steps")]
    parent_page_types = ["home.HomePage", "pages.StandardPage"]
    subpage_types: list[str] = []
    page_description = _("Ett formulär för synpunkter. Det som skickas läser du under Rapporter.")

    class Meta:
        verbose_name = _("synpunktssida")
        verbose_name_plural = _("synpunktssidor")

    def choices(self) -> list[str]:
        """The subjects, in the editor's order."""
        return [str(subject.value) for subject in self.subjects]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict[str, Any]:
        """With the form, as it was sent if something in it must be mended; or with the thanks."""
        form = kwargs.get("form") or FeedbackForm(subjects=self.choices())
        return {**super().get_context(request, *args, **kwargs), "form": form, "thanks": kwargs.get("thanks", False)}


class Feedback(Said):
    """What somebody wrote, and how she is reached if she wants an answer."""

    page = models.ForeignKey(FeedbackPage, models.CASCADE, related_name="+", verbose_name=_("sida"))
    subject = models.CharField(_("ämne"), max_length=SUBJECT)
    text = models.TextField(_("text"), max_length=LONGEST)
    reply_to = models.CharField(_("svar till"), max_length=REPLY_TO, blank=True)

    class Meta:
        verbose_name = _("synpunkt")
        verbose_name_plural = _("synpunkter")
        default_permissions = ()
        indexes = [models.Index(fields=["at"], name="feedback_by_time")]

    def __str__(self) -> str:
        return f"{self.subject} {self.at:%Y-%m-%d}"
