"""Mail to those without a phone."""

from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail

from messaging import delivery
from messaging.channels import Refused, TryAgain
from messaging.channels.email import Email, message_id
from messaging.models import Channel
from tests.messaging.conftest import NOW


class BrokenBackend:
    """A mail server that raises what the settings say."""

    problem: Exception

    def __init__(self, **options):
        pass

    def send_messages(self, messages):
        raise self.problem


def test_a_mail_carries_the_messages_own_id(amira, post):
    message = post(amira, channel=Channel.EMAIL, subject="Du är bokad", body="Välkommen", key="booking:7:amira")

    delivery.deliver(message.pk, at=NOW)

    (sent,) = mail.outbox
    assert (sent.to, sent.subject, sent.body) == (["amira@alvsunda.example"], "Du är bokad", "Välkommen")
    assert sent.message()["Message-ID"] == message_id("booking:7:amira")
    message.refresh_from_db()
    assert message.status == "accepted"


def test_a_subject_is_one_line_and_never_empty(amira, post):
    Email().send(post(amira, channel=Channel.EMAIL, subject="Två\nrader"))
    Email().send(post(amira, channel=Channel.EMAIL))

    assert [sent.subject for sent in mail.outbox] == ["Två rader", "Meddelande från Vikarieportalen"]


def test_the_id_is_the_same_for_the_same_key_alone():
    assert message_id("a") == message_id("a") != message_id("b")
    assert message_id("å: <b>").isascii()


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (SMTPRecipientsRefused({"a": (550, b"no such user")}), Refused),
        (SMTPRecipientsRefused({"a": (450, b"mailbox busy")}), TryAgain),
        (SMTPDataError(554, b"spam"), Refused),
        (SMTPDataError(451, b"later"), TryAgain),
        (SMTPServerDisconnected(), TryAgain),
        (TimeoutError(), TryAgain),
        (ConnectionRefusedError(), TryAgain),
    ],
)
def test_the_mail_servers_answer_decides_whether_to_try_again(amira, post, settings, problem, expected):
    settings.EMAIL_BACKEND = "tests.messaging.test_email.BrokenBackend"
    BrokenBackend.problem = problem

    with pytest.raises(expected):
        Email().send(post(amira, channel=Channel.EMAIL))
