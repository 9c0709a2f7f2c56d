"""What was done to people, their papers and the municipality's own tables, in words."""

from collections.abc import Mapping

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from people.models import HistoryEntry

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
    "account.open": _("Konto öppnat"),
    "account.change": _("Uppgifter ändrade"),
    "account.close": _("Konto stängt"),
    "account.reopen": _("Konto öppnat igen"),
    "roleassignment.add": _("Roll given"),
    "roleassignment.remove": _("Roll tillbakatagen"),
}


def register(registry: LogActionRegistry, model: type[Model]) -> None:
    """Let rows of the model be added, changed and removed in the history."""
    registry.register_model(model, HistoryEntry)
    for verb, name in NAMES.items():
        registry.register_action(f"{model._meta.model_name}.{verb}", name, name)
