"""What was done to people, their papers and the municipality's own tables, in words."""

from collections.abc import Callable, Mapping
from functools import partial

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext
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
    "substitute.invite": _("Inbjudan skickad"),
    "substitute.start_reset": _("Länk till nytt lösenord skickad"),
    "substitute.withdraw_link": _("Länk till lösenord tillbakatagen"),
    "substitute.choose_password": _("Lösenord valt"),
    "substitute.end": _("Kontots sista dag ändrad"),
    "substitute.close": _("Konto stängt"),
    "substitute.reopen": _("Konto öppnat igen"),
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
    "staffimport.carry_out": _("Personal inläst"),
    "alarm.see_to": _("Larm omhändertaget"),
    "account.open": _("Konto öppnat"),
    "account.change": _("Uppgifter ändrade"),
    "account.close": _("Konto stängt"),
    "account.reopen": _("Konto öppnat igen"),
    "retentionrule.decide": _("Gallring beslutad"),
    "retentionrule.withdraw": _("Gallring upphävd"),
    "retentionrun.done": _("Gallring genomförd"),
    "owncopy.order": _("Egna uppgifter beställda"),
    "owncopy.fetch": _("Egna uppgifter hämtade"),
    "inboundmessage.correct": _("Rättelse begärd"),
    "account.invite": _("Inbjudan skickad"),
    "account.start_reset": _("Länk till nytt lösenord skickad"),
    "account.withdraw_link": _("Länk till lösenord tillbakatagen"),
    "account.choose_password": _("Lösenord valt"),
    "account.end": _("Kontots sista dag ändrad"),
    "account.sign_out": _("Utloggad överallt"),
    "substitute.sign_out": _("Utloggad överallt"),
    "account.support_given": _("Tittade i portalen som en annan person, för att hjälpa"),
    "account.support_begin": _("Supporten började titta som personen"),
    "account.support_end": _("Supporten slutade titta som personen"),
    "substitute.support_begin": _("Supporten började titta som personen"),
    "substitute.support_end": _("Supporten slutade titta som personen"),
    **{
        f"{whose}.step_{done}": name
        for whose in ("account", "substitute")
        for done, name in {
            "added": _("Extra steg vid inloggning tillagt"),
            "removed": _("Extra steg vid inloggning borttaget"),
            "codes_renewed": _("Nya reservkoder"),
            "code_used": _("Reservkod använd"),
            "taken_away": _("Extra steg vid inloggning borttaget av kollega"),
        }.items()
    },
    "account.identify": _("Igenkänning för e-legitimation ändrad"),
    "roleassignment.add": _("Roll given"),
    "roleassignment.change": _("Rollens dagar ändrade"),
    "roleassignment.remove": _("Roll tillbakatagen"),
    "roleassignment.delegate": _("Ersättare utsedd"),
    "roleassignment.end": _("Ersättare avslutad"),
}


def role_told(name: str, facts: Mapping[str, object]) -> str:
    """Which role, and if it was her group's; whose it is stands beside it."""
    role = ROLES.get(str(facts.get("role")))
    if role is None:
        return name
    told = f"{name}: {role.name}"
    return gettext("%(deed)s (av en grupp i kommunens inloggning)") % {"deed": told} if "source" in facts else told


def step_told(name: str, facts: Mapping[str, object]) -> str:
    """Why it was taken away, if somebody else did it."""
    return f"{name}: {facts['reason']}" if facts.get("reason") else name


def register_people(registry: LogActionRegistry) -> None:
    """What is done to people and their papers."""
    for action, name in OF_PEOPLE.items():
        if action.endswith(".step_taken_away"):
            _register_as(registry, action, name, partial(step_told, str(name)))
        elif action.startswith("roleassignment."):
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
