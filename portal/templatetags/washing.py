"""Running text, washed on its way out: whoever wrote it and by whatever way it came, it carries no script."""

from functools import lru_cache
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.whitelist import Whitelister, allow_without_attributes, attribute_rule, check_url

register = template.Library()

PLAIN = (
    "[document]", "p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "code", "h2", "h3", "h4", "hr", "sub", "sup",
)  # fmt: skip
WITH_ALL_THEY_HOLD = {"script", "style", "template", "iframe", "object", "svg", "math", "noscript", "textarea", "title"}
"""What goes with its content; any other tag that is not known goes alone, and its words stay."""

TEXTS_KEPT = 2_000


class Washer(Whitelister):
    """Knows the tags that our editors can make, and of a link nothing but where it leads."""

    element_rules = dict.fromkeys(PLAIN, allow_without_attributes) | {"a": attribute_rule({"href": check_url})}

    def clean_tag_node(self, doc: Any, tag: Any) -> None:  # noqa: ANN401 (a node of the parser)
        """Nobody reads what stands in a script."""
        if tag.name in WITH_ALL_THEY_HOLD:
            tag.decompose()
        else:
            super().clean_tag_node(doc, tag)


@lru_cache(maxsize=TEXTS_KEPT)
def wash(html: str) -> str:
    """The text with what is known of it, and nothing else. The same text is washed once."""
    return str(Washer().clean(html))


@register.filter
def washed(html: str) -> SafeString:
    """As `wash`, for a template."""
    return mark_safe(wash(html))  # noqa: S308 (this is what makes it safe)
