"""What was done, in words: each action of the booking engine as the history tells it.

A sentence names nobody: a history outlives the erasure of a person. The page puts the name beside it.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import LogActionRegistry, LogFormatter

from booking.models import Call, EndReason, Enquiry, Kind, Order
from booking.operations.answering import BY_LINK, BY_PLANNER
from booking.views.desk import message_text_story, policy_story
from booking.views.desk.deed_names import NAMES
from people.models import HistoryEntry
from portal.templatetags.times import clock

Facts = Mapping[str, object]
Telling = Callable[[Facts], str]


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
    "assistantrun.export": taken("assistantrun.export"),
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
