"""A PAXml file read element by element, without ever following what a document says of itself. Pure."""

from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse


class Unreadable(Exception):
    """It is no XML, or XML that would have a reader fetch or unfold something."""


ROWS = frozenset({"tidtrans", "resetrans", "lonetrans", "schematrans", "person"})
"""What there may be many of: emptied when it has been looked at, so that memory does not grow."""


def elements(file: IO[bytes]) -> Iterator[Element]:
    """Each element once all of it is read, the root last; `Unreadable` otherwise."""
    try:
        for _event, element in iterparse(file, forbid_dtd=True):
            yield element
            if element.tag in ROWS:
                element.clear()
    except (ParseError, DefusedXmlException, LookupError, UnicodeDecodeError) as error:
        raise Unreadable(str(error)) from error
