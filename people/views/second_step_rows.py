"""What she signs in with, as rows of a list."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from people.models import User
from people.operations import second_steps
from people.sealing import CannotOpen

Type = Authenticator.Type
ICONS = {Type.TOTP: "mobile", Type.WEBAUTHN: "key", Type.RECOVERY_CODES: "doc"}


@dataclass(frozen=True, slots=True)
class Row:
    """One of them. Of the codes on paper: how many still open (`left`), and whether she has yet to see them."""

    pk: int
    name: str
    icon: str
    added: datetime
    last_used: datetime | None
    is_key: bool = False
    left: int | None = None
    unseen: bool = False


def rows_of(user: User) -> list[Row]:
    """All that she has, the codes on paper last."""
    rows = [_row(step) for step in second_steps.of(user)]
    return sorted(rows, key=lambda row: row.left is not None)


def _row(step: Authenticator) -> Row:
    told = (step.pk, _name(step), ICONS[step.type], step.created_at, step.last_used_at)
    if step.type == Type.RECOVERY_CODES:
        return Row(*told, left=_left(step), unseen=not step.wrap().did_view)
    return Row(*told, is_key=step.type == Type.WEBAUTHN)


def _left(paper: Authenticator) -> int:
    """None that we can no longer read."""
    try:
        return len(paper.wrap().get_unused_codes())
    except CannotOpen:
        return 0


def _name(step: Authenticator) -> str:
    if step.type == Type.WEBAUTHN:
        return str(step.wrap().name)
    return _("Säkerhetskod i app") if step.type == Type.TOTP else _("Reservkoder")
