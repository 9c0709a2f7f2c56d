"""A code, a key, and what each is called. allauth's own views fill in the first five."""

from collections.abc import Callable
from typing import Any

from allauth.core import context
from allauth.mfa import signals
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.internal.flows import check_rate_limit, post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm
from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.models import User
from people.operations import codes, passkeys, second_steps
from portal import security_log

AS_DIGITS = {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
LONGEST_CODE = 20  # with whatever spaces she puts in it


def _counted(user: User) -> Callable[[], None]:
    """Count a try; what forgets them all. A few too many stop her for a while."""
    try:
        forget: Callable[[], None] = check_rate_limit(user)
    except forms.ValidationError:
        security_log.event("second_step.stopped", user=user)
        raise
    return forget


class CodeForm(AuthenticateForm):
    """A code from the app or from the paper, which opens once."""

    code = forms.CharField(
        label=gettext_lazy("Kod"),
        max_length=LONGEST_CODE,
        widget=forms.TextInput(attrs=AS_DIGITS),
        error_messages={"required": gettext_lazy("Skriv koden.")},
    )
    reauthenticated = False

    def clean_code(self) -> str:
        """The code, if it is one; a few wrong ones stop her for a while."""
        forget_the_tries = _counted(self.user)
        code: str = self.cleaned_data["code"]
        found = codes.used(self.user, code, at=timezone.now())
        if found is None:
            self._tell_of_failure()
            raise forms.ValidationError(_("Koden stämmer inte, eller är redan använd. Vänta på nästa och försök igen."))
        found.user = self.user
        self.authenticator = found
        forget_the_tries()
        return code

    def _tell_of_failure(self) -> None:
        step = second_steps.of(self.user).exclude(type=Authenticator.Type.WEBAUTHN).first()
        if step is not None:
            facts = {"user": self.user, "authenticator": step, "reauthentication": self.reauthenticated}
            signals.authentication_failed.send(sender=Authenticator, request=context.request, **facts)


class CodeAgainForm(CodeForm):
    """The same, of somebody who is signed in and is about to change something."""

    reauthenticated = True

    def save(self) -> None:
        """Remember that it was she, just now."""
        post_authentication(context.request, self.authenticator, reauthenticated=True)


class KeyForm(AuthenticateWebAuthnForm):
    """A key's answer, checked by our own rules besides allauth's."""

    def clean_credential(self) -> Authenticator:
        """The key that has answered."""
        # Of whoever nobody has named the wrong tries are not counted: they would close somebody else out.
        forget_the_tries = _counted(self.user) if self.user else lambda: None
        try:
            key = passkeys.used(self.cleaned_data["credential"], self.user)
        except passkeys.NotOurs as error:
            security_log.event("second_step.failed", user=self.user, kind=Authenticator.Type.WEBAUTHN.value)
            raise forms.ValidationError(_("Nyckeln gick inte att använda. Försök igen.")) from error
        forget_the_tries()
        return key


class KeyAgainForm(KeyForm):
    """The same, of somebody who is signed in and is about to change something."""

    reauthenticated = True


class KeyAloneForm(KeyForm):
    """A key that says whose it is, instead of a password."""

    passwordless = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (a form's)
        super().__init__(*args, user=None, **kwargs)


class NewAppForm(forms.Form):
    """The first code of an app, which shows that it counts right."""

    code = forms.CharField(
        label=gettext_lazy("Koden som står i appen"),
        help_text=gettext_lazy("Sex siffror. De byts varje halvminut."),
        max_length=LONGEST_CODE,
        widget=forms.TextInput(attrs=AS_DIGITS),
        error_messages={"required": gettext_lazy("Skriv koden som står i appen.")},
    )


class NameForm(forms.Form):
    """What a key is called."""

    name = forms.CharField(
        label=gettext_lazy("Vad ska nyckeln heta?"),
        help_text=gettext_lazy("Till exempel Mobilen eller Datorn hemma. Bara du ser det."),
        max_length=second_steps.LONGEST_NAME,
        required=False,
    )


class NewKeyForm(NameForm):
    """A key that the browser has made."""

    credential = forms.JSONField(
        widget=forms.HiddenInput, error_messages={"required": gettext_lazy("Tryck på Lägg till nyckeln.")}
    )


class ReasonForm(forms.Form):
    """Why a colleague's second step is taken away."""

    reason = forms.CharField(
        label=gettext_lazy("Varför?"),
        help_text=gettext_lazy("Till exempel: Har tappat mobilen, och visade legitimation. Det står i historiken."),
        max_length=second_steps.LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Skriv varför.")},
    )
