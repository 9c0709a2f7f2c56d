"""Reads the SMS that come in as answers to enquiries. What is not plainly one books nothing, and is never guessed."""

from collections.abc import Callable
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from booking import asked_at, notifications, outcomes
from booking.models import Enquiry
from booking.models.enquiry import EnquiryQuerySet
from booking.operations import answering
from messaging import inbound, replies
from messaging.grammar import Answer, Kind, understand, wordless
from messaging.inbound import Outcome
from messaging.models import InboundMessage
from people.languages import speaking
from people.models import User


@inbound.reader
def read(message: InboundMessage, senders: list[User], at: datetime) -> Outcome | None:
    """Act on a Ja or a Nej, answer with what became of it, and say the same for the record."""
    asked = asked_at.number(message.sender, now=at)
    elsewhere = Enquiry.objects.unanswered(now=at).filter(substitute__user__in=senders).exclude(pk__in=asked)
    if not (asked.exists() or elsewhere.exists()):
        return None
    with override(settings.LANGUAGE_CODE):
        answer = understand(message.body)
        if answer.kind not in {Kind.YES, Kind.NO}:
            return _unreadable(message, list(asked.unanswered(now=at)), at=at, is_read=elsewhere.exists())
        if answer.code is None and replies.to_something_written(message):
            return _perhaps_to_somebody(message, list(asked.unanswered(now=at)), at=at)
        return _answered(message, answer, asked, elsewhere, senders, at=at)


def _answered(
    message: InboundMessage,
    answer: Answer,
    asked: EnquiryQuerySet,
    elsewhere: EnquiryQuerySet,
    senders: list[User],
    *,
    at: datetime,
) -> Outcome:
    yes = answer.kind is Kind.YES
    # A no may be changed to yes, so a yes can be for an enquiry that has been answered.
    open_to_it = list(asked.winnable(now=at) if yes else asked.unanswered(now=at))
    people = {one.pk for one in senders} | {one.substitute.user_id for one in open_to_it}
    meant = _meant(answer, open_to_it, asked, shared=len(people) > 1)
    if meant not in open_to_it and (other := _other(answer, elsewhere)):
        return _not_here(message, other.substitute.user, at=at)
    if meant is None:
        to = senders[0] if senders else asked[0].substitute.user
        _reply(message, to, lambda: _which(open_to_it), at=at)
        return Outcome(_("flera förfrågningar, koden saknas"))
    return Outcome(_taken(message, meant, yes=yes, at=at))


def _meant(answer: Answer, open_to_it: list[Enquiry], asked: EnquiryQuerySet, *, shared: bool) -> Enquiry | None:
    """The one enquiry that the answer can be for, or nothing if it might be another."""
    if answer.code is not None:
        with_the_code = list(asked.filter(code=answer.code)[:2])
        return with_the_code[0] if len(with_the_code) == 1 else None
    if shared or len(open_to_it) > 1:
        return None
    return open_to_it[0] if open_to_it else asked.order_by("-asked_at", "pk").first()


def _other(answer: Answer, elsewhere: EnquiryQuerySet) -> Enquiry | None:
    """One that she may mean, and that she was asked about in another way than by SMS to this number."""
    meant = elsewhere if answer.code is None else elsewhere.filter(code=answer.code)
    return meant.select_related("substitute__user").first()


def _not_here(message: InboundMessage, to: User, *, at: datetime) -> Outcome:
    """Nobody answers from a number that was not asked; where it can be done is said."""
    page = f"{settings.PORTAL_URL}{reverse('booking:enquiries')}"
    words = gettext_noop("Vi frågade dig inte på det här numret, så ditt svar räknas inte. Svara i portalen: %(page)s")
    told = _reply(message, to, lambda: _(words) % {"page": page}, at=at, kind="enquiry.elsewhere", once_an_hour=True)
    return Outcome(_("numret är inte det som fick frågan"), needs_reader=not told)


def _taken(message: InboundMessage, enquiry: Enquiry, *, yes: bool, at: datetime) -> str:
    was = enquiry.status
    enquiry = answering.answer(enquiry, yes=yes, by=enquiry.substitute.user, at=at)
    confirmed = enquiry.status == Enquiry.Status.WON != was
    # A new booking has a confirmation of its own, which goes to the number that she has now.
    if not confirmed or message.sender != enquiry.substitute.user.phone:
        _reply(message, enquiry.substitute.user, lambda: outcomes.told(enquiry, yes=yes, at=at), at=at)
    said = _("ja") if yes else _("nej")
    return f"{said}: {enquiry.get_status_display()}"


def _unreadable(
    message: InboundMessage, waiting: list[Enquiry], *, at: datetime, is_read: bool = False
) -> Outcome | None:
    """Words are for a planner to read; a thumb is asked what it means, and is hers too if it comes again."""
    if not (waiting or is_read):
        return None
    prompted = bool(waiting) and _prompt(message, waiting, gettext_noop("Vi förstod inte ditt svar. %(how)s"), at=at)
    return Outcome(_("otydligt svar, inget är bokat"), needs_reader=not (prompted and wordless(message.body)))


def _perhaps_to_somebody(message: InboundMessage, waiting: list[Enquiry], *, at: datetime) -> Outcome:
    """The last that she got was written by a colleague: a bare Ja can be for that as well."""
    if waiting:
        _prompt(message, waiting, gettext_noop("Menar du en förfrågan? %(how)s"), at=at)
    return Outcome(_("svar på ett skrivet meddelande"), needs_reader=True)


def _prompt(message: InboundMessage, waiting: list[Enquiry], words: str, *, at: datetime) -> bool:
    """Ask for a plain answer, at most once an hour; whether it was asked."""
    return _reply(
        message,
        waiting[0].substitute.user,
        lambda: _which(waiting, _(words)),
        at=at,
        kind="enquiry.unclear",
        once_an_hour=True,
    )


def _which(waiting: list[Enquiry], words: str = "%(how)s") -> str:
    """How to answer, with a code for each when there is more than one to answer, as far as two SMS go."""
    if not waiting:
        return words % {"how": _("Du har ingen förfrågan att svara på just nu.")}
    if len(waiting) == 1:
        return words % {"how": _("Svara bara JA %(code)s eller NEJ %(code)s.") % {"code": waiting[0].code}}
    return notifications.with_choices(words % {"how": _("Skriv koden för det pass du menar.")}, waiting)


def _reply(
    message: InboundMessage,
    to: User,
    body: Callable[[], str],
    *,
    at: datetime,
    kind: str = "enquiry.reply",
    once_an_hour: bool = False,
) -> bool:
    """Say it in her language. Whether it was posted: there is a limit to what one number is answered."""
    with speaking(to):
        subject, text = _("Ditt svar"), body()
    sent = replies.reply(message, kind=kind, to=to, subject=subject, body=text, at=at, once_an_hour=once_an_hour)
    return sent is not None
