"""What is sent: a form with some of its values changed, with files, JSON, or nothing that anybody would send."""

import base64
import json
from random import Random
from typing import Any
from urllib.parse import quote, urlencode

from tests.fuzz import files, hostile, parameters, providers

MULTIPART = "multipart/form-data; boundary=xx"
FORM = "application/x-www-form-urlencoded"
JSON = ["application/json", "application/csp-report", "application/reports+json", "application/json; charset=x"]
ODD = [MULTIPART, "application/json", "x", "", FORM, "multipart/form-data", "text/xml", FORM + "; charset=utf-7"]
OF_FILES = {"file", "fil", "files[]"}
TOO_MANY = 1500

SAML = """<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" InResponseTo="{}" ID="x" Version="2.0"
 IssueInstant="{}"><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">{}</saml:Issuer>{}
</samlp:Response>"""
SIGNATURE = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/></ds:Signature>'


def sent(route: str, said: dict[str, object], chance: Random) -> tuple[bytes, str]:
    """The body, and what it says it is."""
    kind = chance.random()
    if kind < 0.03:
        return hostile.word(chance).encode(errors="replace"), chance.choice(ODD)
    if kind < (0.5 if route == "csp_reports" else 0.06):
        return as_json(chance), chance.choice(JSON)
    if kind < 0.07:
        return urlencode(dict.fromkeys(range(TOO_MANY), "x")).encode(), FORM
    values = {name: quote(str(value)) for name, value in said.items()}
    for name in chance.sample(sorted(values), k=min(len(values), chance.choice([0, 1, 2]))):
        values[name] = hostile.quoted(chance)
    values |= {parameter(route, chance): hostile.quoted(chance) for _ in range(chance.choice([0, 2, 5]))}
    if route == "saml_acs":
        values["SAMLResponse"] = quote(saml(chance))
    has_file = bool(OF_FILES & set(parameters.of(route)))
    if kind < (0.6 if has_file else 0.12):
        return multipart(values, chance), MULTIPART
    return "&".join(f"{name}={value}" for name, value in values.items()).encode(), FORM


def parameter(route: str, chance: Random) -> str:
    """As a rule one that the route reads."""
    return chance.choice(parameters.of(route) if chance.random() < 0.8 else parameters.everywhere())


def multipart(values: dict[str, str], chance: Random) -> bytes:
    """The values, and a file by each name."""
    sent_files = b"".join(files.part(name, chance) for name in sorted(OF_FILES))
    fields = "".join(f'--xx\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in values.items())
    return sent_files + fields.encode() + (b"--xx--\r\n" if chance.random() < 0.9 else b"")


def as_json(chance: Random) -> bytes:
    """JSON, as deep or as odd as may be."""
    kind = chance.random()
    if kind < 0.1:
        return chance.choice([b"[" * 9000, b'{"a":' * 900, b"NaN", b"1e999", b"9" * 5000, b'"\\ud800"', b"{", b"\xff"])
    names = ["documentURL", "document-uri", "blockedURL", "blocked-uri", "effectiveDirective", "id", "rawId", "a"]
    inner: dict[str, Any] = {name: value(chance) for name in chance.sample(names, k=4)}
    if chance.random() < 0.5:
        inner["documentURL"] = "http://testserver/" + hostile.quoted(chance)
    outer = [{"csp-report": inner}, [{"type": "csp-violation", "body": inner}], inner, [value(chance)]]
    return json.dumps(chance.choice(outer)).encode()


def value(chance: Random) -> object:
    """Of any of JSON's kinds."""
    odd = [None, True, -1, 1e300, [], {}, [[[]]], {"a": {"b": None}}, "\ud800", "http://[x", 10**400]
    return chance.choice(odd) if chance.random() < 0.3 else hostile.word(chance)


def saml(chance: Random) -> str:
    """An answer that no provider would give."""
    if chance.random() < 0.3:
        return base64.b64encode(chance.choice(files.contents())[:90_000]).decode()
    told = [chance.choice([providers.ASKED, "x", ""]), hostile.word(chance), hostile.word(chance)]
    safe = [word.replace("&", "").replace("<", "").replace('"', "") for word in told]
    message = SAML.format(*safe, chance.choice(["", SIGNATURE, SIGNATURE * 2, hostile.word(chance)]))
    return base64.b64encode(message.encode(errors="replace")).decode() if chance.random() < 0.9 else message
