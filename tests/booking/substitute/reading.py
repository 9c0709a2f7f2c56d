"""What a test reads of an answer."""

import re
from html import unescape

from django.http import HttpResponse


def text(answer: HttpResponse) -> str:
    """What a reader hears: no markup, no tiles that only repeat, each run of space as one."""
    body = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    body = re.sub(r'<div[^>]*aria-hidden="true">.*?</div>', "", body, flags=re.DOTALL)
    words = re.sub(r"<br>|</(p|h\d|li|dt|dd|small|span|b)>", " ", body)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", f"<main{words}"))).strip()
