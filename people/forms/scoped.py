"""A form in Wagtail's admin that offers only what the one who fills it in may see."""

from typing import Any

from django import forms
from django.db.models import Q
from django.forms import ModelChoiceField
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from people import access, changes
from people.models import HistoryEntry

SEEN = "seen"


class ScopedForm(WagtailAdminModelForm):
    """A form whose choices are those that she may see, and what the row already holds.

    It knows the row as it was when the form was fetched, and saves over nobody's change unseen.
    """

    data: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Wagtail's signature)
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, ModelChoiceField) and field.queryset is not None:
                seen = access.scope(self.for_user, field.queryset)
                held = Q(pk=getattr(self.instance, f"{name}_id", None))
                field.queryset = field.queryset.filter(Q(pk__in=seen.values("pk")) | held)
        if not self.instance._state.adding:  # noqa: SLF001 (Django's way to tell a new row with a key)
            mark = changes.mark_of(self.instance)
            self.fields[SEEN] = forms.CharField(required=False, initial=mark, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Refuse once if somebody has changed the row meanwhile; whoever saves again has been told."""
        data: dict[str, Any] = super().clean() or {}
        seen, mark = data.pop(SEEN, ""), self.fields[SEEN].initial if SEEN in self.fields else ""
        if seen and seen != mark:
            self.data = self.data.copy()
            self.data[self.add_prefix(SEEN)] = mark
            self.add_error(None, self._changed_by())
        return data

    def _changed_by(self) -> str:
        entry = HistoryEntry.objects.get_queryset().of(self.instance).select_related("user").first()
        who = entry.user_display_name if entry else _("Någon")
        words = _("%(who)s har ändrat det här sedan du öppnade sidan. Läs vad som gäller, och spara igen om du vill.")
        return words % {"who": who}
