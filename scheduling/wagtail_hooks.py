"""What the exchange with the schedule adds to Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from people.views.desk import deeds, settings_log
from scheduling.models import WorkplaceCode
from scheduling.viewsets import ScheduleGroup, WorkplaceCodeViewSet

DEEDS = {
    "schedule.read": _("Resurstid inläst ur schemat"),
    "schedulefile.carry_out": _("Fil från schemat inläst"),
    "scheduleevent.read": _("Meddelande från schemat inläst"),
    "bookedfile.make": _("Fil till schemat gjord"),
    "bookedfile.export": _("Fil till schemat hämtad"),
    "delivery.retry": _("Besked till schemat skickas igen"),
}


@hooks.register("register_admin_viewset")
def viewsets() -> list[object]:
    """The planners' pages, and what the system owner keeps."""
    return [ScheduleGroup(), WorkplaceCodeViewSet()]


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    """What was done, in words."""
    deeds.register(registry, WorkplaceCode)
    for action, words in DEEDS.items():
        registry.register_action(action, words, words)


settings_log.follow(WorkplaceCode)
