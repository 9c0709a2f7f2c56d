"""The editorial pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    """Guides, contacts, news and answers, kept by editors in Wagtail."""

    name = "portal.pages"
    label = "pages"
    verbose_name = _("Sidor")

    def ready(self) -> None:
        """Register gates and what goes when a person is erased; follow what pages show; approve by the outbox.

        The places of Wagtail's own mails about approval are taken before it takes them: they would go by no outbox.
        """
        # Models must be loaded first.
        from wagtail.models import TaskState, WorkflowState  # noqa: PLC0415
        from wagtail.signals import (  # noqa: PLC0415
            task_submitted,
            workflow_approved,
            workflow_rejected,
            workflow_submitted,
        )

        from portal.pages import changes, erased, gates, privacy, tables  # noqa: F401, PLC0415
        from portal.pages.care import notices  # noqa: PLC0415
        from portal.pages.courses import standing  # noqa: F401, PLC0415
        from portal.pages.feedback import erased as voices_erased  # noqa: F401, PLC0415
        from portal.pages.feedback import gates as voices_gates  # noqa: F401, PLC0415
        from portal.pages.search import noting  # noqa: PLC0415

        for signal, sender, told, place in (
            (task_submitted, TaskState, notices.waits, "group_approval_task_submitted"),
            (workflow_approved, WorkflowState, notices.came_through, "workflow_state_approved"),
            (workflow_submitted, WorkflowState, notices.has_been_told, "workflow_state_submitted"),
            (workflow_rejected, WorkflowState, notices.came_back, "workflow_state_rejected"),
        ):
            signal.connect(told, sender=sender, dispatch_uid=f"{place}_email_notification")
        noting.connect()
        tables.defuse()
        changes.follow_what_pages_show()
