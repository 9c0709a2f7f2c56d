"""Our answers to what allauth asks of second steps: how secrets are kept, and what a telephone is told."""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils import timezone
from django.utils.translation import gettext as _

from people import sealing
from people.models import User
from people.operations import passkeys, second_steps


class SecondStepAdapter(DefaultMFAAdapter):
    """Secrets are sealed; a telephone or a key is told a user name, and of one who is protected not even that."""

    def encrypt(self, text: str) -> str:
        """As it is kept in the database."""
        return sealing.sealed(text)

    def decrypt(self, encrypted_text: str) -> str:
        """As it was."""
        return sealing.opened(encrypted_text)

    def get_totp_issuer(self) -> str:
        """What the code app calls us."""
        return _("Vikarieportalen")

    def _get_user_identifier(self, user: User) -> str:
        return second_steps.called(user)

    def _get_site_name(self) -> str:
        return _("Vikarieportalen")

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one of whoever must have one."""
        return second_steps.may_remove(authenticator)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The portal's own address, whatever name it was asked by."""
        return {"id": passkeys.our_host(), "name": self._get_site_name()}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        """A key carries her user name alone: it may be kept in a cloud of somebody else's."""
        name = second_steps.called(user)
        return super().get_public_key_credential_user_entity(user) | {"display_name": name, "name": name}

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """Nothing: she is told by the operations, through the outbox."""


def heard_of(*, user: User, authenticator: Authenticator, **_how: object) -> None:
    """Hears allauth say what somebody got in by: of a code on paper she is told."""
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        second_steps.code_used(user, at=timezone.now())
