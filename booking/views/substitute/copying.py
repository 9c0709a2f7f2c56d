"""A week of hers copied to another."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from booking.forms.copying import CopyForm
from booking.operations import copying, undoing
from booking.operations.copying import Copied
from booking.templatetags.shifts import listed
from booking.views.substitute import receipts
from booking.weeks import Week, local_day
from people.models import Substitute
from people.views import kept
from people.views.own import for_substitutes
from portal.templatetags.times import day


@for_substitutes
@kept.keeps_typed
@require_http_methods(["GET", "HEAD", "POST"])
def copy_week(request: HttpRequest, me: Substitute) -> HttpResponse:
    """The weeks to choose among; a button elsewhere may send both at once."""
    now, typed = timezone.now(), kept.typed(request)
    asked = (typed and typed.get("vecka")) or request.GET.get("vecka") or ""
    target = week_named(asked) or Week.of(local_day(now)).after
    form = CopyForm(typed, me=me, now=now, target=target)
    if request.method == "POST" and form.is_valid():
        act = partial(copying.copy_week, me, form.source, form.target, by=me.user, at=now)
        copied, change = undoing.remembered(me, act, at=now)
        receipts.done(request, told(form.source, copied), change)
        return redirect(receipts.address(form.target))
    context = {"form": form, "target": target}
    status = 422 if request.method == "POST" else 200
    return render(request, "booking/substitute/copy.html", context, status=status)


def told(source: Week, copied: Copied) -> str:
    """What was copied, and what was not."""
    facts = {"number": source.number, "days": _days(copied.filled)}
    if copied.filled:
        sentences = [_("Kopierat från vecka %(number)s: %(days)s.") % facts]
    else:
        sentences = [_("Inget kopierades från vecka %(number)s.") % facts]
    if copied.past:
        sentences.append(_("Dagar som har varit är inte med: %(days)s.") % {"days": _days(copied.past)})
    if copied.spoken_of:
        sentences.append(_("Det du redan har sagt ligger kvar: %(days)s.") % {"days": _days(copied.spoken_of)})
    if copied.clock_changes:
        sentences.append(_("Klockan ställs om. Titta på tiden: %(days)s.") % {"days": _days(copied.clock_changes)})
    return " ".join(sentences)


def week_named(name: str) -> Week | None:
    """`2026-W20`, if it is a week."""
    try:
        return Week.named(name)
    except ValueError:
        return None


def _days(days: Sequence[date]) -> str:
    return listed([day(one) for one in days])
