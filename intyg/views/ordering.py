"""Ordering one's own certificates."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from intyg import drafts, operations
from intyg.forms.wish import WishForm
from intyg.kinds import KINDS
from intyg.models import CertificateRequest, CertificateType
from people import access
from people.models import Substitute
from people.views import kept
from people.views.own import for_substitutes


@for_substitutes
@require_safe
def home(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Choose what to order, and what has been ordered."""
    hers = CertificateRequest.objects.with_replaced().filter(substitute=me).order_by("-requested_at", "pk")
    return render(request, "intyg/home.html", {"asked": access.scope(me.user, hers), "kinds": KINDS})


@for_substitutes
@never_cache
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, me: Substitute) -> HttpResponse:
    """Step one if no certificate is chosen (`?typ=`), else step two; its form sent is the third, the page of it."""
    now = timezone.now()
    chosen = request.GET.getlist("typ")
    unknown = bool(set(chosen) - set(CertificateType.values))
    if unknown or not chosen:
        missing = "steg" in request.GET or unknown
        context = {"kinds": KINDS, "missing": missing, "unknown": unknown}
        return render(request, "intyg/choose.html", context, status=400 if missing else 200)
    kinds = [kind for kind in CertificateType if kind in chosen]
    form = WishForm(kinds, me, today=timezone.localdate(now), data=kept.typed(request))
    sent = request.method == "POST"
    draft = None
    if sent and form.is_valid():
        if request.POST.get("do") != "draft":
            return _send(request, me, form)
        draft = drafts.of(me, *form.days(), now=now)
    context = {"form": form, "kinds": [KINDS[kind] for kind in kinds], "draft": draft}
    return render(request, "intyg/wish.html", context, status=422 if sent and not draft else 200)


def _send(request: HttpRequest, me: Substitute, form: WishForm) -> HttpResponseRedirect:
    command = form.cleaned_data["command"]
    now = timezone.now()
    made = operations.request_several(me, form.wishes(), command=command, by=me.user, at=now)
    if len(made) == 1:
        return redirect("certificate", made[0].pk)
    said = ngettext("%(n)s intyg är beställt.", "%(n)s intyg är beställda.", len(made)) % {"n": len(made)}
    messages.success(request, said)
    return redirect("certificates")
