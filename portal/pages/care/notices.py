"""What editors are told: a page waits for them, came back, or is to be read again. By the outbox, like all else."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page, TaskState, WorkflowState

from messaging import choices, looks, outbox
from messaging.choices import Group
from people import access
from people.languages import speaking
from people.models import RoleAssignment, User

TO_APPROVE, APPROVED, SENT_BACK, TO_READ = "page.to_approve", "page.approved", "page.sent_back", "page.to_read"
COMMENTED = "page.commented"
NAMED = 3
"""How many pages a reminder names."""


def holders(action: str) -> list[User]:
    """Those whose roles let them do it."""
    now = timezone.now()  # noqa: TID251 (asked by Wagtail's signals, which tell no time)
    granting = RoleAssignment.objects.granting([action], now=now)
    return list(User.objects.filter(is_active=True, pk__in=granting.values("user")).order_by("pk"))


@transaction.atomic
def waits(sender: object, instance: TaskState, user: User | None = None, **_more: Any) -> None:  # noqa: ANN401 (a signal)
    """A page has been sent for approval: to those who approve, but not to whoever sent it."""
    page = instance.workflow_state.content_object
    for approver in holders("page.approve"):
        if user is None or approver.pk != user.pk:
            with speaking(approver):
                subject = _("En sida väntar på godkännande")
                said = {"title": page.draft_title, "url": editor_of(page)}
                body = _("Sidan %(title)s är skickad för godkännande. Läs och godkänn den här: %(url)s") % said
                _post(TO_APPROVE, instance, approver, subject, body)


def has_been_told(**_sent: Any) -> None:  # noqa: ANN401 (a signal)
    """In the place of Wagtail's mail to superusers, who are no readers of ours: the step that waits tells of itself."""


@transaction.atomic
def came_through(sender: object, instance: WorkflowState, user: User | None = None, **_more: Any) -> None:  # noqa: ANN401
    """The page has been approved."""
    if (writer := _writer(instance, user)) is not None:
        with speaking(writer):
            said = {"title": instance.content_object.draft_title, "url": editor_of(instance.content_object)}
            body = _("Sidan %(title)s är godkänd. %(url)s") % said
            _post(APPROVED, instance, writer, _("Din sida är godkänd"), body)


@transaction.atomic
def came_back(sender: object, instance: WorkflowState, user: User | None = None, **_more: Any) -> None:  # noqa: ANN401
    """The page is to be changed first. Why is to be read in the editor."""
    if (writer := _writer(instance, user)) is not None:
        with speaking(writer):
            said = {"title": instance.content_object.draft_title, "url": editor_of(instance.content_object)}
            body = _("Sidan %(title)s behöver ändras. Läs varför här: %(url)s") % said
            _post(SENT_BACK, instance.current_task_state, writer, _("Din sida behöver ändras"), body)


def to_read(reader: User, pages: Sequence[Page], *, at: datetime) -> None:
    """These are to be read again: the first by name, and how many."""
    with speaking(reader):
        said = {
            "n": len(pages),
            "titles": ", ".join(page.title for page in pages[:NAMED]),
            "url": f"{settings.PORTAL_URL}{reverse('page_care:report', args=['gamla'])}",
        }
        body = ngettext(
            "%(n)d sida behöver läsas igenom: %(titles)s. %(url)s",
            "%(n)d sidor behöver läsas igenom, först %(titles)s. %(url)s",
            len(pages),
        )
        outbox.post(
            key=f"{TO_READ}:{reader.pk}:{at.date()}",
            kind=TO_READ,
            to=reader,
            subject=_("Sidor att läsa igenom"),
            body=body % said,
            at=at,
        )


def _writer(state: WorkflowState, doer: User | None) -> User | None:
    """Whoever sent the page, if another decided."""
    writer: User | None = state.requested_by
    return None if writer is None or not writer.is_active or (doer and doer.pk == writer.pk) else writer


def editor_of(page: Page) -> str:
    """The whole address where the page is changed."""
    return f"{settings.PORTAL_URL}{reverse('wagtailadmin_pages:edit', args=[page.pk])}"


def _post(kind: str, about: TaskState | WorkflowState, to: User, subject: str, body: str) -> None:
    now = timezone.now()  # noqa: TID251 (Wagtail's signal tells no time)
    key = f"{kind}:{about.pk}:{to.pk}"
    outbox.post(
        key=key, kind=kind, to=to, subject=subject, body=body, at=now, about=f"{about._meta.model_name}:{about.pk}"
    )


choices.register(
    Group(
        code="pages",
        place=70,
        name=gettext_lazy("Sidor"),
        about=gettext_lazy("När en sida väntar på godkännande, är godkänd, kommenteras eller ska läsas igenom."),
        kinds=frozenset({TO_APPROVE, APPROVED, SENT_BACK, TO_READ, COMMENTED}),
        concerns=lambda user: access.may(user, "page.edit"),
    )
)
looks.dress(TO_APPROVE, looks.WAITING)
looks.dress(APPROVED, looks.Looks(icon="check", colour="bokad"))
looks.dress(SENT_BACK, looks.Looks(icon="doc", colour="lingon"))
looks.dress(COMMENTED, looks.Looks(icon="mail", colour="fraga"))
looks.dress(TO_READ, looks.Looks(icon="doc", colour="fraga"))
