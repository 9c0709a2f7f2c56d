"""What a planner writes to somebody, and when it is to leave."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking import notifications
from people.models import User
from portal.templatetags.times import clock

AT_ONCE, AFTER_THE_NIGHT = "nu", "efter-natten"
AS_TYPED = 2000
"""What is longer was pasted by mistake."""


class WhenField(forms.ChoiceField):
    """A form that was fetched by day and sent at night says nothing of it: then it waits."""

    def clean(self, value: str | None) -> str:
        """One of the two."""
        said: str = super().clean(value or AFTER_THE_NIGHT)
        return said


class WriteForm(forms.Form):
    """Her words; at night also whether they are to wait, as they do unless she says otherwise."""

    body = forms.CharField(
        label=gettext_lazy("Meddelande"),
        max_length=AS_TYPED,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": gettext_lazy("Skriv ett meddelande.")},
    )
    when = WhenField(label=gettext_lazy("När ska det skickas?"), widget=forms.RadioSelect)
    command = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        by: User,
        leaves: datetime,
        now: datetime,
        typed: Mapping[str, Any] | None = None,
    ) -> None:
        """`typed` is what stands there, without being sent yet."""
        first = {"command": uuid.uuid4(), "when": AFTER_THE_NIGHT}
        super().__init__(data, initial=first | {name: value for name, value in (typed or {}).items() if value})
        self.by, self.now, self.room = by, now, notifications.room(by=by)
        fields: dict[str, Any] = self.fields
        fields["body"].help_text = _(
            "Ungefär %(n)d tecken får plats. Skriv inget om hälsa eller om andra personer."
        ) % {"n": self.room}
        if leaves > now:
            later = _("Klockan %(clock)s") % {"clock": clock(leaves)}
            fields["when"].choices = [(AFTER_THE_NIGHT, later), (AT_ONCE, _("Nu, fast det är natt"))]
        else:
            del fields["when"]

    def clean_body(self) -> str:
        """It goes in two SMS at most, with what is added."""
        body: str = self.cleaned_data["body"]
        if not notifications.has_room(body, by=self.by):
            words = _("Texten ryms inte i två sms. Skriv högst ungefär %(n)d tecken, utan emojier.")
            raise forms.ValidationError(words % {"n": self.room})
        return body

    @property
    def typed(self) -> str:
        """The words as they stand in the form."""
        return str(self["body"].value() or "")

    @property
    def at_once(self) -> bool:
        """Whether she wants it to leave in the night."""
        return self.cleaned_data.get("when") == AT_ONCE
