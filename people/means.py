"""What somebody has to show who she is with, besides what she came in by."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator

from people.models import User
from people.named import to_herself
from people.strength import Step


@dataclass(frozen=True, slots=True)
class Means:
    """Of one person. `number` is her confirmed mobile number, in E.164, or empty."""

    password: bool
    number: str
    app: bool
    key: bool

    @property
    def second(self) -> bool:
        """Whether there is anything to ask for besides the password."""
        return bool(self.number) or self.app or self.key

    @property
    def steps(self) -> set[Step]:
        """What she can show here and now."""
        has = {Step.PASSWORD: self.password, Step.CODE: bool(self.number), Step.APP: self.app, Step.KEY: self.key}
        return {step for step, there in has.items() if there}


def of(user: User) -> Means:
    """Hers, also if she is protected."""
    herself = to_herself(user)
    kinds = set(Authenticator.objects.filter(user_id=user.pk).values_list("type", flat=True))
    return Means(
        password=user.has_usable_password(),
        number=herself.phone if herself.phone_verified else "",
        app=Authenticator.Type.TOTP in kinds,
        key=Authenticator.Type.WEBAUTHN in kinds,
    )
