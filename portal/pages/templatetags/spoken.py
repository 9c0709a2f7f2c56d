"""Words that may be in another language than what stands around them."""

from django import template

from portal.pages import said

register = template.Library()


@register.filter
def marked(words: said.Said) -> str:
    """The words, marked with their language where it is another than what is spoken."""
    return words.marked()


@register.filter
def told(row: object, field: str) -> str:
    """A field of a row in the language that is spoken: `name` as `name_en`, marked as Swedish where that is empty."""
    return said.said(getattr(row, field), getattr(row, f"{field}_en")).marked()


@register.filter
def task(person: dict[str, str]) -> str:
    """What somebody works with; one on a page of its own language has the one word for it."""
    return said.said(person["task"], person.get("task_en") or "").marked() if "task_en" in person else person["task"]
