"""How far the asking has come, in words: Frågat 6: 1 nej, 5 väntar. Nästa omgång 07.10."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.models import Asking, Enquiry, Order, Policy
from booking.templatetags.shifts import by
from booking.weeks import local_day

YES, NO, WAITING, SILENT, GONE = "yes", "no", "waiting", "silent", "gone"
STANDS = {
    Enquiry.Status.WAITING_YES: YES,
    Enquiry.Status.NO: NO,
    Enquiry.Status.SENT: WAITING,
    Enquiry.Status.UNDELIVERABLE: WAITING,
    Enquiry.Status.EXPIRED: SILENT,
}


def of(order: Order, *, left: int, now: datetime) -> list[str]:
    """The sentences, none if nobody has been asked in this round; two queries. `left` could still be asked."""
    asking = Asking.objects.filter(order=order, round=order.round).order_by("started_at", "pk").last()
    enquiries = list(Enquiry.objects.filter(order=order, round=order.round))
    put = [enquiry for enquiry in enquiries if enquiry.wave]
    queued = sum(enquiry.status == Enquiry.Status.QUEUED for enquiry in enquiries)
    said = Counter(_stands(enquiry, now=now) for enquiry in put)
    sentences = [_answers(said)] if put else []
    if without := sum(enquiry.status == Enquiry.Status.UNDELIVERABLE for enquiry in put):
        sentences.append(ngettext("%(n)d får inget sms.", "%(n)d får inget sms.", without) % {"n": without})
    if asking:
        sentences += _next(asking, said, queued, left, now=now)
    return sentences


def _stands(enquiry: Enquiry, *, now: datetime) -> str:
    late = enquiry.status in Enquiry.ASKED and enquiry.answer_by <= now
    return SILENT if late else STANDS.get(Enquiry.Status(enquiry.status), GONE)


def _answers(said: Counter[str]) -> str:
    words = {
        YES: ngettext("%(n)d ja", "%(n)d ja", said[YES]),
        NO: ngettext("%(n)d nej", "%(n)d nej", said[NO]),
        WAITING: ngettext("%(n)d väntar", "%(n)d väntar", said[WAITING]),
        SILENT: ngettext("%(n)d svarade inte", "%(n)d svarade inte", said[SILENT]),
        GONE: ngettext("%(n)d gäller inte längre", "%(n)d gäller inte längre", said[GONE]),
    }
    parts = [text % {"n": said[kind]} for kind, text in words.items() if said[kind]]
    return _("Frågat %(n)d: %(answers)s.") % {"n": said.total(), "answers": ", ".join(parts)}


def _next(asking: Asking, said: Counter[str], queued: int, left: int, *, now: datetime) -> Iterator[str]:
    today = local_day(now)
    if asking.exhausted_at:
        yield _("Alla är tillfrågade.")
    if asking.ended_at:
        return
    if queued:
        yield ngettext("%(n)d står på tur.", "%(n)d står på tur.", queued) % {"n": queued}
    if asking.next_wave_at is None:
        yield _("Passet börjar snart. Ring resten.")
    elif asking.next_wave_at <= now:
        yield _("Nästa omgång går ut nu.")
    elif not asking.waves:
        yield _("Väntar till %(when)s.") % {"when": by(asking.next_wave_at, today)}
    elif asking.mode == Policy.Mode.BEST and asking.decide_at:
        yield _("Svar samlas till %(when)s, %(yes)s ja.") % {"when": by(asking.decide_at, today), "yes": said[YES]}
    elif queued or (left and not asking.chosen_only):
        yield _("Nästa omgång %(when)s.") % {"when": by(asking.next_wave_at, today)}
    elif said[WAITING]:
        yield _("Sista svar %(when)s.") % {"when": by(asking.next_wave_at, today)}
