"""What the certificates add to Wagtail's admin."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from intyg.forms.handling import HANDLE
from intyg.panels import CertificatesToDo
from intyg.viewsets import CertificateViewSet
from people import access

DEEDS = {
    "certificate.request": _("Intyg beställt"),
    "certificate.withdraw": _("Beställningen återtagen"),
    "certificate.assign": _("Handläggningen påbörjad"),
    "certificate.hand_over": _("Lämnad till en kollega"),
    "certificate.hand_back": _("Lämnad tillbaka till kön"),
    "certificate.ask": _("Fråga ställd till vikarien"),
    "certificate.answer": _("Vikarien har svarat"),
    "certificate.make_ready": _("Ifyllt, klart att granska"),
    "certificate.send_back": _("Skickat tillbaka av granskaren"),
    "certificate.cover": _("Tiden ändrad"),
    "certificate.correct": _("Rättelse påbörjad"),
    "certificate.begin_correction": _("Rättelse av ett utfärdat intyg"),
    "certificate.drop": _("Rättelsen nedlagd"),
    "certificate.replace": _("Intyget ersatt av ett nytt"),
    "certificate.fill_in": _("Uppgifter ifyllda"),
    "certificate.refuse": _("Beställningen avslagen"),
    "certificate.issue": _("Intyget utfärdat"),
    "certificate.fetch": _("Intyget hämtat"),
}


@hooks.register("register_admin_viewset")
def viewset() -> CertificateViewSet:
    """The officer's desk."""
    return CertificateViewSet()


@hooks.register("construct_homepage_panels")
def panel(request: HttpRequest, panels: list[Component]) -> None:
    """What waits, for those who handle it."""
    if access.may(request.user, HANDLE):
        panels.append(CertificatesToDo())


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    """What was done, in words."""
    for action, words in DEEDS.items():
        registry.register_action(action, words, words)
