"""What must be set for messages to leave."""

import re
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Caution

from messaging import gateways, vapid

NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
NAME = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}")
"""What both gateways show as a sender instead of a number."""


def gateway_is_ready(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """`SMS_GATEWAY` names one that there is an adapter for, and the adapter has what it needs."""
    try:
        missing = gateways.get(settings.SMS_GATEWAY).missing()
    except gateways.UnknownGateway:
        problem = f"SMS_GATEWAY is {settings.SMS_GATEWAY!r}: there is no such gateway."
        return [Error(problem, hint="Choose elks, twilio or, on one's own machine, local.", id="messaging.E001")]
    if not missing:
        return []
    problem = f"SMS_GATEWAY is {settings.SMS_GATEWAY}, and nothing can leave without {', '.join(missing)}."
    hint = "Take them from the gateway's own pages and put them in the environment; see docs/operations.md."
    return [Error(problem, hint=hint, id="messaging.E002")]


def sender_can_be_shown(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """`SMS_SENDER` is a number that can be answered; a name at least can be shown."""
    sender = settings.SMS_SENDER
    if settings.SMS_GATEWAY == "local" or NUMBER.fullmatch(sender):
        return []
    if NAME.fullmatch(sender):
        hint = "Enquiries are answered by SMS: rent a number of the gateway and set SMS_SENDER to it."
        return [Caution("SMS_SENDER is a name: nobody can answer an SMS from it.", hint=hint, id="messaging.W001")]
    hint = "Write a number with its country (+46…), or at most eleven letters and digits."
    return [Error("SMS_SENDER is neither a number nor a name.", hint=hint, id="messaging.E003")]


def notices_can_go(**_: Any) -> list[CheckMessage]:  # noqa: ANN401 (what Django sends along)
    """There is a key that can be read and an address to write to; in production also that there is a key at all."""
    try:
        has_key = vapid.key() is not None
    except vapid.Unusable:
        hint = "Make one with `manage.py vapid --print`; see docs/operations.md."
        return [Error("VAPID_PRIVATE_KEY is no private key on the curve P-256.", hint=hint, id="messaging.E004")]
    if has_key and not vapid.has_subject():
        hint = "Write where the push services reach whoever runs the portal: mailto:somebody@…"
        return [Error("VAPID_SUBJECT is neither mailto: nor https:.", hint=hint, id="messaging.E005")]
    if not has_key and not settings.DEVELOPMENT:
        hint = "Make a key with `manage.py vapid --print`, and keep it: another key loses every subscription."
        return [Caution("No notices go to browsers: VAPID_PRIVATE_KEY is not set.", hint=hint, id="messaging.W002")]
    return []
