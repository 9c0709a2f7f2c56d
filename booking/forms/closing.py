"""That a pay period is closed, also over what nobody has seen to."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext


class CloseForm(forms.Form):
    """How much was left on the page that was answered, and a tick if anything was."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    sure = forms.BooleanField(error_messages={"required": _("Kryssa i att perioden ska stängas ändå.")})

    def __init__(self, data: Mapping[str, Any] | None = None, *, left: int) -> None:
        """`left` is how many shifts are neither attested nor settled."""
        super().__init__(data, initial={"seen": left}, label_suffix="")
        if not left:
            del self.fields["sure"]
            return
        words = ngettext(
            "Stäng ändå. %(n)d pass går inte med i lönekörningen.",
            "Stäng ändå. %(n)d pass går inte med i lönekörningen.",
            left,
        )
        self.fields["sure"].label = words % {"n": left}
