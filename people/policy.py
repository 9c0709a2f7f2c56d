"""Our gate, in the shape that Wagtail's admin asks: a policy that knows nothing of `auth.Permission`."""

from collections.abc import Collection
from typing import Any

from django.db.models import Model, QuerySet
from django.utils import timezone
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import register_permission_policy

from people import access
from people.models.role import RoleAssignment
from people.models.user import User

WAGTAILS_WORDS = {"choose": "view"}


class ScopePolicy(BasePermissionPolicy):
    """Answers Wagtail from the roles; `verbs` says what Wagtail's words are called for the model."""

    def __init__(self, model: type[Model], **verbs: str) -> None:
        super().__init__(model)
        self.verbs = WAGTAILS_WORDS | verbs

    def _actions(self, actions: Collection[str]) -> list[str]:
        return [self.verbs.get(action, action) for action in actions]

    def user_has_permission(self, user: Any, action: str) -> bool:  # noqa: ANN401 (Wagtail's signature)
        """Whether she may do it to some row."""
        name = self.model._meta.model_name
        return any(access.may(user, f"{name}.{verb}") for verb in self._actions([action]))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Model) -> bool:  # noqa: ANN401
        """Whether she may do it to this row."""
        return access.can(user, self._actions([action])[0], instance)

    def instances_user_has_any_permission_for(self, user: Any, actions: Collection[str]) -> QuerySet[Model]:  # noqa: ANN401
        """The rows that she may do it to."""
        return access.scope(user, self.model._default_manager.all(), *self._actions(actions))

    def users_with_any_permission(self, actions: Collection[str]) -> QuerySet[User]:
        """The users whose roles let them do it to some row."""
        name = self.model._meta.model_name
        wanted = [f"{name}.{verb}" for verb in self._actions(actions)]
        granting = RoleAssignment.objects.granting(wanted, now=timezone.now())  # noqa: TID251 (Wagtail tells no time)
        return User.objects.filter(is_active=True, pk__in=granting.values("user"))


def guard(model: type[Model], *ways: access.Way, **verbs: str) -> None:
    """Register a model's ways in, for our own pages and for Wagtail's admin in one go."""
    access.register(model, *ways)
    register_permission_policy(model, ScopePolicy(model, **verbs))
