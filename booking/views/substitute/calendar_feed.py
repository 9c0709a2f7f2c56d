"""Her shifts in the calendar of her phone: the page that tells how, and the file that the calendar fetches."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from booking import calendar_events, calendar_files
from booking.forms.calendar_feed import RenewForm
from booking.models import CalendarFeed
from booking.operations import calendar_feeds
from booking.views.substitute.bookings import hers
from booking.views.substitute.unlogged import unlogged
from people import access, languages
from people.models import Substitute
from people.views.answers import secret
from people.views.own import for_substitutes

FETCHED_EVERY = timedelta(hours=1)
AN_HOUR = 60 * 60  # seconds
AT_MOST = 60  # times an hour for each address, whoever asks


@for_substitutes
@require_safe
def page(request: HttpRequest, me: Substitute) -> HttpResponse:
    """How to subscribe, and the address if she does."""
    feed = access.scope(me.user, CalendarFeed.objects.filter(substitute=me)).first()
    path = reverse("booking:calendar_feed_file", args=[feed.token]) if feed else ""
    context = {
        "feed": feed,
        "address": f"{settings.PORTAL_URL}{path}",
        "webcal": f"webcal://{settings.PORTAL_URL.partition('://')[2]}{path}",
    }
    return secret(render(request, "booking/substitute/calendar_feed.html", context))


@for_substitutes
@require_POST
def open_(request: HttpRequest, me: Substitute) -> HttpResponse:
    """She wants an address."""
    calendar_feeds.open_to(me, by=me.user, at=timezone.now())
    return redirect("booking:calendar_feed")


@for_substitutes
@require_POST
def renew(request: HttpRequest, me: Substitute) -> HttpResponse:
    """She wants another."""
    form = RenewForm(request.POST)
    if form.is_valid() and calendar_feeds.renew(me, form.cleaned_data["seen"], by=me.user, at=timezone.now()):
        messages.success(request, _("Du har en ny adress. Den gamla fungerar inte längre."))
    return redirect("booking:calendar_feed")


@for_substitutes
@require_POST
def close(request: HttpRequest, me: Substitute) -> HttpResponse:
    """She wants none."""
    calendar_feeds.close(me, by=me.user, at=timezone.now())
    messages.success(request, _("Prenumerationen är avstängd. Adressen fungerar inte längre."))
    return redirect("booking:calendar_feed")


@require_safe
def file(request: HttpRequest, token: str) -> HttpResponse:
    """The shifts, for whoever has the address; it alone is the key. What is not one does not exist."""
    feed, now = CalendarFeed.objects.at(token).first(), timezone.now()
    if feed is None or feed.substitute.user.has_ended(now=now):
        return _refused(404)
    if _too_often(feed):
        return _refused(429)
    calendar_feeds.note_read(feed, at=now)
    me = feed.substitute
    with languages.speaking(me.user):
        events = calendar_events.of(hers(me).in_calendars(now=now))
        seen = f'"{calendar_files.fingerprint(events)}"'
        changed = int(max([feed.opened_at, *(event.changed_at for event in events)]).timestamp())
        answer = get_conditional_response(request, etag=seen, last_modified=changed)
        if answer is None:
            text = calendar_files.written(events, name=_("Mina pass"), fetched_every=FETCHED_EVERY)
            answer = HttpResponse(text, content_type=calendar_files.CONTENT_TYPE)
    answer["ETag"], answer["Last-Modified"], answer["Content-Language"] = (
        seen,
        http_date(changed),
        languages.of(me.user),
    )
    return _for_her_alone(answer)


def _for_her_alone(answer: HttpResponse) -> HttpResponse:
    """Kept by nobody between, and asked for anew each time."""
    answer["Cache-Control"] = "private, no-cache"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _too_often(feed: CalendarFeed) -> bool:
    key = f"booking.calendar_feed:{feed.key}"
    cache.add(key, 0, timeout=AN_HOUR)
    try:
        return cache.incr(key) > AT_MOST
    except ValueError:  # it ran out between the two
        return False


def _refused(status: int) -> HttpResponse:
    """No page, since no person reads it."""
    return unlogged(HttpResponse(status=status, headers={"Cache-Control": "no-store", "Retry-After": str(AN_HOUR)}))
