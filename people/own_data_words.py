"""What a person's own data are called to her who reads them, where the tables themselves have no word for it."""

from typing import Any

from django.db.models import Field
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

HEADINGS = {
    "action": gettext_lazy("Händelse, som portalen kallar den"),
    "announced_at": gettext_lazy("Berättat"),
    "booking": gettext_lazy("Pass"),
    "by_hand_only": gettext_lazy("Bokas bara för hand"),
    "chosen_only": gettext_lazy("Bara utvalda"),
    "closed_at": gettext_lazy("Stängd"),
    "comment": gettext_lazy("Kommentar"),
    "content": gettext_lazy("Innehåll"),
    "created_at": gettext_lazy("Skapad"),
    "discreet": gettext_lazy("Utan att säga varför"),
    "ended_at": gettext_lazy("Slutade"),
    "ends": gettext_lazy("Till"),
    "entered_at": gettext_lazy("Inlagd"),
    "kind": gettext_lazy("Slag"),
    "last_used_at": gettext_lazy("Senast använd"),
    "left_at": gettext_lazy("Byttes"),
    "limited": gettext_lazy("Bara vissa arbetsplatser"),
    "locality": gettext_lazy("Bor närmast"),
    "made_at": gettext_lazy("Gjord"),
    "must_change_password": gettext_lazy("Lösenordet ska bytas"),
    "opened_at": gettext_lazy("Öppnad"),
    "order": gettext_lazy("Beställning"),
    "page": gettext_lazy("Sida"),
    "password_changed_at": gettext_lazy("Lösenordet byttes"),
    "pdf": gettext_lazy("Fil"),
    "placed_at": gettext_lazy("Beställd"),
    "removed_at": gettext_lazy("Borttagen"),
    "resolved_at": gettext_lazy("Löst"),
    "silenced": gettext_lazy("Stoppat, för att numret har bett om det"),
    "source": gettext_lazy("Ges av"),
    "starts": gettext_lazy("Från"),
    "status": gettext_lazy("Läge"),
    "text": gettext_lazy("Text"),
    "type": gettext_lazy("Slag"),
    "undone_at": gettext_lazy("Ångrad"),
    "updated_at": gettext_lazy("Ändrad"),
    "used": gettext_lazy("Använd"),
}
FOR_MACHINES = frozenset(
    {
        "alias_of", "base_content_type", "command", "comment_notifications", "content_changed", "content_type",
        "contentpath", "deleted", "depth", "dismissibles", "draft_title", "facts", "file", "file_hash", "file_size",
        "focal_point_height", "focal_point_width", "focal_point_x", "focal_point_y", "heard_at", "is_editing", "label",
        "laid_out_to", "last_seen_at", "last_updated_at", "numchild", "object_id", "object_str", "parent_object_id",
        "path", "planned_at", "position", "query", "revision", "revision_created", "terms_version",
        "translation_key", "uuid",
    }
)  # fmt: skip
"""What says nothing to a reader: keys, codes and counts of the portal's own. The other file has them."""

CODES = {
    ("messaging.Message", "kind"), ("intyg.Certificate", "content"), ("booking.Proposal", "version"),
    ("booking.Proposal", "method"),
}  # fmt: skip
"""The same, where the name is a word elsewhere; what a certificate says is in its document, beside."""

INSIDE = {
    "address": gettext_lazy("adress"),
    "competences": gettext_lazy("kompetens"),
    "employment": gettext_lazy("anställning"),
    "hourly": gettext_lazy("timlön"),
    "monthly": gettext_lazy("månadslön"),
    "occupation": gettext_lazy("yrke"),
    "pay_form": gettext_lazy("löneform"),
    "terms_version": gettext_lazy("villkoren ändrade, antal gånger"),
    "workplace": gettext_lazy("arbetsplats"),
}
"""What stands inside a field that holds several things."""


def are_for_readers(column: "Field[Any, Any]") -> bool:
    """Whether the column says anything to whoever reads the page."""
    return column.name not in FOR_MACHINES and (column.model._meta.label, column.name) not in CODES


def has_own_word(column: "Field[Any, Any]") -> bool:
    """Whether the table itself says what the column is called."""
    return str(column.verbose_name).replace("_", " ") != column.name.replace("_", " ")


def heading(column: "Field[Any, Any]") -> str:
    """What stands above it."""
    word = column.verbose_name if has_own_word(column) else HEADINGS.get(column.name, column.verbose_name)
    return str(capfirst(word))


def inside(word: str) -> str:
    """A name or a code from inside a field, in words if there are any."""
    return str(INSIDE.get(word, word))


def length(minutes: float) -> str:
    """2 tim 30 min"""
    hours, left = divmod(round(minutes), 60)
    return _("%(hours)d tim %(minutes)d min") % {"hours": hours, "minutes": left}
