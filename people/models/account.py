"""The accounts that the system owner keeps: her colleagues'."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models.role import RoleAssignment
from people.models.user import User


class AccountQuerySet(models.QuerySet["Account"]):
    """Questions to the accounts."""

    def of_colleagues(self) -> Self:
        """Those of whoever is no substitute, or has a role as well; the other substitutes are the planners'."""
        return self.filter(Q(substitute=None) | Q(pk__in=RoleAssignment.objects.values("user")))


class Account(User):
    """A user as the system owner sees her. Wagtail's own screens for users know the other name, and stay closed."""

    objects = AccountQuerySet.as_manager()  # type: ignore[assignment,misc]  # it is no place to make users

    class Meta:
        proxy = True
        verbose_name = _("konto")
        verbose_name_plural = _("konton")
