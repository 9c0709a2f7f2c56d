"""Who a protected person is, in her keeper's form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms.person import PersonForm
from people.named import Identity


class IdentityForm(PersonForm):
    """Name, phone and e-mail, where there are any, and how the person is reached."""

    contact = forms.CharField(
        label=_("Så når du personen"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Till exempel en postadress som Skatteverket förmedlar, eller en tid att ringa."),
    )

    field_order = ["first_name", "last_name", "phone", "email", "contact"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Django's signature)
        super().__init__(*args, **kwargs)
        for name in ("phone", "email"):
            self.fields[name].required = False


def as_kept(identity: Identity) -> dict[str, str]:
    """What the form says before anybody has touched it."""
    return {name: getattr(identity, name) for name in IdentityForm.base_fields}
