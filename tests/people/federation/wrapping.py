"""Signature wrapping (XSW): what is signed stays somewhere in the message, and another assertion is in its place."""

import copy
from collections.abc import Callable

from lxml import etree

from tests.standins.saml import NAMES, PROTOCOL

NUMBER = "{urn:oasis:names:tc:SAML:2.0:assertion}AttributeValue"
Tampering = Callable[[etree._Element], None]


def forged(assertion: etree._Element, new_id: str = "_forged") -> etree._Element:
    """The same of another person, unsigned."""
    other = copy.deepcopy(assertion)
    other.remove(other.find("ds:Signature", NAMES))
    other.set("ID", new_id)
    next(other.iter(NUMBER)).text = "K0042"
    return other


def before_it(message: etree._Element) -> None:
    """The forged one first."""
    hers = message.find("saml:Assertion", NAMES)
    hers.addprevious(forged(hers))


def after_it(message: etree._Element) -> None:
    """The forged one last."""
    hers = message.find("saml:Assertion", NAMES)
    hers.addnext(forged(hers))


def around_it(message: etree._Element) -> None:
    """The signed one inside the forged one."""
    hers = message.find("saml:Assertion", NAMES)
    other = forged(hers)
    message.replace(hers, other)
    other.append(hers)


def inside_its_signature(message: etree._Element) -> None:
    """The forged one bears the signature, and the signed one is an object in that."""
    hers = message.find("saml:Assertion", NAMES)
    other = forged(hers)
    signature = hers.find("ds:Signature", NAMES)
    hers.remove(signature)
    other.insert(1, signature)
    etree.SubElement(signature, f"{{{NAMES['ds']}}}Object").append(copy.deepcopy(hers))
    message.replace(hers, other)


def in_extensions(message: etree._Element) -> None:
    """The signed one among the message's extensions, the forged one of the same id."""
    hers = message.find("saml:Assertion", NAMES)
    other = forged(hers, hers.get("ID"))
    message.replace(hers, other)
    extensions = etree.Element(f"{{{PROTOCOL}}}Extensions")
    extensions.append(hers)
    message.find("saml:Issuer", NAMES).addnext(extensions)


def as_an_attribute(message: etree._Element) -> None:
    """The signed one as the value of an attribute of the forged one, which refers to its signature."""
    hers = message.find("saml:Assertion", NAMES)
    other = forged(hers)
    other.insert(1, copy.deepcopy(hers.find("ds:Signature", NAMES)))
    message.replace(hers, other)
    next(other.iter(NUMBER)).append(hers)


ALL: dict[str, Tampering] = {
    way.__name__: way for way in (before_it, after_it, around_it, inside_its_signature, in_extensions, as_an_attribute)
}
