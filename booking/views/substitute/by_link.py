"""The enquiry that a link in an SMS opens: this one, to be answered, and nothing else of hers.

Nobody is signed in by it, and whoever is signed in in the browser is not asked for: see docs/adr/0018. The page answers
for itself, without the messages that a session carries.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from booking import enquiry_links, notifications
from booking.models import Enquiry
from booking.operations.answering import BY_LINK
from booking.operations.refusals import Refused
from booking.views.substitute import enquiry_states as states
from booking.views.substitute.unlogged import unlogged
from people import access

View = Callable[[HttpRequest, str], HttpResponse]
FORGED, OVER = 404, 410


def unseen(view: View) -> View:
    """The address is a secret: it is kept by nobody, sent on to nobody and found by nobody."""

    @wraps(view)
    def kept_close(request: HttpRequest, token: str) -> HttpResponse:
        answer = view(request, token)
        answer["Referrer-Policy"] = "no-referrer"
        answer["X-Robots-Tag"] = "noindex, nofollow"
        return unlogged(answer)

    return never_cache(kept_close)


# No cookie is asked for, so a stranger's page has nothing to send along: only who knows the address can answer.
@csrf_exempt  # as above
@unseen
@require_http_methods(["GET", "HEAD", "POST"])
def enquiry(request: HttpRequest, token: str) -> HttpResponse:
    """The question, or what became of it. To look changes nothing: an answer is posted."""
    asked = meant(token)
    with translation.override(spoken := language(request, asked)):
        if asked is None or is_over(asked):
            answer = render(request, "booking/substitute/link_over.html", status=OVER if asked else FORGED)
        else:
            answer = (answered if request.method == "POST" else shown)(request, asked, token)
    answer["Content-Language"] = spoken
    return answer


def meant(token: str) -> Enquiry | None:
    """The enquiry that the link is to, if it is one that we wrote to her who has that number or address now."""
    key = enquiry_links.key_in(token)
    asked = Enquiry.objects.put().with_places().filter(pk=key).first() if key else None
    if asked and enquiry_links.is_genuine(token, asked.pk, notifications.written_to(asked)):
        return asked
    return None


def language(request: HttpRequest, asked: Enquiry | None) -> str:
    """Hers if she has chosen one, else the browser's; never that of whoever is signed in there."""
    hers = asked.substitute.user.language if asked else ""
    return hers or translation.get_language_from_request(request)


def is_over(asked: Enquiry) -> bool:
    """The shift has begun, or she is no longer let in, or nothing of hers is told by the portal any more."""
    hers, now = asked.substitute, timezone.now()
    let_in = access.can(hers.user, "answer", asked) and not hers.user.has_ended(now=now)
    return asked.order.starts <= now or hers.by_hand_only or not let_in


def answered(request: HttpRequest, asked: Enquiry, token: str) -> HttpResponse:
    """Her word, as if it had come by SMS; then the page of what it became, which may be read again without harm."""
    said = request.POST.get("svar", "")
    if said not in states.ANSWERS:
        return shown(request, asked, token, unclear=True)
    try:
        surprise = states.act(asked, said, at=timezone.now(), way=BY_LINK)
    except Refused as refusal:
        return shown(request, meant(token) or asked, token, words=str(refusal))
    if surprise:
        return shown(request, meant(token) or asked, token, words=surprise)
    return redirect("booking:enquiry_by_link", token=token)


def shown(request: HttpRequest, asked: Enquiry, token: str, *, unclear: bool = False, words: str = "") -> HttpResponse:
    """The page; `words` are why her answer came to something else than it said."""
    context = states.shown(asked, now=timezone.now())
    action = reverse("booking:enquiry_by_link", args=[token])
    context |= {"alone": True, "action": action, "unclear": unclear, "words": words}
    status = 422 if unclear else 409 if words else 200
    return render(request, "booking/substitute/by_link.html", context, status=status)
