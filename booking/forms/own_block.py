"""A workplace asks that somebody is never sent there again."""

from django import forms
from django.utils.translation import gettext_lazy


class OwnBlockForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Varför?"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Skriv inget om hälsa eller andra personer. Bemanningen kan läsa det."),
        error_messages={"required": gettext_lazy("Skriv varför.")},
    )
