"""How a session finds its user."""

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Exists, OuterRef

from people.models import RoleAssignment, User


class WithSubstitute(AuthenticationBackend):
    """allauth's own, but the user comes with what each page asks: the substitute she may be, her place, any role."""

    def get_user(self, user_id: int) -> User | None:
        """The user of the session, in one query."""
        some_role = Exists(RoleAssignment.objects.filter(user=OuterRef("pk")))
        herself = User.objects.select_related("substitute__locality").annotate(has_a_role=some_role)
        user = herself.filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None
