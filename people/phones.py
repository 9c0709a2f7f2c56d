"""Telephone numbers as people write them, and as they are kept: E.164. Pure."""

import phonenumbers


def e164(written: str, region: str) -> str | None:
    """+46701740605 from 070-174 06 05 in region SE; nothing from what no telephone has."""
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
