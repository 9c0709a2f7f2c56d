"""A file from the payroll system: which of its kinds it is, how each is read, and whose pay to look at."""

from collections import Counter
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from payroll.importing import fields
from payroll.importing.reading import PERSON
from payroll.models import FactsLayout
from payroll.models.facts_layout import COLUMN
from people import access
from people.forms.scoped import ScopedForm
from people.importing.tables import MOST_COLUMNS
from people.models import User


class FactsFileForm(forms.Form):
    """The file, and how it is to be read."""

    layout = forms.ModelChoiceField(
        label=gettext_lazy("Lönefil"),
        queryset=FactsLayout.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Välj vad det är för fil.")},
    )
    file = forms.FileField(
        label=gettext_lazy("Fil"),
        help_text=gettext_lazy("CSV eller XLSX, högst 5 MB och 20 000 rader."),
        error_messages={"required": gettext_lazy("Välj en fil."), "empty": gettext_lazy("Filen är tom.")},
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,text/csv"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        super().__init__(*args, **kwargs)
        layouts = access.scope(user, FactsLayout.objects.order_by("name"))
        self.fields["layout"].queryset = layouts  # type: ignore[attr-defined]


class WhoseForm(forms.Form):
    """Whose pay to look at."""

    number = forms.CharField(
        label=gettext_lazy("Anställningsnummer"),
        max_length=20,
        error_messages={"required": gettext_lazy("Skriv anställningsnumret.")},
    )


class FactsLayoutForm(ScopedForm):
    """How a file is read: each column by its heading, or by its number."""

    class Meta:
        model = FactsLayout
        fields = (
            "name", "kind", "person_by", "has_headings", "decimal_sign", "days", "encoding", "delimiter", "twice",
            *(COLUMN + key for key in (PERSON, *fields.ALL)),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """What no row is understood without must be somewhere, and each column is one thing."""
        data = super().clean() or self.cleaned_data
        wanted = fields.OF_KIND.get(data.get("kind", ""), ())
        said = {key: data.get(COLUMN + key, "").strip() for key in (PERSON, *(each.key for each in wanted))}
        for each in wanted:
            if each.needed and not said[each.key]:
                self.add_error(COLUMN + each.key, _("Skriv var i filen det står."))
        for key, place in said.items():
            if fault := self._why_not(place, has_headings=bool(data.get("has_headings"))):
                self.add_error(COLUMN + key, fault)
        counted = Counter(place.casefold() for place in said.values() if place)
        for key, place in said.items():
            if counted[place.casefold()] > 1:
                self.add_error(COLUMN + key, _("Samma kolumn står på två ställen."))
        return data

    @staticmethod
    def _why_not(place: str, *, has_headings: bool) -> str:
        if place.isdecimal():
            return "" if 1 <= int(place) <= MOST_COLUMNS else _("Kolumnerna räknas från 1, och är högst 100.")
        if place and not has_headings:
            return _("Filen har inga rubriker. Skriv kolumnens nummer.")
        return ""
