"""What was done to the municipality's own tables, in words."""

from collections.abc import Mapping

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from people.models import HistoryEntry

NAMES: Mapping[str, Promise] = {"add": _("Tillagd"), "change": _("Ändrad"), "remove": _("Borttagen")}


def register(registry: LogActionRegistry, model: type[Model]) -> None:
    """Let rows of the model be added, changed and removed in the history."""
    registry.register_model(model, HistoryEntry)
    for verb, name in NAMES.items():
        registry.register_action(f"{model._meta.model_name}.{verb}", name, name)
