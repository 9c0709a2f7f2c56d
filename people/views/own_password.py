"""What the link in an SMS leads to: somebody chooses her password, before she has ever signed in."""

from allauth.account.forms import SetPasswordForm
from allauth.account.signals import password_reset
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from people import named
from people.models import PasswordLink, User
from people.operations import password_links
from people.operations.refusals import Refused
from portal import security_log

OVER = 410


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest, token: str) -> HttpResponse:
    """The form, or that the link leads nowhere, which is said alike of every link. To look changes nothing.

    Nobody is signed in by it, and whoever is signed in in the browser is not asked for.
    """
    link = PasswordLink.objects.at(token).select_related("user").first()
    if link is None or not (_is_open(link) or link.used):
        security_log.event("password_link.refused", request=request, about=link and link.user)
    spoken = (link and link.user.language) or translation.get_language_from_request(request)
    with translation.override(spoken):
        answer = _sent(request, link) if link and request.method == "POST" else _shown(request, link)
    # Told to nobody else; but without any referrer a browser sends the form as if from nowhere, and it is refused.
    answer["Content-Language"], answer["Referrer-Policy"] = spoken, "same-origin"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer._has_been_logged = True  # type: ignore[attr-defined]  # noqa: SLF001 (the address is a secret)
    return answer


def _sent(request: HttpRequest, link: PasswordLink) -> HttpResponse:
    form = SetPasswordForm(data=request.POST, user=link.user)
    if not _is_open(link) and not link.used:
        return _over(request)
    if not link.used and not form.is_valid():
        return _asked(request, link, form, status=422)
    try:
        user = password_links.use(link, request.POST.get("password1", ""), at=timezone.now())
    except Refused:
        return _over(request)
    password_reset.send(sender=User, request=request, user=user)
    name = named.to_herself(user).username
    messages.success(request, _("Lösenordet är sparat. Logga in med användarnamnet %(name)s.") % {"name": name})
    return redirect("account_login")


def _shown(request: HttpRequest, link: PasswordLink | None) -> HttpResponse:
    if link is None or not _is_open(link):
        return _over(request)
    return _asked(request, link, SetPasswordForm(user=link.user))


def _asked(request: HttpRequest, link: PasswordLink, form: SetPasswordForm, status: int = 200) -> HttpResponse:
    return render(request, "account/link.html", {"link": link, "form": form}, status=status)


def _over(request: HttpRequest) -> HttpResponse:
    return render(request, "account/link_over.html", status=OVER)


def _is_open(link: PasswordLink) -> bool:
    return PasswordLink.objects.open(now=timezone.now()).filter(pk=link.pk).exists()
