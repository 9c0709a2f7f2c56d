"""What allauth does for us in our way: mail and codes go by the outbox, and who signs out takes her notices along."""

import uuid
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from messaging import alarms, browsers, outbox, sign_in_codes
from messaging.browsers import THIS_BROWSER
from messaging.models import Channel
from people.adapter import AccountAdapter
from people.languages import speaking
from people.models import Alarm, User
from portal import security_log


class MailThroughTheOutbox(AccountAdapter):
    """Our adapter, with its mail and its codes posted, and no notices to a browser that she has left."""

    @transaction.atomic
    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Post it to the account that it is about; discreet, since it may carry a way in."""
        user: User = context["user"]
        with speaking(user):
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
        security_log.once_done("account.mail_sent", about=user, mail=template_prefix.rpartition("/")[2])

    def send_verification_code_sms(self, user: User, phone: str, code: str, **_: Any) -> None:  # noqa: ANN401 (allauth's)
        """Send the code to her number; `code` is its seed."""
        sign_in_codes.send(user, phone, code, at=timezone.now())

    def send_unknown_account_sms(self, phone: str, **_: Any) -> None:  # noqa: ANN401 (allauth's)
        """Nobody signs in by the number alone. A stranger gets nothing of ours; those who share it are told."""
        sign_in_codes.say_that_it_is_shared(phone, at=timezone.now())

    def set_phone_verified(self, user: User, phone: str) -> None:
        """She has written the code."""
        sign_in_codes.used(user)

    def too_many_fail(self) -> None:
        """Somebody tries passwords by the hundred."""
        alarms.sound(Alarm.Kind.FAILED_SIGN_INS, at=timezone.now())

    def logout(self, request: HttpRequest) -> None:
        """Whoever sits there next reads nothing of hers."""
        endpoint = request.session.get(THIS_BROWSER)
        if endpoint and isinstance(request.user, User):
            browsers.let_go(request.user, endpoint=endpoint)
        super().logout(request)
