"""What the signed-in user has been told."""

from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from messaging import looks
from messaging.models import Message
from people import access
from people.models import User
from people.start import start_page
from portal.templatetags.phones import national

ON_A_PAGE = 30


@login_required
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Her messages, the latest first. What the page shows is read from then on."""
    user, now = request.user, timezone.now()
    assert isinstance(user, User)  # noqa: S101 (login_required)
    messages = access.scope(user, Message.objects.in_inbox(user, now=now), "view")
    page = Paginator(messages, ON_A_PAGE).get_page(request.GET.get("sida"))
    entries = [looks.entry(message, now=now) for message in page]
    context = {"page": page, "entries": entries, "phone": national(user.phone), "layout": layout_for(user)}
    answer = render(request, "messaging/inbox.html", context)
    if request.method == "GET":
        mark_read(page, at=now)
    return answer


def mark_read(page: Page[Message], *, at: datetime) -> None:
    """The messages on the page have been seen."""
    unread = [message.pk for message in page if message.read_at is None]
    if unread:
        Message.objects.unread().filter(pk__in=unread).update(read_at=at)


def layout_for(user: User) -> str:
    """The frame of her own start page."""
    return "layouts/manager.html" if start_page(user) == "/bestallningar/" else "layouts/app.html"
