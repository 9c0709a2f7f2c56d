"""Every cookie that the portal sets: what it is for and for how long. None of them follows anybody."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.federation import SamlProvider


@dataclass(frozen=True, slots=True)
class Cookie:
    """One cookie. All are the portal's own, and needed for what somebody has asked for: nothing is consented to."""

    name: str
    what: Promise
    days: int
    """0: as long as the browser is open."""
    by_script: bool = False
    """Set by a script of Wagtail's at the desk, and by no answer of ours."""


A_DAY, A_YEAR = 60 * 60 * 24, 365


def all_of_ours() -> list[Cookie]:
    """By the names that the settings give them."""
    session, ours = settings.SESSION_COOKIE_AGE // A_DAY, settings.COOKIE_PREFIX
    return [
        Cookie(settings.SESSION_COOKIE_NAME, _("Att du är inloggad"), session),
        Cookie(settings.CSRF_COOKIE_NAME, _("Att ett formulär skickas härifrån"), A_YEAR),
        Cookie(settings.LANGUAGE_COOKIE_NAME, _("Språket du har valt"), A_YEAR),
        Cookie(f"{ours}tema", _("Utseendet du har valt"), A_YEAR),
        Cookie(f"{ours}kalender", _("Om du vill se månad eller vecka"), A_YEAR),
        Cookie(f"{ours}vem", _("Vems det är som skrevs när inloggningen tog slut; förseglat"), 2 * session),
        Cookie(f"{ours}enhet", _("Att du har loggat in i den här webbläsaren förut; förseglat"), A_YEAR),
        Cookie("wagtail_sidebar_collapsed", _("Om skrivbordets meny är hopfälld"), 0, by_script=True),
        Cookie(f"{ours}messages", _("Det som ska sägas på nästa sida"), 0),
        *_of_saml(ours),
    ]


def _of_saml(ours: str) -> list[Cookie]:
    if any(isinstance(provider, SamlProvider) for provider in settings.IDENTITY_PROVIDERS.values()):
        return [Cookie(f"{ours}saml-answer", _("Svaret från den som har legitimerat dig, i en minut"), 0)]
    return []
