"""What she says of her calendar subscription."""

from django import forms


class RenewForm(forms.Form):
    """The key of the address that she wants another for."""

    seen = forms.UUIDField()
