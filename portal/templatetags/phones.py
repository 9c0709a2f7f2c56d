"""Telephone numbers as they are read, and as a telephone dials them."""

import re

import phonenumbers
from django import template

register = template.Library()

DIGIT = re.compile(r"\d")
SHOWN_FIRST, SHOWN_LAST = 3, 2  # characters


@register.filter
def national(number: str) -> str:
    """070-174 06 05 from +46701740605; what is written in another way is left as it is"""
    if not number.startswith("+"):
        return number
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


@register.filter
def masked(number: str) -> str:
    """070-••• •• 05 from +46701740605: enough for her to know which telephone, and for nobody else"""
    written = national(number)
    return written[:SHOWN_FIRST] + DIGIT.sub("•", written[SHOWN_FIRST:-SHOWN_LAST]) + written[-SHOWN_LAST:]


@register.filter
def tel(number: str) -> str:
    """tel:+46980319210 from 0980-319 210"""
    digits = "".join(character for character in number if character.isdigit() or character == "+")
    return f"tel:+46{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"
