"""What was done, in words: each action of the booking engine as the history tells it.

A sentence names nobody: a history outlives the erasure of a person. The page puts the name beside it.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogActionRegistry, LogFormatter

from booking.models import Call, EndReason, Enquiry, Kind, Order
from booking.operations.answering import BY_LINK, BY_PLANNER
from booking.views.desk import message_text_story, policy_story, proposal_story
from people.models import HistoryEntry
from portal.templatetags.times import clock

Facts = Mapping[str, object]
Telling = Callable[[Facts], str]

NAMES: Mapping[str, Promise] = {
    "order.place": gettext_lazy("Beställd"),
    "order.advertise": gettext_lazy("Utlagd i Lediga jobb"),
    "order.stop_advertising": gettext_lazy("Borttagen ur Lediga jobb"),
    "order.publish": gettext_lazy("Inskickad"),
    "order.change": gettext_lazy("Ändrad"),
    "order.ask": gettext_lazy("Förfrågan skickad"),
    "order.ask_in_waves": gettext_lazy("Förfrågningar i omgångar startade"),
    "order.exhausted": gettext_lazy("Alla tillfrågade"),
    "order.reserve": gettext_lazy("Någon fick första chansen"),
    "order.release": gettext_lazy("Inte längre reserverad för den önskade"),
    "order.stop": gettext_lazy("Stoppad"),
    "order.resume": gettext_lazy("Startad igen"),
    "order.return": gettext_lazy("Returnerad till beställaren"),
    "order.take_up": gettext_lazy("Tillbaka till bemanningen"),
    "order.cancel": gettext_lazy("Beställningen borttagen"),
    "order.lapse": gettext_lazy("Blev obesatt"),
    "order.complete": gettext_lazy("Genomförd"),
    "order.export": gettext_lazy("Beställningar hämtade som fil"),
    "booking.export": gettext_lazy("Bokningar hämtade som fil"),
    "area.export_figures": gettext_lazy("Statistik hämtad som fil"),
    "validity.export": gettext_lazy("Papper som går ut hämtade som fil"),
    "booking.export_time": gettext_lazy("Arbetad tid hämtad som fil"),
    "las.export": gettext_lazy("Listan över LAS-gränser hämtad som fil"),
    "booking.book": gettext_lazy("Bokad"),
    "booking.choose": gettext_lazy("Utvald av portalen"),
    "booking.end": gettext_lazy("Avbokad"),
    "booking.shorten": gettext_lazy("Förkortat pass"),
    "booking.report_late": gettext_lazy("Kommer senare"),
    "booking.in_time": gettext_lazy("Kommer i tid ändå"),
    "booking.no_show": gettext_lazy("Kom inte"),
    "booking.came": gettext_lazy("Kom ändå"),
    "booking.attest": gettext_lazy("Attesterad"),
    "booking.take_back": gettext_lazy("Attesten tillbakatagen"),
    "booking.say_time": gettext_lazy("Arbetad tid skriven"),
    "booking.correct_time": gettext_lazy("Arbetad tid rättad"),
    "booking.dispute_time": gettext_lazy("Vikarien säger emot tiden"),
    **proposal_story.NAMES,
    "payperiod.close": gettext_lazy("Löneperioden stängd"),
    "booking.worked_otherwise": gettext_lazy("Arbetade en annan tid, enligt arbetsplatsen"),
    "ordertemplate.make": gettext_lazy("Vanligt pass sparat"),
    "ordertemplate.change": gettext_lazy("Vanligt pass ändrat"),
    "ordertemplate.remove": gettext_lazy("Vanligt pass borttaget"),
    "call.note": gettext_lazy("Samtal"),
    "plannertask.done": gettext_lazy("Uppgift klar"),
    "interest.register": gettext_lazy("Intresse anmält"),
    "interest.withdraw": gettext_lazy("Intresse återtaget"),
    "enquiry.answer": gettext_lazy("Svar på förfrågan"),
    "enquiry.take_back_no": gettext_lazy("Nej återtaget"),
    "availability.put_in": gettext_lazy("Tid inlagd"),
    "availability.take_away": gettext_lazy("Tid borttagen"),
    "availability.change": gettext_lazy("Tid ändrad"),
    "availability.copy_week": gettext_lazy("Veckan kopierad"),
    "availability.undo": gettext_lazy("Ändring av tid ångrad"),
    "availabilitypattern.lay_out": gettext_lazy("Återkommande tid inlagd"),
    "availabilitypattern.end": gettext_lazy("Återkommande tid avslutad"),
    "absence.note": gettext_lazy("Frånvaro noterad"),
    "absence.shorten": gettext_lazy("Frånvaro förkortad"),
    "absence.remove": gettext_lazy("Frånvaro borttagen"),
    "block.make": gettext_lazy("Spärrad på arbetsplatsen"),
    "block.lift": gettext_lazy("Spärr hävd"),
    "introduction.give": gettext_lazy("Introducerad på arbetsplatsen"),
    "introduction.withdraw": gettext_lazy("Introduktion återtagen"),
    "recordscheck.note": gettext_lazy("Registerkontroll noterad"),
    "favourite.choose": gettext_lazy("Vald till favorit"),
    "favourite.drop": gettext_lazy("Inte längre favorit"),
    "restdebt.settle": gettext_lazy("Vila given"),
    "timebankentry.resource": gettext_lazy("Tidbanken följde den arbetade tiden"),
    "timebankentry.taken": gettext_lazy("Tid uttagen ur tidbanken"),
    "timebankentry.paid": gettext_lazy("Tid i tidbanken utbetald"),
    "timebankentry.correction": gettext_lazy("Tidbanken rättad"),
    "timebank.export": gettext_lazy("Tidbanker hämtade som fil"),
    "inboundmessage.settle": gettext_lazy("Meddelande läst"),
    "inboundmessage.unsettle": gettext_lazy("Meddelande oläst igen"),
    "inboundmessage.write": gettext_lazy("Svar skrivet i portalen"),
    "policy.decide": gettext_lazy("Regelverket ändrat"),
    "messagetext.word": gettext_lazy("Meddelandetext ändrad"),
    "messagetext.give_back": gettext_lazy("Meddelandetext med portalens ord igen"),
    "workplacerequest.ask": gettext_lazy("Frågade om arbetsplatsen"),
    "workplacerequest.ask_again": gettext_lazy("Introduktionen blev inte av"),
    "workplacerequest.withdraw": gettext_lazy("Önskemålet återtaget"),
    "workplacerequest.decline": gettext_lazy("Nej till önskemålet"),
    "workplacerequest.plan": gettext_lazy("Introduktion bokad"),
    "workplacerequest.activate": gettext_lazy("Kan bokas på arbetsplatsen"),
    "calendarfeed.open": gettext_lazy("Kalenderprenumeration öppnad"),
    "calendarfeed.renew": gettext_lazy("Kalenderprenumeration fick en ny adress"),
    "calendarfeed.close": gettext_lazy("Kalenderprenumeration avstängd"),
    "substitute.write": gettext_lazy("Meddelande skrivet"),
    "substitute.back": gettext_lazy("Tillbaka"),
    "substitute.choose_channels": gettext_lazy("Val av sms, e-post och aviseringar ändrat"),
    "substitute.stop_sms": gettext_lazy("Sms stoppade"),
    "substitute.start_sms": gettext_lazy("Sms på igen"),
}


def asked(facts: Facts) -> str:
    """How many."""
    number = int(str(facts.get("number", 0)))
    return ngettext("Förfrågan skickad till %(n)d", "Förfrågan skickad till %(n)d personer", number) % {"n": number}


def cancelled(facts: Facts) -> str:
    """With what was written."""
    return _with_note(str(NAMES["order.cancel"]), facts)


def taken(name: str) -> Telling:
    """How many rows of the area left it as a file."""

    def telling(facts: Facts) -> str:
        number = int(str(facts.get("rows", 0)))
        words = ngettext("%(what)s, %(n)d rad", "%(what)s, %(n)d rader", number)
        return words % {"what": NAMES[name], "n": number}

    return telling


def booked(facts: Facts) -> str:
    """With the reason for passing an obstacle."""
    if reason := facts.get("reason"):
        return _("Bokad, med skäl: %(reason)s") % {"reason": reason}
    return str(NAMES["booking.book"])


def ended(facts: Facts) -> str:
    """Why."""
    why = dict(EndReason.choices).get(str(facts.get("reason")), "")
    said = _("Avbokad: %(why)s") % {"why": why} if why else str(NAMES["booking.end"])
    return _with_note(_with_way(said, facts), facts)


def late(facts: Facts) -> str:
    """When she comes instead."""
    return _("Kommer senare, väntas %(when)s") % {"when": clock(datetime.fromisoformat(str(facts["expected"])))}


def answered(facts: Facts) -> str:
    """What became of it."""
    status = dict(Enquiry.Status.choices).get(str(facts.get("status")), "")
    return _with_way(_("Svar på förfrågan: %(status)s") % {"status": status}, facts)


def no_taken_back(facts: Facts) -> str:
    """By what way."""
    return _with_way(str(NAMES["enquiry.take_back_no"]), facts)


def put_in(facts: Facts) -> str:
    """Of what kind."""
    kind = dict(Kind.choices).get(str(facts.get("kind")), "")
    return _("Tid inlagd: %(kind)s") % {"kind": kind}


def returned(facts: Facts) -> str:
    """Why."""
    if reason := facts.get("reason"):
        return _("Returnerad till beställaren: %(reason)s") % {"reason": reason}
    return str(NAMES["order.return"])


def changed(facts: Facts) -> str:
    """What of it."""
    fields = facts.get("fields")
    names = [str(_field_name(str(field))) for field in fields] if isinstance(fields, list) else []
    return _("Ändrad: %(fields)s") % {"fields": ", ".join(names)} if names else str(NAMES["order.change"])


def called(facts: Facts) -> str:
    """What came of it."""
    outcome = dict(Call.Outcome.choices).get(str(facts.get("outcome")), "")
    return _("Samtal: %(outcome)s") % {"outcome": outcome}


def _field_name(field: str) -> object:
    return getattr(Order._meta.get_field(field), "verbose_name", field)


TELLINGS: Mapping[str, Telling] = {
    "order.ask": asked,
    "order.cancel": cancelled,
    "order.return": returned,
    "order.change": changed,
    "order.export": taken("order.export"),
    "booking.export": taken("booking.export"),
    "area.export_figures": taken("area.export_figures"),
    "validity.export": taken("validity.export"),
    "booking.export_time": taken("booking.export_time"),
    "las.export": taken("las.export"),
    "timebank.export": taken("timebank.export"),
    "call.note": called,
    "booking.book": booked,
    "booking.end": ended,
    "booking.report_late": late,
    "enquiry.answer": answered,
    "enquiry.take_back_no": no_taken_back,
    "availability.put_in": put_in,
    "policy.decide": policy_story.told,
    "messagetext.word": message_text_story.told,
    "messagetext.give_back": message_text_story.told,
}


def told(entry: HistoryEntry) -> str:
    """The sentence of one entry."""
    telling = TELLINGS.get(entry.action)
    return telling(entry.data) if telling else str(NAMES.get(entry.action, entry.action))


def register(registry: LogActionRegistry) -> None:
    """Tell Wagtail's log of every action; one that it does not know cannot be written down."""
    for action, name in NAMES.items():
        message = staticmethod(told)
        formatter = type("Deed", (LogFormatter,), {"label": name, "format_message": message})
        registry.register_action(action)(formatter)


def _with_way(sentence: str, facts: Facts) -> str:
    ways = {
        BY_LINK: _("%(deed)s, genom länken i meddelandet"),
        BY_PLANNER: _("%(deed)s, som bemanningen läste svaret"),
    }
    return ways.get(str(facts.get("way")), "%(deed)s") % {"deed": sentence}


def _with_note(sentence: str, facts: Facts) -> str:
    note = facts.get("note")
    return f"{sentence}. {note}" if note else sentence
