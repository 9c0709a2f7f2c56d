"""What readers have said that nobody has seen to yet, counted on the editors' first page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from people import access
from people.models import User
from portal.pages.care.panel import Count
from portal.pages.feedback.gates import EDIT
from portal.pages.feedback.views.desk import PERIODS
from portal.pages.models import Feedback, PageAnswer

LONGEST = max(days for days, _words in PERIODS)


def counts(user: User) -> list[Count]:
    """Comments and feedback of the pages that she edits, each with the way to them; nothing to anybody else."""
    if not access.may(user, EDIT):
        return []
    comments = access.scope(user, PageAnswer.objects.filter(handled_at=None).exclude(comment=""))
    feedback = access.scope(user, Feedback.objects.filter(handled_at=None))
    read_comments = f"{reverse('helped_report:index')}?tid={LONGEST}"
    return [
        (read_comments, _("Kommentarer att läsa"), comments.count()),
        (reverse("helped_report:feedback"), _("Synpunkter att läsa"), feedback.count()),
    ]
