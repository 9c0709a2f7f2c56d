"""What the planners are told of what an assistant has done."""

from collections.abc import Mapping
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from booking.models import AssistantDecision, AssistantRun
from booking.notifications.shortening import Facts
from booking.notifications.telling import tell
from people.models import User

Outcome = AssistantDecision.Outcome


def assistant_worked(
    run: AssistantRun, numbers: Mapping[str, int], *, to: User, at: datetime, due_at: datetime | None = None
) -> None:
    """How many shifts came to what, by outcome; once of each run."""

    def facts() -> Facts:
        return {"work": _("%(name)s: %(what)s") % {"name": run.profile.name, "what": _in_words(numbers)}}

    tell(
        "assistant.worked", run, to=to, facts=facts, at=at, due_at=due_at, path=reverse("assistant:run", args=[run.pk])
    )


def _in_words(numbers: Mapping[str, int]) -> str:
    """4 pass bokade, 2 pass kvar."""
    said = [
        (Outcome.BOOKED, ngettext("%(n)d pass bokat", "%(n)d pass bokade", numbers.get(Outcome.BOOKED, 0))),
        (Outcome.ASKED, ngettext("%(n)d pass tillfrågat", "%(n)d pass tillfrågade", numbers.get(Outcome.ASKED, 0))),
        (Outcome.PROPOSED, ngettext("%(n)d förslag", "%(n)d förslag", numbers.get(Outcome.PROPOSED, 0))),
        (Outcome.LEFT, ngettext("%(n)d pass kvar", "%(n)d pass kvar", numbers.get(Outcome.LEFT, 0))),
    ]
    return ", ".join(words % {"n": number} for outcome, words in said if (number := numbers.get(outcome, 0)))
