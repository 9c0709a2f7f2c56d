"""Where somebody is signed in, and the support that was about to look as her, for the world of the matrix."""

from people.models import SignIn, SupportVisit, User
from tests.cast import NOW


def keys(person: User, owner: User) -> dict[str, object]:
    """The code no longer counts: the owner has asked for one on each side, and waits for one at a time."""
    said = {"reason": "visa kalendern", "asked_at": NOW, "closed_at": NOW}
    return {
        "sign_in": SignIn.objects.create(user=person, began_at=NOW, seen_at=NOW).pk,
        "visit": SupportVisit.objects.create(helper=owner, person=person, **said).pk,
    }
