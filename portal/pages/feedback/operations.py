"""What comes in, and what becomes of it."""

import uuid
from calendar import monthrange
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localtime
from wagtail.models import Page

from booking.weeks import local_day
from people.history import record
from people.models import User
from portal.pages.models import Feedback, FeedbackPage, PageAnswer

HANDLE, ERASE = "handle", "erase"
MAY_ADD = timedelta(hours=1)
"""So long after a yes or no a comment is still hers."""

SAME = uuid.UUID("5b0a2f64-3d0e-4c58-9a41-6f3f6f0d7c1e")
Said = PageAnswer | Feedback


@transaction.atomic
def answer(page: Page, *, helped: bool, command: uuid.UUID, variant: str = "", at: datetime) -> PageAnswer:
    """Count a yes or no. The same command is one answer, and says what was pressed last."""
    said, _new = PageAnswer.objects.update_or_create(
        command=command,
        defaults={"helped": helped},
        create_defaults={
            "page": page,
            "helped": helped,
            "variant": variant,
            "language": page.locale.language_code,
            "at": at,
        },
    )
    return said


@transaction.atomic
def comment(page: Page, command: uuid.UUID, text: str, *, at: datetime) -> bool:
    """Add what she wrote to her answer, once; whether there was an answer to add it to."""
    hers = PageAnswer.objects.filter(page=page, command=command, comment="", at__gt=at - MAY_ADD)
    return bool(hers.update(comment=text))


@transaction.atomic
def send(page: FeedbackPage, *, subject: str, text: str, reply_to: str, at: datetime) -> Feedback:
    """Keep what somebody wrote. The same words on the same day are one."""
    key = f"{page.pk} {localtime(at):%Y-%m-%d} {subject} {text} {reply_to}"
    said, _new = Feedback.objects.get_or_create(
        command=uuid.uuid5(SAME, key),
        defaults={
            "page": page,
            "subject": subject,
            "text": text,
            "reply_to": reply_to,
            "language": page.locale.language_code,
            "at": at,
        },
    )
    return said


@transaction.atomic
def handle(said: Said, *, done: bool, by: User, at: datetime) -> None:
    """Mark it as seen to, or take the mark away; twice is once."""
    if done is (said.handled_at is not None):
        return
    said.handled_at, said.handled_by = (at, by) if done else (None, None)
    said.save(update_fields=["handled_at", "handled_by"])
    record(said, f"{said._meta.model_name}.{HANDLE}", by=by, at=at, area_id=None, done=done)


@transaction.atomic
def erase(said: Said, *, by: User, at: datetime) -> None:
    """Take away what was written; a yes or no is still counted."""
    record(said, f"{said._meta.model_name}.{ERASE}", by=by, at=at, area_id=None)
    if isinstance(said, PageAnswer):
        PageAnswer.objects.filter(pk=said.pk).update(comment="")
    else:
        said.delete()


@transaction.atomic
def forget(*, at: datetime) -> None:
    """What has been kept for as long as it may be."""
    PageAnswer.objects.filter(at__lt=_months_before(at, settings.PAGE_COMMENT_MONTHS)).update(comment="")
    Feedback.objects.filter(at__lt=_months_before(at, settings.FEEDBACK_MONTHS)).delete()


def _months_before(at: datetime, months: int) -> datetime:
    """The same moment as many months earlier, or the last of that month."""
    today = local_day(at)
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    last = monthrange(year, month + 1)[1]
    return localtime(at).replace(year=year, month=month + 1, day=min(today.day, last))
