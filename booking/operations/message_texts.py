"""The system owner says a message of the portal in the municipality's own words, and goes back to the portal's."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from booking.models import MessageText
from booking.notifications import fitting
from people.history import record
from people.models import User
from people.operations.refusals import Refused
from portal.templatetags.times import clock, day

FIRST = ""
"""What somebody has seen of a text that nobody had changed."""


@transaction.atomic
def word(code: str, language: str, text: str, *, seen: str, by: User, at: datetime) -> None:
    """Say it so from now on; empty, or as the portal says it, is to go back to the portal's words. Twice is once.

    `seen` is the `version` of what she changes. `Refused` if somebody has changed it since, or if the text will not do.
    """
    text = _as_kept(code, language, text)
    if text and (wrong := list(fitting.faults(code, text, language))):
        raise Refused(text=" ".join(wrong))
    row, is_new = _locked(code, language, by=by, at=at)
    if row.text == text:
        return
    if not is_new and version(row) != seen:
        raise Refused(__all__=_changed_by_another(row))
    before, row.text, row.changed_by, row.changed_at = row.text, text, by, at
    row.save()
    action = "messagetext.word" if text else "messagetext.give_back"
    record(row, action, by=by, at=at, area_id=None, kind=code, language=language, before=before, after=text)


def version(row: MessageText | None) -> str:
    """Another for each change; `FIRST` if there has been none."""
    return row.changed_at.isoformat() if row else FIRST


def lines(text: str) -> str:
    """Without what nobody sees: white space at the ends of its lines, and lines without words."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _as_kept(code: str, language: str, text: str) -> str:
    text = lines(text)
    return "" if text == fitting.portals_words(code, language)[1] else text


def _locked(code: str, language: str, *, by: User, at: datetime) -> tuple[MessageText, bool]:
    """The row, with nobody else at it; whether it was made for this."""
    first = {"text": "", "changed_by": by, "changed_at": at}
    made, is_new = MessageText.objects.get_or_create(kind=code, language=language, defaults=first)
    return MessageText.objects.select_for_update(of=("self",)).select_related("changed_by").get(pk=made.pk), is_new


def _changed_by_another(row: MessageText) -> str:
    facts = {"who": row.changed_by, "day": day(row.changed_at), "clock": clock(row.changed_at)}
    return _("%(who)s ändrade texten %(day)s %(clock)s. Läs den som den är nu, och ändra igen.") % facts
