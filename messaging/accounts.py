"""What allauth writes to somebody leaves by the outbox too: a mail server that is down stops and loses nothing."""

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from messaging import outbox
from messaging.models import Channel
from people.adapter import AccountAdapter
from people.models import User


class MailThroughTheOutbox(AccountAdapter):
    """Our adapter, with its mail posted."""

    @transaction.atomic
    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Post it to the account that it is about; discreet, since it may carry a way in."""
        user: User = context["user"]
        mail = self.render_mail(template_prefix, email, context)
        outbox.post(
            key=f"{template_prefix}:{uuid.uuid4()}",
            kind="account.mail",
            to=user,
            subject=mail.subject,
            body=mail.body,
            at=timezone.now(),
            channel=Channel.EMAIL,
            discreet=True,
        )
