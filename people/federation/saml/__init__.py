"""SAML 2.0, for the federations of municipalities. Its library is an extra: requirements-saml.in."""

from importlib.util import find_spec


def is_installed() -> bool:
    """Whether the library that reads and checks its messages is here."""
    return find_spec("onelogin") is not None
