"""The data map: what each table holds of whom, what for, by what right, for how long, and what becomes of it with her.

Each app declares its models in its `privacy.py`; a model of ours that nobody has declared fails a test. The retention
rules, a person's own export, `docs/privacy.md` and the privacy page are made from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Model, Q, QuerySet, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Whose(TextChoices):
    """Whom it is about."""

    SUBSTITUTE = "substitute", _("vikarien")
    COLLEAGUE = "colleague", _("medarbetaren")
    ANYBODY = "anybody", _("den som har ett konto")
    READER = "reader", _("den som läser en sida")
    NOBODY = "nobody", _("ingen person")


class Purpose(TextChoices):
    """What it is used for."""

    STAFFING = "staffing", _("Bemanna pass")
    REACHING = "reaching", _("Nå den det gäller")
    PAYING = "paying", _("Underlag för lön och intyg")
    LETTING_IN = "letting_in", _("Släppa in rätt person")
    PROTECTING = "protecting", _("Skydda den som har skyddade uppgifter")
    ACCOUNTING = "accounting", _("Visa vem som gjorde vad")
    LEARNING = "learning", _("Kurser och introduktion")
    HEARING = "hearing", _("Svara på synpunkter")
    RUNNING = "running", _("Hålla portalen igång")


class Ground(TextChoices):
    """The grounds of article 6 that an authority uses."""

    CONTRACT = "contract", _("Avtal med dig")
    DUTY = "duty", _("Lagen kräver det")
    TASK = "task", _("Uppgift av allmänt intresse")
    AUTHORITY = "authority", _("Myndighetsutövning")
    CONSENT = "consent", _("Ditt samtycke")


class Kept(TextChoices):
    """For how long: by a decision of the municipality (`BY_DECISION`), by itself, or as long as something else."""

    PERSON = "person", _("Vikarien och passen, sedan sista avtalet tog slut")
    CALENDAR = "calendar", _("Tillgänglighet och frånvaro, sedan tiden var")
    MESSAGES = "messages", _("Meddelanden, sedan de skickades eller kom in")
    NOTES = "notes", _("Anteckningar och klara uppgifter, sedan de skrevs")
    CERTIFICATES = "certificates", _("Intyg, sedan beställningen avgjordes")
    HISTORY = "history", _("Händelser, sedan de skedde")
    LOOKS = "looks", _("Vem som tittade på vem, sedan det skedde")
    ITSELF = "itself", _("Tas bort av sig själv")
    ACCOUNT = "account", _("Så länge kontot finns")
    SETTING = "setting", _("Så länge den behövs")


BY_DECISION = (
    Kept.PERSON, Kept.CALENDAR, Kept.MESSAGES, Kept.NOTES, Kept.CERTIFICATES, Kept.HISTORY, Kept.LOOKS,
)  # fmt: skip
"""Those that nothing takes away but a rule with the number of a decision."""


class Fate(TextChoices):
    """What becomes of it when a person is erased."""

    GOES = "goes", _("tas bort")
    EMPTIED = "emptied", _("töms på det som skrevs")
    NAMELESS = "nameless", _("blir kvar utan namn")
    STAYS = "stays", _("berörs inte")


@dataclass(frozen=True, slots=True)
class Known:
    """What one table holds."""

    what: str | Promise
    whose: Whose
    purpose: Purpose
    ground: Ground
    kept: Kept
    fate: Fate
    hers: tuple[str, ...] = ()
    """The lookups from a row to the account of the person whose it is; none if it is in nobody's export."""

    rows: Callable[[Any], Q] | None = None
    """What finds her rows by her account, where no lookup does."""

    unsaid: frozenset[str] = frozenset()
    """Fields that her export leaves out: keys, and what is of others."""


_map: dict[type[Model], Known] = {}


def declare(  # noqa: PLR0913 (each is something that the map says)
    model: type[Model],
    what: str | Promise,
    whose: Whose,
    purpose: Purpose,
    ground: Ground,
    *,
    kept: Kept,
    fate: Fate,
    hers: str = "",
    unsaid: str = "",
    rows: Callable[[Any], Q] | None = None,
) -> None:
    """Say what the table holds; `hers` and `unsaid` are words with a space between."""
    lookups, left_out = tuple(hers.split()), frozenset(unsaid.split())
    _map[model] = Known(what, whose, purpose, ground, kept, fate, lookups, rows, left_out)


def of_nobody(*models: type[Model], what: str | Promise) -> None:
    """Say of some tables that what they hold is about no person."""
    for model in models:
        declare(
            model, what, Whose.NOBODY, Purpose.RUNNING, Ground.TASK, kept=Kept.SETTING, fate=Fate.STAYS
        )  # fmt: skip


def declared() -> Mapping[type[Model], Known]:
    """All that has been said, by the model."""
    return _map


def of(model: type[Model]) -> Known | None:
    """What has been said of the model, or of that whose rows are part of its own: a page is a page of some type."""
    return next((_map[one] for one in model.__mro__ if one in _map), None)


def exported() -> list[type[Model]]:
    """The models whose rows are in a person's own export."""
    return [model for model, known in _map.items() if known.hers or known.rows]


def rows_of(model: type[Model], user: Model) -> QuerySet[Any]:
    """Those of the model's rows that are about her."""
    known = _map[model]
    found = known.rows(user) if known.rows else Q(pk=None)
    for lookup in known.hers:
        found |= Q(**{lookup: user.pk})
    return model._base_manager.filter(pk__in=model._base_manager.filter(found).values("pk"))


def fields_of(model: type[Model]) -> "list[Field[Any, Any]]":
    """The columns that her export has of the model: not its key, nor who else did it."""
    unsaid = _map[model].unsaid
    return [
        field
        for field in model._meta.concrete_fields
        if not field.primary_key and field.name not in unsaid and not _names_another(field)
    ]


def _names_another(field: "Field[Any, Any]") -> bool:
    """Whether it leads to an account: her own she knows, and another's is not hers to read."""
    related = field.related_model
    return isinstance(related, type) and related._meta.label in {"people.User", "people.Substitute"}
