"""How a session finds its user."""

from allauth.account.auth_backends import AuthenticationBackend

from people.models import User


class WithSubstitute(AuthenticationBackend):
    """allauth's own, except that the user comes with the substitute she may be: nearly every page asks for both."""

    def get_user(self, user_id: int) -> User | None:
        """The user of the session, in one query."""
        user = User.objects.select_related("substitute").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None
