"""A password is chosen by the one whose it is, and by nobody else."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from people.models import FormerPassword, PasswordLink, User
from people.operations import telling


@transaction.atomic
def choose(user: User, raw: str, *, at: datetime) -> None:
    """Let `raw` be her password, which the rules have let through. The one before is remembered by its seal alone.

    Whatever link she was sent to choose one by leads nowhere any more.
    """
    if settings.PASSWORD_HISTORY and user.has_usable_password():
        FormerPassword.objects.create(user=user, sealed=user.password, left_at=at)
        _forget_old(user)
    user.set_password(raw)
    user.password_changed_at, user.must_change_password = at, False
    user.save(update_fields=["password", "password_changed_at", "must_change_password"])
    PasswordLink.objects.filter(user=user, closed_at=None).update(closed_at=at)
    telling.of_account(user, "choose_password", by=user, at=at)


def _forget_old(user: User) -> None:
    """Keep no more of them than are compared with what she chooses next."""
    hers = FormerPassword.objects.filter(user=user).order_by("-left_at")
    kept = list(hers.values_list("pk", flat=True)[: settings.PASSWORD_HISTORY])
    hers.exclude(pk__in=kept).delete()
