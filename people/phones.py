"""Telephone numbers as people write them, and as they are kept: E.164. Pure."""

import re

import phonenumbers

DIGITS = re.compile(r"[\d\s()+./\-\u2010-\u2015\u2212]+")
"""What a number is written with."""


def e164(written: str, region: str) -> str | None:
    """+46701740605 from 070-174 06 05 in region SE; nothing from what no telephone has."""
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def mobile(written: str, region: str) -> str | None:
    """The same, but only of a mobile telephone in the region: where a code can be read."""
    number = e164(written, region)
    if number is None:
        return None
    parsed = phonenumbers.parse(number)
    is_mobile = phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE
    return number if is_mobile and phonenumbers.region_code_for_number(parsed) == region else None


def mobile_alone(written: str, region: str) -> str | None:
    """The same, of what is a number and nothing else: with letters in it a user name is meant."""
    return mobile(written, region) if DIGITS.fullmatch(written.strip()) else None
