"""How a session finds its user."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Exists, Model, OuterRef
from django.http import HttpRequest
from django.utils import timezone

from people import access
from people.models import HiddenIdentity, RoleAssignment, User

THE_DESK = "wagtailadmin.access_admin"


class WithSubstitute(AuthenticationBackend):
    """allauth's own, but the user comes with what each page asks: the substitute she may be, her place, any role."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:  # noqa: ANN401 (Django's)
        """Whoever has the names and the password."""
        self._compared: set[int] = set()
        found: User | None = super().authenticate(request, **credentials)
        return found

    def get_user(self, user_id: int) -> User | None:
        """The user of the session, in one query."""
        some_role = Exists(RoleAssignment.objects.filter(user=OuterRef("pk")))
        herself = User.objects.select_related("substitute__locality").annotate(has_a_role=some_role)
        user = herself.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def get_group_permissions(self, user_obj: User, obj: Model | None = None) -> set[str]:
        """Those of her groups, and the desk for whoever has a role there just now; groups know of no days."""
        permissions: set[str] = set(super().get_group_permissions(user_obj, obj))
        if not user_obj.is_active or not getattr(user_obj, "has_a_role", True):
            return permissions
        held = access.assignments(user_obj)
        if any(assignment.definition.at_the_desk for assignment in held):
            return permissions | {THE_DESK}
        return permissions - {THE_DESK} if held or user_obj.role_assignments.exists() else permissions

    def user_can_authenticate(self, user: User) -> bool:
        """Whether her account is open, asked anew by each request: when her last day is over, so is her session."""
        return bool(super().user_can_authenticate(user)) and not user.has_ended(now=timezone.now())

    def _authenticate_by_username(self, username: str, password: str) -> User | None:
        """By the user name that she has; of one who is protected also by the one that she had."""
        found: User | None = super()._authenticate_by_username(username, password)
        return found or self._hidden(password, username__iexact=username)

    def _authenticate_by_email(self, email: str, password: str) -> User | None:
        """By e-mail, also where it is hidden."""
        found: User | None = super()._authenticate_by_email(email, password)
        return found or self._hidden(password, email__iexact=email)

    def _hidden(self, password: str, **said: str) -> User | None:
        row = HiddenIdentity.objects.filter(**said).select_related("user").first() if all(said.values()) else None
        found: User | None = self._check_password(row.user, password) if row else None
        return found

    def _check_password(self, user: User | None, password: str) -> User | None:
        """Compare once with each: an address, which is tried as a user name too, takes no longer where it is known."""
        if user is None or user.pk in self._compared:
            return None
        self._compared.add(user.pk)
        found: User | None = super()._check_password(user, password)
        return found
