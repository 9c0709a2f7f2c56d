"""How a file to payroll is laid out, with its columns written one a line."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from payroll import columns_in_words
from payroll.columns import FORMATS, Column
from payroll.columns_in_words import Unclear
from payroll.models import Layout
from people.forms.scoped import ScopedForm

LONGEST = 10_000  # characters


EXAMPLE = "Anst = anställningsnummer bredd:10 plats:höger fyll:0"


def how() -> SafeString:
    """What may be written, for whoever writes it; the words that are written are the same in every language."""
    sources = ", ".join(
        f"{source} ({', '.join(filter(None, formats))})" if len(formats) > 1 else source
        for source, formats in FORMATS.items()
    )
    return format_html(
        '{} <span lang="sv">{}</span>. {} <span lang="sv">{}</span>.',
        _("En kolumn per rad: rubriken, ett likhetstecken, källan och vad mer som behövs. Till exempel"),
        EXAMPLE,
        _("Källor, och format inom parentes:"),
        sources,
    )


class LayoutForm(ScopedForm):
    """As it is kept."""

    columns = forms.CharField(
        label=gettext_lazy("Kolumner"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 14, "spellcheck": "false", "lang": "sv"}),
    )

    class Meta:
        model = Layout
        fields = (
            "name", "kind", "encoding", "company", "company_number", "company_name", "columns", "separator", "line_end",
            "decimal_sign", "with_heading", "always_quoted", "against_formulas",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Wagtail's signature)
        super().__init__(*args, **kwargs)
        kept = [Column.of(one) for one in self.instance.columns]
        self.initial["columns"] = columns_in_words.written(kept)
        self.fields["columns"].help_text = how()

    def clean_columns(self) -> list[dict[str, Any]]:
        """As they are kept; a PAXml has none of its own."""
        text = self.cleaned_data["columns"]
        if self.cleaned_data.get("kind") == Layout.Kind.PAXML and not text.strip():
            return []
        try:
            found = columns_in_words.read(text)
        except Unclear as unclear:
            raise ValidationError(unclear.faults) from unclear
        narrow = [str(place) for place, column in enumerate(found, start=1) if not column.width]
        if narrow and self.cleaned_data.get("kind") == Layout.Kind.FIXED:
            raise ValidationError(_("Skriv bredd: för varje kolumn. Det saknas för kolumn %(which)s.") % {
                "which": ", ".join(narrow)
            })  # fmt: skip
        return [column.kept() for column in found]

    def clean(self) -> dict[str, Any]:
        """A sign between columns where nothing else parts them."""
        data = super().clean()
        if data.get("kind") == Layout.Kind.CSV and not data.get("separator"):
            self.add_error("separator", _("Välj ett skiljetecken."))
        return data
