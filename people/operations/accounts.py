"""What every account has, a substitute's or a colleague's: a person, a user name, and no password yet."""

from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people import access, phones, usernames
from people.models import User
from people.operations import sharing
from people.operations.refusals import Refused

TRIES = 10
"""As many of one name may be registered at the same instant."""
NO_SUCH_PHONE = gettext_lazy("Skriv ett telefonnummer som finns, till exempel 070-174 06 05.")


@dataclass(frozen=True, slots=True)
class Person:
    """Who somebody is and how she is reached. The phone is as it was written; none is the empty string.

    `shares_phone` says that somebody else may have the number, and that it is no mistake.
    """

    first_name: str
    last_name: str
    phone: str
    email: str
    shares_phone: bool = False


def speak(user: User, language: str) -> None:
    """She reads the portal, and what it sends her, in the language; the code of one of the settings' languages."""
    User.objects.filter(pk=user.pk).update(language=language)


def make(person: Person, wanted: str) -> User:
    """A new account named as wanted, or as near as is free. Nobody knows a password to it: she chooses her own."""
    for _attempt in range(TRIES):
        columns = accepted(person)
        shares = sharing.allowed(columns["phone"], shares=person.shares_phone)
        alike = User.objects.filter(username__istartswith=wanted).values_list("username", flat=True)
        try:
            with transaction.atomic():
                name = usernames.free(wanted, {name.lower() for name in alike})
                return User.objects.create_user(name, shares_phone=shares, must_change_password=True, **columns)
        except IntegrityError:
            continue  # somebody was first to the name or the address: look again
    raise Refused(email=_("Det gick inte att spara just nu. Försök igen."))


def rewrite(user: User, person: Person) -> list[str]:
    """Save what is new of the person; answers with the names of the columns that changed."""
    demand_open(user, "person")
    columns, before = accepted(person, besides=user), user.phone
    changed = [name for name, value in columns.items() if getattr(user, name) != value]
    for name in changed:
        setattr(user, name, columns[name])
    saved = [*changed]
    if "phone" in changed:
        sharing.hold(before, user.phone)
        user.phone_verified = False  # nobody has shown that she has the new one
        user.shares_phone = sharing.allowed(user.phone, shares=person.shares_phone, besides=user)
        saved += ["phone_verified", "shares_phone"]
    try:
        with transaction.atomic():
            user.save(update_fields=saved)
    except IntegrityError as taken:
        raise Refused(email=_email_taken()) from taken
    if "phone" in changed:
        sharing.left(before)
    return changed


def demand_open(user: User, field: str) -> None:
    """`Refused`, beside the field, if she is protected: then her name, number and address are kept by hand."""
    if user.protected:
        raise Refused(**{field: _("Uppgifterna är skyddade. Ring den som ansvarar för skyddade uppgifter.")})


def demand_keeper(user: User, by: User, field: str) -> None:
    """`Refused`, beside the field, if a role of hers makes the account the system owner's to keep, and `by` is none."""
    if user.role_assignments.exists() and not access.may(by, "account.close"):
        raise Refused(**{field: _("Personen har också en roll i portalen. Be systemförvaltaren.")})


def accepted(person: Person, besides: User | None = None) -> dict[str, str]:
    """The columns of the person, the phone in E.164 and the e-mail in small letters; or `Refused`."""
    reasons = {}
    email = person.email.lower()
    phone = telephone(person.phone)
    if phone is None:
        reasons["phone"] = str(NO_SUCH_PHONE)
    others = User.objects.exclude(pk=besides.pk) if besides else User.objects.all()
    if email and others.filter(email__iexact=email).exists():
        reasons["email"] = _email_taken()
    if reasons:
        raise Refused(**reasons)
    return {"first_name": person.first_name, "last_name": person.last_name, "phone": phone or "", "email": email}


def telephone(written: str) -> str | None:
    """The number in E.164; none if no telephone has it, and nothing is the number of whoever has no telephone."""
    return phones.e164(written, settings.PHONE_REGION) if written else ""


def _email_taken() -> str:
    return _("E-postadressen används redan av ett annat konto.")
