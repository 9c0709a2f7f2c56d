"""Whose a confirmed mobile number is. Two may share one; a protected person's is in her hidden row alone."""

from django.db.models import Q

from people.models import HiddenIdentity, User


def holders(number: str) -> list[User]:
    """Those who may sign in by a code to the number, which is in E.164; nobody whose account is closed."""
    if not number:
        return []
    hidden = HiddenIdentity.objects.filter(phone=number, phone_verified=True)
    theirs = Q(phone=number, phone_verified=True) | Q(pk__in=hidden.values("user"))
    return list(User.objects.filter(theirs, is_active=True).order_by("protected", "pk"))


def holder(number: str, username: str = "") -> User | None:
    """The one who signs in: by her user name too where the number is several people's. A wrong name is nobody's."""
    found = holders(number)
    if username:
        found = [user for user in found if username.casefold() in _names(user)]
    return found[0] if len(found) == 1 else None


def _names(user: User) -> set[str]:
    names = {user.username, user.hidden.username} if user.protected else {user.username}
    return {name.casefold() for name in names}
