"""E-mail, through whatever backend Django is set to."""

import hashlib
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from messaging.channels import Refused, Sent, TryAgain
from messaging.models import Message
from people.languages import speaking

PERMANENT = 500
"""From this SMTP code on, trying again is of no use (RFC 5321, 4.2.1)."""


class Email:
    """Sent again when the outcome is unknown: the same Message-ID tells the reader's program that it is the same."""

    gateway = ""

    def send(self, message: Message) -> Sent:
        """Hand it to the mail server."""
        headers = {"Message-ID": message_id(message.key), "Auto-Submitted": "auto-generated"}
        mail = EmailMessage(_subject(message), message.body, to=[message.address], headers=headers)
        try:
            mail.send()
        except SMTPRecipientsRefused as problem:
            raise _verdict(max(code for code, _why in problem.recipients.values()), "recipient") from problem
        except SMTPResponseException as problem:
            raise _verdict(problem.smtp_code, "mail") from problem
        except OSError as problem:
            raise TryAgain(type(problem).__name__) from problem
        return Sent()

    def find(self, message: Message) -> Sent | None:
        """A mail server is not asked: sending again is harmless."""
        return None


def message_id(key: str) -> str:
    """`<…@the portal's host>`: the same for the same key, whatever signs the key has."""
    digest = hashlib.sha256(key.encode()).hexdigest()[:32]
    return f"<{digest}@{urlsplit(settings.PORTAL_URL).hostname}>"


def _subject(message: Message) -> str:
    with speaking(message.recipient):
        return " ".join((message.subject or _("Meddelande från Vikarieportalen")).split())


def _verdict(code: int, what: str) -> Exception:
    return (Refused if code >= PERMANENT else TryAgain)(f"SMTP {code} {what}")
