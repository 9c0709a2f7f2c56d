"""What a log may not say, taken out of what is about to be written in one. Pure."""

import re
from collections.abc import Iterable, Mapping

HIDDEN = "[dolt]"
PERSONAL = frozenset(
    {
        "address", "body", "born", "code", "cookie", "email", "first_name", "identity_number", "key", "last_name",
        "name", "number", "password", "personnummer", "phone", "q", "secret", "session", "text", "token", "username",
    }
)  # fmt: skip
"""What is personal or opens something whatever it looks like, by the name that it is handed under."""

ADDRESS_THAT_OPENS = re.compile(
    r"(/f/|/kalender/prenumeration/|/profil/e-post/|/konto/password/reset/key/|/konto/lank/|/mina-enheter/inte-jag/)"
    r"[^\s/?#\"']+"
)
"""Addresses that are a key: to one enquiry, a calendar, a new e-mail address, a new password, an account, a sign-in."""

EMAIL = re.compile(r"[^\s@<>\"',;:=()\[\]{}]+@[^\s@<>\"',;:()\[\]{}]+\.[^\W\d_]{2,}")
PERSONNUMMER = re.compile(
    r"(?<![\w-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+ ]?\d{4}(?![\w-])"
)
"""Whether it adds up does not matter here; a samordningsnummer has 60 more days."""

TELEPHONE = re.compile(r"(?<![\w+.-])(?:\+\d{1,3}|00\d{2}|0)(?:[ \-()]{0,2}\d){7,12}(?![\w-])")
DIGITS = re.compile(r"(?<![\w.-])\d{6,}(?![\w-]|\.\d)")
"""A code, or a number without its beginning, also in an address; few tables have so many rows."""

LONG_WORD = re.compile(r"(?<![\w-])[\w-]{20,}(?![\w-])")
UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
HEXADECIMAL = re.compile(r"[0-9a-f]+", re.IGNORECASE)

TRACEBACK = "Traceback (most recent call last):\n"
OF_A_TASK = re.compile(rf"( - ).*? : (?={re.escape(TRACEBACK)})", re.DOTALL)
"""django-q tells of a task that failed by what the error says, and then the traceback."""

WORDS = re.compile(
    rf"({re.escape(TRACEBACK)}(?:  [^\n]*\n)+[^\s:]+)(?::.*?)?(?=\n\n(?:During handling|The above exception)|\Z)",
    re.DOTALL,
)
IN_A_GROUP = re.compile(r"^[^\n]*Exception Group Traceback .*\Z", re.DOTALL | re.MULTILINE)


def masked(value: object, name: str = "") -> object:
    """The value as a log may say it; also each of those in a mapping, by its name, or in a list."""
    if isinstance(value, Mapping):
        return {str(key): masked(each, str(key)) for key, each in value.items()}
    if value is None or isinstance(value, bool):
        return value
    if name.lower() in PERSONAL:
        return HIDDEN
    if isinstance(value, int | float):
        return value
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return [masked(each) for each in value]
    return without_secrets(str(value))


def without_secrets(text: str) -> str:
    """The text without numbers of people and telephones, addresses, codes and keys."""
    text = ADDRESS_THAT_OPENS.sub(r"\1…", text)
    text = EMAIL.sub("[e-post]", text)
    text = LONG_WORD.sub(_token, text)
    text = PERSONNUMMER.sub("[personnummer]", text)
    return DIGITS.sub("[siffror]", TELEPHONE.sub("[telefon]", text))


def without_words(text: str) -> str:
    """Tracebacks in it without what the errors say, which holds whatever somebody wrote: what they are is left."""
    if TRACEBACK.rstrip() not in text:
        return text
    return WORDS.sub(r"\1", OF_A_TASK.sub(r"\1", IN_A_GROUP.sub("[flera fel]", text)))


def _token(found: re.Match[str]) -> str:
    """What looks drawn by lot goes; the name of a function and the key of a row stay."""
    word = found[0]
    mixed = any(sign.isupper() for sign in word) and any(sign.islower() for sign in word)
    drawn = any(sign.isdigit() for sign in word) and (mixed or HEXADECIMAL.fullmatch(word))
    return "[nyckel]" if drawn and not UUID.fullmatch(word) else word
