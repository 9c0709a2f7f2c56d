"""What somebody writes in answer to a message, and how she wants to be told of what."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from messaging.choices import Group, Preferences, Wanted
from messaging.models import Channel

LONGEST = 1000  # characters
NAMES = {Channel.SMS: _("Sms"), Channel.EMAIL: _("E-post"), Channel.PUSH: _("Avisering")}


class AnswerForm(forms.Form):
    """Her words, kept once however often they are sent."""

    text = forms.CharField(
        label=_("Ditt svar"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text=_("Skriv inget om hälsa eller om andra personer."),
        error_messages={
            "required": _("Skriv ditt svar först."),
            "max_length": _("Svaret är för långt. Skriv högst %(limit_value)d tecken, nu är det %(show_value)d."),
        },
    )
    command = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"command": uuid.uuid4()}, prefix="svar")

    def clean_command(self) -> uuid.UUID:
        """A form without one is a form of its own."""
        return self.cleaned_data["command"] or uuid.uuid4()


@dataclass(frozen=True, slots=True)
class Row:
    """One group, and a box for each channel that she can be told by; one that is locked cannot be changed."""

    group: Group
    boxes: list[BoundField]

    @property
    def locked(self) -> list[str]:
        """The names of the channels that cannot be turned off."""
        return [str(box.label) for box in self.boxes if box.field.disabled]


class ChoicesForm(forms.Form):
    """A box for each group and channel. What cannot be turned off stays on, whatever is sent."""

    def __init__(self, data: Mapping[str, Any] | None, *, groups: Iterable[Group], hers: Preferences) -> None:
        super().__init__(data)
        self.groups = [group for group in groups if not group.fixed]
        self.channels = [channel for channel in Channel if hers.can(channel)]
        for group in self.groups:
            for channel in self.channels:
                self.fields[f"{group.code}-{channel}"] = forms.BooleanField(
                    label=NAMES[channel],
                    required=False,
                    initial=hers.wants(group, channel),
                    disabled=hers.locked(group, channel),
                )

    @property
    def rows(self) -> list[Row]:
        """As they stand on the page."""
        return [Row(one, [self[f"{one.code}-{channel}"] for channel in self.channels]) for one in self.groups]

    @property
    def wanted(self) -> Wanted:
        """What she has chosen."""
        pairs = ((group.code, channel) for group in self.groups for channel in self.channels)
        return {pair: self.cleaned_data["-".join(pair)] for pair in pairs}


class CorrectionForm(forms.Form):
    """What is wrong, in her words."""

    text = forms.CharField(
        label=_("Vad stämmer inte?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text=_("Skriv vad som står fel och hur det ska vara. Skriv inget om hälsa och inget personnummer."),
        error_messages={"required": _("Skriv vad som inte stämmer.")},
    )
    command = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"command": uuid.uuid4()}, prefix="rattelse")
