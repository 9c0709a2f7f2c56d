"""What a certificate is written on and sealed with, from the environment."""

from dataclasses import dataclass, field
from pathlib import Path

import environ


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The sender, besides the names and numbers that pages show too. `logotype` is an SVG or a PNG."""

    address: str = ""
    email: str = ""
    web: str = ""
    logotype: Path | None = None
    logotype_alt: str = ""


@dataclass(frozen=True, slots=True)
class Seal:
    """A PKCS#12 file with an RSA key, its certificate and those above it; without a file nothing is sealed."""

    file: Path | None = None
    passphrase: str = field(default="", repr=False)
    self_made: bool = False


def from_environment(env: environ.Env, *, demo: bool, base: Path) -> Letterhead:
    """The demo has a letterhead of its own; without one only what is set is written."""
    logotype = env.str("LOGOTYPE", default=str(base / "home" / "demo" / "alvsunda.svg") if demo else "")
    return Letterhead(
        address=env.str("PAYROLL_ADDRESS", default="Strandgatan 1, 981 00 Älvsunda" if demo else ""),
        email=env.str("PAYROLL_EMAIL", default="lonecentrum@alvsunda.example" if demo else ""),
        web=env.str("MUNICIPALITY_WEB", default="www.alvsunda.example" if demo else ""),
        logotype=Path(logotype) if logotype else None,
        logotype_alt=env.str("LOGOTYPE_ALT", default="Älvsunda kommuns märke: en älv under en sol" if demo else ""),
    )


def seal_from_environment(env: environ.Env, *, development: bool, var: Path) -> Seal:
    """On one's own machine `manage.py seal` has made one in `var`; in production it is handed in."""
    if file := env.str("SEAL_FILE", default=""):
        return Seal(Path(file), env.str("SEAL_PASSPHRASE", default=""))
    return Seal(var / "seal.p12", "self-made", self_made=True) if development else Seal()
