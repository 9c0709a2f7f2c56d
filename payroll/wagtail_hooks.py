"""What pay adds to Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from payroll.models import AccountString, FactsLayout, Layout, WageCode
from payroll.viewsets.facts import FactsLayoutViewSet
from payroll.viewsets.group import PayrollGroup
from payroll.viewsets.runs import AccountStringViewSet, LayoutViewSet, WageCodeViewSet
from people.views.desk import deeds, settings_log

DEEDS = {
    "payrun.make": _("Körning till lönesystemet gjord"),
    "payrun.take_back": _("Körning till lönesystemet ångrad"),
    "payrun.export": _("Körningens fil hämtad"),
    "factsimport.carry_out": _("Fil från lönesystemet inläst"),
    "monthlypay.change": _("Lönen för en månad rättad"),
    "employmentfacts.change": _("Anställningens uppgifter rättade"),
}
KEPT = (WageCode, AccountString, Layout, FactsLayout)
"""What the system owner keeps."""


@hooks.register("register_admin_viewset")
def viewsets() -> list[object]:
    """The officers' pages, and what the system owner keeps."""
    return [PayrollGroup(), WageCodeViewSet(), AccountStringViewSet(), LayoutViewSet(), FactsLayoutViewSet()]


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    """What was done, in words."""
    for model in KEPT:
        deeds.register(registry, model)
    for action, words in DEEDS.items():
        registry.register_action(action, words, words)


settings_log.follow(*KEPT)
