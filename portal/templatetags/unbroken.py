"""Hours and telephone numbers in running text that somebody wrote: a line never ends in the middle of one."""

import re

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

HOURS_OR_NUMBER = re.compile(r"\b(?:\d{2}[.]\d{2}–\d{2}[.]\d{2}|0\d{1,3}-\d{2,3} \d{2,3}(?: \d{2})?)\b")


@register.filter
def unbroken(html: SafeString) -> SafeString:
    """Each kept on one line. Only what is already escaped is taken: plain text is refused."""
    if not isinstance(html, SafeString):
        raise TypeError(html)
    return mark_safe(HOURS_OR_NUMBER.sub(r'<span class="nowrap">\g<0></span>', html))  # noqa: S308 (it came in escaped)
