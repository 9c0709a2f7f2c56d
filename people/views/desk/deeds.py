"""What was done to people, their papers and the municipality's own tables, in words."""

from collections.abc import Callable, Mapping
from functools import partial

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter

from people.models import HistoryEntry
from people.roles import ROLES
from people.views.desk import changes_in_words

NAMES: Mapping[str, Promise] = {"add": _("Tillagd"), "change": _("Ändrad"), "remove": _("Borttagen")}

OF_PEOPLE: Mapping[str, Promise] = {
    "substitute.add": _("Vikarie tillagd"),
    "substitute.change": _("Uppgifter ändrade"),
    "substitute.wish": _("Önskemål ändrade"),
    "substitute.confirm_phone": _("Mobilnummer bekräftat"),
    "substitute.protect": _("Uppgifterna skyddade"),
    "substitute.identified": _("Namn och kontakt visade"),
    "substitute.unprotect": _("Skyddet borttaget"),
    "substitute.erase": _("Personen raderad"),
    "substituteimport.carry_out": _("Fil med vikarier inläst"),
    "agreement.add": _("Avtal tillagt"),
    "agreement.end": _("Avtal avslutat"),
    "substitutecompetence.add": _("Kompetens tillagd"),
    "substitutecompetence.end": _("Kompetens avslutad"),
    "substitutenote.write": _("Anteckning skriven"),
    "substitutenote.remove": _("Anteckning borttagen"),
    "alarm.see_to": _("Larm omhändertaget"),
    "account.open": _("Konto öppnat"),
    "account.change": _("Uppgifter ändrade"),
    "account.close": _("Konto stängt"),
    "account.reopen": _("Konto öppnat igen"),
    "roleassignment.add": _("Roll given"),
    "roleassignment.remove": _("Roll tillbakatagen"),
}


def role_told(name: str, facts: Mapping[str, object]) -> str:
    """Which role; whose it is stands beside it."""
    role = ROLES.get(str(facts.get("role")))
    return f"{name}: {role.name}" if role else name


def register_people(registry: LogActionRegistry) -> None:
    """What is done to people and their papers."""
    for action, name in OF_PEOPLE.items():
        if action.startswith("roleassignment."):
            _register_as(registry, action, name, partial(role_told, str(name)))
        else:
            registry.register_action(action, name, name)


def register(registry: LogActionRegistry, model: type[Model]) -> None:
    """Let rows of the model be added, changed and removed in the history."""
    registry.register_model(model, HistoryEntry)
    for verb, name in NAMES.items():
        telling = partial(changes_in_words.told, model, str(name))
        _register_as(registry, f"{model._meta.model_name}.{verb}", name, telling)


def _register_as(
    registry: LogActionRegistry, action: str, name: Promise, telling: Callable[[Mapping[str, object]], str]
) -> None:
    """Let the action be said by `telling`, from its facts."""
    message = lambda _self, entry: telling(entry.data)  # noqa: E731 (a method of a class that is made here)
    registry.register_action(action)(type("Deed", (LogFormatter,), {"label": name, "format_message": message}))
