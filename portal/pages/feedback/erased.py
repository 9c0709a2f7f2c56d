"""A person who is erased: what she sent with her number or her address goes, since it tells of her."""

from datetime import datetime

from django.conf import settings

from people import phones
from people.models import Substitute, User
from people.operations import erasure
from portal.pages.models import Feedback


def erase(substitute: Substitute, by: User | None, at: datetime) -> None:
    """All that asks for an answer where she is reached."""
    hers = {value.casefold() for value in (substitute.user.phone, substitute.user.email) if value}
    asked = Feedback.objects.exclude(reply_to="").values_list("pk", "reply_to")
    Feedback.objects.filter(pk__in=[pk for pk, reply_to in asked if _reached(reply_to) in hers]).delete()


def _reached(reply_to: str) -> str:
    return phones.e164(reply_to, settings.PHONE_REGION) or reply_to.casefold()


erasure.on_erasure(erase=erase)
