"""The checks of a page while it is written: Wagtail's, the missing words of pictures, and two of our own."""

from typing import ClassVar

from django.forms import Media
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

from portal.pages.care.lix import LONG_SENTENCE

VAGUE = ["här", "klicka här", "läs mer", "mer", "länk", "här finns mer", "tryck här", "here", "click here", "read more"]
"""Links that do not say where they lead when they are read alone, as a screen reader lists them."""

RUN_BY_US = ["image-alt", "list", "page-has-heading-one", "portal-link-says-where", "portal-short-sentences"]


class PortalChecks(ContentCheckerItem):
    """Takes the place of Wagtail's own item."""

    media = Media(js=["js/desk/checks.js"])
    axe_run_only: ClassVar = [*ContentCheckerItem.axe_run_only, *RUN_BY_US]
    axe_custom_rules: ClassVar = [
        *ContentCheckerItem.axe_custom_rules,
        {
            "id": "portal-link-says-where",
            "impact": "serious",
            "selector": "main a[href]",
            "tags": ["best-practice"],
            "any": ["portal-link-says-where"],
            "enabled": True,
        },
        {
            "id": "portal-short-sentences",
            "impact": "moderate",
            "selector": "main p, main li",
            "tags": ["best-practice"],
            "any": ["portal-short-sentences"],
            "enabled": True,
        },
    ]
    axe_custom_checks: ClassVar = [
        *ContentCheckerItem.axe_custom_checks,
        {"id": "portal-link-says-where", "options": {"vague": VAGUE}},
        {"id": "portal-short-sentences", "options": {"most": LONG_SENTENCE}},
    ]
    axe_messages: ClassVar = {
        **ContentCheckerItem.axe_messages,
        "image-alt": {
            "error_name": _("Bilden saknar beskrivning"),
            "help_text": _("Skriv vad den visar, eller markera den som dekorativ."),
        },
        "list": {"error_name": _("Listan är trasig"), "help_text": _("Gör om den med listknappen.")},
        "page-has-heading-one": {
            "error_name": _("Sidan saknar huvudrubrik"),
            "help_text": _("Skriv en rubrik överst på sidan."),
        },
        "portal-link-says-where": {
            "error_name": _("Länken säger inte vart den leder"),
            "help_text": _("Skriv vad läsaren kommer till, till exempel Beställ ett intyg."),
        },
        "portal-short-sentences": {
            "error_name": _("Här är en lång mening"),
            "help_text": _("Dela den i två. Över 20 ord orkar få läsa i mobilen."),
        },
    }
