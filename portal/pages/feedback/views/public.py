"""What anybody sends in about a page. A flood, and what a program sends, is thanked and let go."""

import uuid

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.models import Page

from portal.pages import floods, origin
from portal.pages.feedback import operations
from portal.pages.feedback_forms import CommentForm, FeedbackForm, Trapped
from portal.pages.models import FeedbackPage, PortalPage
from portal.pages.visible import visible_to

YES, NO = "ja", "nej"


# No token: the page that holds the form is the same for all. See adr/0034.
@csrf_exempt  # as above
@require_POST
def helped(request: HttpRequest, pk: int) -> HttpResponse:
    """Ja or Nej; then there is room for a comment."""
    page, said = asking(request, pk), request.POST.get("hjalpte")
    if said not in {YES, NO}:
        return redirect(page.get_url(request))
    command = floods.command(request, pk)
    if is_wanted(request, Trapped(request.POST), floods.ANSWERS):
        variant = request.POST.get("variant", "")
        operations.answer(
            page, helped=said == YES, command=command, variant=variant[:20].replace("\0", ""), at=timezone.now()
        )
    return redirect("helped_more", pk, said, command)


@csrf_exempt  # likewise
@require_http_methods(["GET", "HEAD", "POST"])
def helped_more(request: HttpRequest, pk: int, said: str, command: uuid.UUID) -> HttpResponse:
    """The thanks, and a comment to add. Who has the key of the answer alone may add to it."""
    page = asking(request, pk)
    form = CommentForm(request.POST or None, helped=said == YES)
    if form.is_bound and form.is_valid():
        text = form.cleaned_data["kommentar"].strip()
        if text and is_wanted(request, form, floods.ANSWERS):
            operations.comment(page, command, text, at=timezone.now())
        return redirect("helped_thanks", pk)
    context = {"page": page, "form": form, "helped": said == YES}
    return render(request, "pages/helped.html", context, status=422 if form.is_bound else 200)


@require_safe
def helped_thanks(request: HttpRequest, pk: int) -> HttpResponse:
    """The comment has come in."""
    return render(request, "pages/helped_thanks.html", {"page": asking(request, pk)})


@csrf_exempt  # likewise
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest, pk: int) -> HttpResponse:
    """What the form of a feedback page sends; whoever only opens the address is led to the page."""
    page = open_page(request, pk)
    if not isinstance(page, FeedbackPage):
        raise Http404
    if request.method != "POST":
        return redirect(page.get_url(request))
    form = FeedbackForm(request.POST, subjects=page.choices())
    if not form.is_valid():
        answer = page.serve(request, form=form)
        answer.status_code = 422
        return answer
    if is_wanted(request, form, floods.FEEDBACK):
        said = form.cleaned_data
        operations.send(page, subject=said["amne"], text=said["text"], reply_to=said["svar_till"], at=timezone.now())
    return redirect("feedback_thanks", pk)


@require_safe
def feedback_thanks(request: HttpRequest, pk: int) -> HttpResponse:
    """What happens now."""
    page = open_page(request, pk)
    if not isinstance(page, FeedbackPage):
        raise Http404
    return page.serve(request, thanks=True)


def is_wanted(request: HttpRequest, form: Trapped, limit: floods.Limit) -> bool:
    """Whether it is to be kept: sent by a page of ours, not by a program, and not one of far too many."""
    if not origin.is_ours(request):
        raise PermissionDenied
    return not form.is_trapped and floods.lets_in(limit, request)


def asking(request: HttpRequest, pk: int) -> PortalPage:
    """The page, if it asks whether it helped."""
    page = open_page(request, pk)
    if not page.asks_if_it_helped:
        raise Http404
    return page


def open_page(request: HttpRequest, pk: int) -> PortalPage:
    """A published page that whoever asks may see, and its language; 404."""
    found = visible_to(request, Page.objects.filter(pk=pk)).first()
    page = found.specific if found else None
    if not isinstance(page, PortalPage):
        raise Http404
    translation.activate(page.locale.language_code)
    request.LANGUAGE_CODE = page.locale.language_code
    return page
