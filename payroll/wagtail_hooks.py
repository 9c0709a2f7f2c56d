"""What pay adds to Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from payroll.models import FactsLayout
from payroll.viewsets.facts import FactsLayoutViewSet
from payroll.viewsets.group import PayrollGroup
from people.views.desk import deeds, settings_log

DEEDS = {
    "factsimport.carry_out": _("Fil från lönesystemet inläst"),
    "monthlypay.change": _("Lönen för en månad rättad"),
    "employmentfacts.change": _("Anställningens uppgifter rättade"),
}


@hooks.register("register_admin_viewset")
def viewsets() -> list[object]:
    """The officers' pages, and what the system owner keeps."""
    return [PayrollGroup(), FactsLayoutViewSet()]


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    """What was done, in words."""
    deeds.register(registry, FactsLayout)
    for action, words in DEEDS.items():
        registry.register_action(action, words, words)


settings_log.follow(FactsLayout)
