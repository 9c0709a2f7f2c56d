"""What the values and the children of a PAXml element are. Pure."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from xml.etree.ElementTree import Element

DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
INTEGER = re.compile(r"[+-]?\d+")


def tags(element: Element) -> list[str]:
    """The names of its children, in their order."""
    return [child.tag for child in element]


def text(element: Element, tag: str) -> str:
    """What stands in the child; empty if there is none."""
    return (element.findtext(tag) or "").strip()


def has(element: Element, *named: str) -> bool:
    """Whether it has a child of each name."""
    return all(element.find(tag) is not None for tag in named)


def in_order(element: Element, order: Sequence[str]) -> bool:
    """Whether its children come as they must; those that the order does not name are another rule's."""
    places = [order.index(tag) for tag in tags(element) if tag in order]
    return places == sorted(places)


def each_once(element: Element) -> bool:
    """Whether no child comes twice."""
    return len(tags(element)) == len(set(tags(element)))


def is_date(said: str) -> bool:
    """`2026-12-24`."""
    try:
        return len(said) == len("2026-12-24") and bool(date.fromisoformat(said))
    except ValueError:
        return False


def is_moment(said: str) -> bool:
    """`2026-12-24T07:00:00`, with or without a zone."""
    try:
        return "T" in said and bool(datetime.fromisoformat(said))
    except ValueError:
        return False


def is_decimal(said: str) -> bool:
    """A number, with a point if it has decimals."""
    return bool(DECIMAL.fullmatch(said))


def is_integer(said: str) -> bool:
    """A whole number."""
    return bool(INTEGER.fullmatch(said))
