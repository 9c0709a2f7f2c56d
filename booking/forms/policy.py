"""What is decided in a policy: a field for each thing, empty where it is as one step up."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from booking.forms.lengths import LengthField
from booking.forms.wall_clock import clock_field
from booking.policy_settings import SETTINGS
from booking.policy_steps import Line, Steps, said_by
from booking.policy_words import Unit

YES, NO = "true", "false"
MEANT = {YES: True, NO: False}
NOT_IN_THE_LIST = {"invalid_choice": gettext_lazy("Välj i listan.")}
A_NUMBER = {"invalid": gettext_lazy("Skriv bara siffror.")}


class PolicyForm(forms.Form):
    """Each field shows what holds one step up; whether what is written can be meant the operation tells."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, steps: Steps) -> None:
        """`steps` is what the place stands on."""
        here = said_by(steps.own)
        super().__init__(data, initial={name: _as_written(value) for name, value in here.items()})
        self.sections = list(steps.by_section())
        for _section, lines in self.sections:
            self.fields |= {line.setting.name: field_of(line) for line in lines}

    def by_section(self) -> Iterator[tuple[str | Promise, list[BoundField]]]:
        """The fields under their headings."""
        for section, lines in self.sections:
            yield section.heading, [self[line.setting.name] for line in lines]

    def said(self) -> dict[str, object]:
        """What was written, by the names of `OfferTerms`; `None` is as one step up."""
        return {name: _meant(self.cleaned_data[name]) for name in SETTINGS}


def field_of(line: Line) -> forms.Field:
    """The field of a setting."""
    setting = line.setting
    shown: dict[str, Any] = {
        "label": setting.label,
        "help_text": f"{line.one_step_up}. {setting.help}",
        "required": False,
    }
    if setting.unit is Unit.LENGTH:
        return LengthField(**shown)
    if setting.unit is Unit.CLOCK:
        return clock_field(**shown)
    if setting.unit in {Unit.YES_NO, Unit.CHOICE}:
        words: list[tuple[str, str | Promise]] = [(YES, _("Ja")), (NO, _("Nej"))]
        choices = words if setting.unit is Unit.YES_NO else setting.choices
        return forms.ChoiceField(choices=[("", line.one_step_up), *choices], error_messages=NOT_IN_THE_LIST, **shown)
    return forms.IntegerField(min_value=0, max_value=1000, error_messages=A_NUMBER, **shown)


def _as_written(value: object) -> object:
    return (YES if value else NO) if isinstance(value, bool) else value


def _meant(written: Any) -> object:  # noqa: ANN401 (of any field)
    if isinstance(written, str):
        return MEANT.get(written, written or None)
    return written
