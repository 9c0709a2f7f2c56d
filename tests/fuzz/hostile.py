"""Strings that programs stumble over, as they stand in an address or a form: already quoted for it."""

from random import Random
from urllib.parse import quote

WORDS = [
    "", " ", "0", "-1", "1", "2147483648", "-9223372036854775809", "9" * 400, "1e999", "NaN", "inf", "-0", "0x10",
    "1_000", "٣", "½", "²", "null", "None", "true", "[]", "{}", '{"$gt": ""}', "undefined", "True",
    "\0", "a\0b", "\r\n\r\nSet-Cookie: x=1", "a\nb", "\t", "\x1b[31m", "\x7f", "\u202e", "\ufeff", "\ufffe",
    "ä" * 300, "x" * 5000, "😀" * 200, "e\u0301" * 90, "ﷺ" * 60, "ß", "İ", "ǰ", "\u2028",
    "'", '"', "''--", "' OR 1=1--", "'; DROP TABLE people_user;--", "%", "_", "\\", "%s%n", "%(x)s", "{0.__class__}",
    "{{7*7}}", "{% debug %}", "${7*7}", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "]]>",
    "javascript:alert(1)", "data:text/html,x", "//ond.example/", "https://ond.example/", "http://[::1", "http://[x]",
    "../../../../etc/passwd", "..\\..\\", "/", "//", "/%2e%2e/", "file:///etc/passwd", "a/b", "?", "#", "&", "=",
    "0000-00-00", "2026-02-30", "9999-12-31", "10000-01-01", "0001-01-01", "2026-05-12", "-2026-05-12", "12/05/26",
    "2026-00", "2026-13", "2026-54", "2026-53", "2026-W20", "0000-01", "9999-53", "0001-01", "24:00", "25:61",
    "23:59:60", "00:00", "7", "07.00", "2026-03-29T02:30", "9999-12-31T23:59:59+00:00", "12 maj",
    "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}", "0" * 32,
    "6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55", "urn:uuid:6f1c2f0e-2b8a-4f53-9d36-1b2f0c1a7e55", "sv", "en", "xx",
    "+46701740605", "070-174 06 05", "+", "00", "anna@alvsunda.example", "a@b", "@", "a" * 250 + "@b.se", "åäö@åäö.se",
    "csv", "xlsx", "pdf", "-created", "pk", "-pk", "user__password", "?", "name__contains", "1,2", ",", ";", "|", "*",
    "(", "((((((((((", "[", "a" * 40 + "!", "\\d+", "(?P<x>", "<!--", "&#0;", "&amp;", "sida", "alla", "on", "x",
]  # fmt: skip

BROKEN = ["%", "%zz", "%ff%fe", "%ed%a0%80", "%c0%af", "%00", "%u0041", "+", "%0d%0a", "%25%32%65", "%f4%90%80%80"]
"""Bytes that are no text."""

HEADERS = [
    "Referer", "User-Agent", "Accept-Language", "Accept", "Accept-Encoding", "Origin", "X-Forwarded-For", "Host",
    "X-Forwarded-Proto", "X-Forwarded-Host", "X-Requested-With", "HX-Request", "HX-Target", "HX-Trigger",
    "HX-Current-URL", "HX-Prompt", "HX-Boosted", "If-None-Match", "If-Modified-Since", "Range", "Authorization", "Via",
    "Sec-Fetch-Site", "X-HTTP-Method-Override", "X-Twilio-Signature", "Content-Encoding", "Forwarded", "X-Original-URL",
]  # fmt: skip
COOKIES = ["tema", "django_language", "vem", "kalender", "messages", "csrftoken", "mfa_trusted", "x"]


def word(chance: Random) -> str:
    """One of them, or two, or signs by chance."""
    kind = chance.random()
    if kind < 0.8:
        return chance.choice(WORDS)
    if kind < 0.9:
        return chance.choice(WORDS) + chance.choice(WORDS)
    return "".join(chr(chance.choice([*range(1, 0x250), *range(0x2000, 0x2070), 0x1F600])) for _ in range(9))


def quoted(chance: Random, *, safe: str = "") -> str:
    """As it stands in an address or a form."""
    return chance.choice(BROKEN) if chance.random() < 0.05 else quote(word(chance), safe=safe)


def header(chance: Random) -> str:
    """What a server lets through as a header: bytes, but no end of line."""
    return (
        word(chance)
        .encode(errors="replace")
        .decode("latin-1")
        .replace("\r", "")
        .replace("\n", "")
        .replace("\0", "")[:4000]
    )
