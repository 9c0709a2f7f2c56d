"""Be om tid: one message to all who could work on a day and have said nothing of it."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from booking import receivers
from booking.forms.writing import WriteForm
from booking.operations import asking_for_time, writing
from booking.operations.refusals import Refused
from booking.views.desk import preview
from booking.views.desk.forecast import ICON, area_of, day_named, the_list
from booking.views.desk.writing import later, words
from booking.weeks import local_day
from people import access
from people.models import Agreement, Area, Occupation, Substitute
from people.requests import SignedIn
from people.views.desk.page import frame
from portal.templatetags.times import day as longday

SEND, AGAIN, TRADE = "send", "igen", "yrke"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which day of which area, as what if she has chosen, and whether those asked before are asked again."""

    area: Area
    day: date
    occupation: Occupation | None
    again: bool
    now: datetime

    @property
    def page(self) -> str:
        """The day's."""
        return reverse("forecast:day", args=[self.area.pk, self.day.isoformat()])

    @property
    def first_words(self) -> str:
        """What stands there until she writes otherwise, with the way to that day of the reader's own calendar."""
        url = f"{settings.PORTAL_URL}{reverse('booking:day', args=[self.day.isoformat()])}"
        said = _("Hej! Vi behöver fler som kan jobba %(day)s i %(area)s. Kan du? Lägg in din tid: %(url)s")
        return said % {"day": longday(self.day), "area": self.area, "url": url}


@require_http_methods(["GET", "POST"])
def ask(request: SignedIn, pk: uuid.UUID, name: str) -> HttpResponse:
    """Who gets it and what it says, before anything is sent; and the sending."""
    asked = _asked(request, area_of(request.user, pk), name)
    found = asking_for_time.askable(asked.area, asked.day, by=request.user, occupation=asked.occupation)
    people = found.people(again=asked.again)
    is_sent = request.method == "POST" and request.POST.get("deed") == SEND
    known: dict[str, Any] = {"by": request.user, "leaves": writing.leaves(request.user, at=asked.now), "now": asked.now}
    typed = words(request.POST) if request.method == "POST" else {"body": asked.first_words}
    form = WriteForm(request.POST, **known) if is_sent else WriteForm(typed=typed, **known)
    if form.is_valid() and (answer := _sent(request, asked, form, people)):
        return answer
    to = receivers.of(people)
    context = {
        "asked": asked,
        "form": form,
        "found": found,
        "to": to,
        "preview": preview.of(form.typed, to, by=request.user),
        "occupations": _trades(asked.area),
    }
    context |= frame(_("Be om tid"), [the_list(), (asked.page, f"{asked.area}, {longday(asked.day)}")], ICON)
    return render(request, "booking/desk/forecast/ask.html", context, status=422 if is_sent else 200)


def _asked(request: SignedIn, area: Area, name: str) -> Asked:
    now = timezone.now()
    trade = request.GET.get(TRADE, "")
    occupation = _trades(area).filter(pk=access.key_named(trade)).first() if trade else None
    if trade and not occupation:
        raise Http404(trade)
    return Asked(area, day_named(name, today=local_day(now)), occupation, AGAIN in request.GET, now)


def _sent(request: SignedIn, asked: Asked, form: WriteForm, people: list[Substitute]) -> HttpResponse | None:
    """To those of whom she saw that they would get it, and nobody else; nothing if it was refused."""
    shown = set(request.POST.getlist("chosen"))
    command, body = form.cleaned_data["command"], form.cleaned_data["body"]
    said = {"command": command, "at_once": form.at_once, "again": asked.again}
    to = Substitute.objects.filter(pk__in=[one.pk for one in people if str(one.pk) in shown])
    try:
        number = asking_for_time.ask(asked.area, asked.day, list(to), body, by=request.user, at=asked.now, **said)
    except Refused as refusal:
        form.add_error(None, list(refusal.reasons))
        return None
    when = "" if form.at_once else later(writing.leaves(request.user, at=asked.now), asked.now)
    told = ngettext("%(n)d vikarie får frågan.", "%(n)d vikarier får frågan.", number) % {"n": number}
    messages.success(request, f"{told} {_('Den skickas %(when)s.') % {'when': when}}" if when else told)
    return redirect(asked.page)


def _trades(area: Area) -> QuerySet[Occupation]:
    """What people are taken on as in the area."""
    there = Agreement.objects.filter(Q(area=area) | Q(workplace__area=area))
    return Occupation.objects.filter(pk__in=there.values("occupation")).order_by("name", "pk")
