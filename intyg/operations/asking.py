"""The officer asks the applicant something, and she answers: one question at a time, as many as it takes."""

from datetime import datetime

from django.utils.translation import gettext as _

from booking import calendar_days
from booking.operations.deciding import decision
from intyg import due, notifications
from intyg.models import CertificateQuestion, CertificateRequest
from intyg.operations.frame import Refused, at_hand, locked, unready, write_down
from people.days import day_of
from people.models import User

Status = CertificateRequest.Status


@decision
def ask(asked: CertificateRequest, *, text: str, by: User, at: datetime) -> CertificateQuestion:
    """Ask her; she is told that there is a question, not which. The same words while they wait are one question."""
    asked = locked(asked)
    at_hand(asked, by=by)
    if waiting := asked.questions.filter(answered_at=None).first():
        if waiting.text == text:
            return waiting
        raise Refused(_("Din förra fråga väntar på svar."))
    question = asked.questions.create(text=text, asked_by=by, asked_at=at)
    unready(asked)
    asked.officer, asked.status = by, Status.QUESTION
    asked.save(update_fields=["officer", "status", "ready_at", "ready_by", "answered_at"])
    write_down(asked, "ask", by=by, at=at)
    notifications.question(question, at=at)
    return question


@decision
def answer(question: CertificateQuestion, text: str, *, by: User, at: datetime) -> CertificateQuestion:
    """She answers; the days that it waited for her do not count. Twice is once, and the first answer stands."""
    asked = locked(question.request)
    question = asked.questions.get(pk=question.pk)
    if question.answered_at:
        return question
    if not asked.is_undecided:
        raise Refused(_("Det behövs inget svar längre: beställningen är avgjord."))
    question.answer, question.answered_at = text, at
    question.save(update_fields=["answer", "answered_at"])
    asked.status, asked.answered_at = Status.ASSIGNED, at
    if asked.due_on:
        waited = due.between(day_of(question.asked_at), day_of(at), calendar_days.kind_of)
        asked.due_on = due.after(asked.due_on, waited, calendar_days.kind_of)
    asked.save(update_fields=["status", "answered_at", "due_on"])
    write_down(asked, "answer", by=by, at=at)
    return question
