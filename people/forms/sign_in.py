"""The forms of the sign-in: user name and password, a number to send a code to, and the code."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ConfirmLoginCodeForm, LoginForm, RequestLoginCodeForm
from allauth.core import context, ratelimit
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from people import codes, limits, numbers, phones, sessions
from people.forms.mobile import MobileField
from portal import security_log


class SignInForm(LoginForm):
    """A number is looked for, and counted by, in one form however it was written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        super().__init__(*args, **kwargs)
        told = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        self.fields["login"].widget.attrs.update(told)

    def clean_login(self) -> str:
        """As it is kept."""
        written: str = super().clean_login()
        return phones.mobile_alone(written, settings.PHONE_REGION) or written


class AskForCodeForm(RequestLoginCodeForm):
    """Where the code is to go. The answer is one and the same whether the number is known, shared or a stranger's."""

    username = forms.CharField(
        label=_("Användarnamn"),
        required=False,
        max_length=150,
        help_text=_("Bara om ni är flera i portalen som delar på numret."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (Django's)
        super().__init__(*args, **kwargs)
        self.fields.pop("email")
        self.fields["phone"] = MobileField(label=_("Mobilnummer"), help_text=_("Till exempel 070-174 06 05."))
        self.order_fields(["phone", "username"])

    def clean_phone(self) -> str:
        """The number, unless it has been sent enough; counted before anybody is looked for."""
        number: str = self.cleaned_data["phone"]
        if limits.is_reached(limits.codes_in_a_day()):
            _not_sent(number, "budget")
            spent = get_adapter().validation_error("no_codes_left")
            raise spent
        if not ratelimit.consume(context.request, action="request_login_code", key=number):
            _not_sent(number, "limit")
            refused = get_adapter().validation_error("too_many_codes")
            raise refused
        return number

    def clean(self) -> dict[str, Any]:
        """Find whose it is."""
        cleaned: dict[str, Any] = super().clean()
        name = str(cleaned.get("username") or "").strip()
        self._user = numbers.holder(str(cleaned.get("phone") or ""), name)
        return cleaned


def _not_sent(number: str, why: str) -> None:
    security_log.event("sign_in.code_not_sent", why=why, tried=security_log.mark(number))


class WriteCodeForm(ConfirmLoginCodeForm):
    """The code from the SMS. allauth hands over the seed that it follows from; nothing, if nobody was sent any."""

    code = forms.CharField(
        label=_("Kod"),
        max_length=2 * codes.DIGITS,  # pasted with spaces
        help_text=_("6 siffror"),
        error_messages={
            "required": _("Skriv koden från sms:et."),
            "max_length": _("Koden stämmer inte. Den har 6 siffror."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "input--code"}),
    )

    def clean_code(self) -> str:
        """Right or wrong. Each try is counted for the code itself too: many at once are five, and one gets in."""
        seed, written = self.expected_code or "", str(self.cleaned_data["code"])
        mark = codes.mark(seed)
        counted = limits.take(limits.TRIES_OF_A_CODE, mark)
        if not (codes.is_right(seed, written) and counted and limits.take(limits.USES_OF_A_CODE, mark)):
            wrong = get_adapter().validation_error("incorrect_code")
            raise wrong
        return written


class SignInByCodeForm(WriteCodeForm):
    """The code that lets her in, and whether this is a telephone of her own."""

    remember = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        """Let the session last as with a password: until its limits end it, or until the browser closes."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "code" in cleaned:
            sessions.remember(context.request.session, yes=bool(cleaned.get("remember")))
        return cleaned
