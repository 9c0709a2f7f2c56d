"""The portal's components inside the Wagtail admin, whose own stylesheet owns names such as `icon` and `tabs`."""

import re

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

CLASS_ATTRIBUTE = re.compile(r'(?<=[\s"\'])class="([^"]*)"')


@register.simple_block_tag
def desk(content: str, *, bare: bool = False) -> SafeString:
    """The content with its classes named as in admin.css. `bare`: without the frame, for a part that is swapped in."""
    named = CLASS_ATTRIBUTE.sub(lambda match: f'class="{desk_classes(match[1])}"', content)
    return mark_safe(named if bare else f'<div class="vp vp-adm">{named}</div>')  # noqa: S308 (rendered, so escaped)


def desk_classes(classes: str) -> str:
    return " ".join(name if name.startswith(("vp-", "w-")) else f"vp-{name}" for name in classes.split())
