"""She is told when a colleague changes how she is reached or comes in: by every way that was hers before."""

import uuid
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from messaging import outbox
from messaging.models import Channel
from people import phones
from people.languages import speaking
from people.models import PasswordLink, User
from people.operations import password_links, second_steps, written_ways

KIND = "account.written_way"


@written_ways.on_change
def tell(user: User, phone: str, email: str, at: datetime) -> None:
    """Both ways, as they were: the one that was not changed may be the only one that she still has."""
    with speaking(user):
        body = _("En kollega har ändrat ditt mobilnummer eller din e-post i Vikarieportalen.")
        unasked = _("Stämmer det inte? Ring Bemanningen genast.")
        body = f"{body} {unasked}"
        if phones.mobile(phone, settings.PHONE_REGION):
            _post(user, body, Channel.SMS, phone, at=at)
        if email:
            _post(user, body, Channel.EMAIL, email, at=at)


@password_links.carried_by
def tell_of_link(link: PasswordLink, at: datetime) -> None:
    """The link goes to her telephone; that it does, to her address as well."""
    if link.kind == PasswordLink.Kind.RESET and link.user.email:
        with speaking(link.user):
            body = _("En länk till ett nytt lösenord är skickad till ditt mobilnummer.")
            body = f"{body} {_('Har du inte bett om det? Ring Bemanningen.')}"
            _post(link.user, body, Channel.EMAIL, link.user.email, at=at)


def tell_of_step(user: User, done: str, kind: str, at: datetime) -> None:
    """Her telephone is told already; who takes over an account has perhaps that."""
    if done == second_steps.TAKEN and user.phone and user.email:
        with speaking(user):
            body = _("En kollega har tagit bort ditt extra steg i Vikarieportalen.")
            body = f"{body} {_('Var det inte du? Ring Bemanningen genast.')}"
            _post(user, body, Channel.EMAIL, user.email, at=at)


def _post(user: User, body: str, channel: Channel, address: str, *, at: datetime) -> None:
    outbox.post(
        key=f"{KIND}:{uuid.uuid4()}",
        kind=KIND,
        to=user,
        subject=_("Inloggning och säkerhet"),
        body=body,
        at=at,
        channel=channel,
        address=address,
    )


second_steps.on_change(tell_of_step)
