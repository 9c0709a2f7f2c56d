"""Passwords that many would choose here: Sommar2026!, Bemanningen1! and their like. Pure.

What is weighed is the words: digits and signs before and after them are what everybody puts there.
"""

import re
import unicodedata
from collections.abc import Collection

LISTED = """
ar aret arg april augusti alskar alskling avdelning avdelningen aldreboende abc abcd admin aik arbete arbetet
barn barnen bemanning bemanningen berg blomma blommor bo boende boendet brandman byt byta
december dag dagen dagis den det dig din djurgarden du en ett ekonomi
februari fika film fiskar fotboll fredag forskola forskolan fritids familj familjen falukorv
glomt god godis goteborg gron gul gullet hammarby hast hastar hej hejhej hejsan helg helgen hem hemma hemlig
hemligt hemtjanst hemtjansten host hosten hockey hund hundar hunden hus huset hello
i ishockey in inlogg inloggning inte ikea jag jobb jobba jobbar jobbet jul julen julafton juli juni januari
kaffe kalle katt katter katten kod koden kommun kommunen konto kontot kyss kocken karlek
lasse linda lon lonen lordag losen losenord losenordet logga login lakare letmein
maj mamma mandag mars match malmo min mina minlosen mitt morfar mormor morgon mus mys
natt natten norrland november ny nya nyckel nytt och oktober omsorg omsorgen onsdag
pappa pask pasken pass passet passord password passw pepparkaka personal personalen pippi plugga portal portalen pool
qwe qwerty qwertyuiop asd asdf asdfgh asdfghjkl zxc zxcvbn zxcvbnm
rod saft schema schemat secret semester semestern september skola skolan sjukhus sjukhuset sjukskoterska
snuttan sol solen sommar sommaren sommarlov start stockholm sundag sondag svart sverige svenska super
test testa testar tisdag torsdag tomte tomten time timvikarie trav underskoterska uppsala
valborg valkommen vanlig var varen vard varden vardag vatten vecka vikarie vikarien vikarier vikariepool
vikariepoolen vikarieportal vikarieportalen vinter vintern vit volvo welcome winter summer spring autumn
"""
"""In a–z: seasons and days, the work, home, what one is asked for when one is asked for a password."""

WORDS = frozenset(LISTED.split())
ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm")
AS_LETTERS = str.maketrans("0134579@$!", "oieastgasi")
LONGEST = 100
"""Letters of a password that are weighed; nobody guesses longer ones."""

FEWEST_SIGNS = 3
FEWEST_WORDS = 4
"""So many words put together are no longer what many would choose, however plain each is."""


def folded(text: str) -> str:
    """In small letters without marks: å and ä as a, é as e; all that is no letter stays."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def is_common(password: str, also: Collection[str] = ()) -> bool:
    """Whether it is nothing but such words, those of `also` among them, or a run along the keyboard."""
    plain = folded(password)
    core = re.sub(r"^[^a-z]+|[^a-z]+$", "", plain)
    return any(
        _is_common(re.sub(r"[^a-z]", "", written), WORDS | set(also))
        for written in (core, core.translate(AS_LETTERS), plain.translate(AS_LETTERS))
    )


def _is_common(written: str, words: Collection[str]) -> bool:
    letters = _once(written)
    if not letters:
        return False
    along = any(letters in row or letters in row[::-1] for row in ROWS)
    return along or len(set(letters)) < FEWEST_SIGNS or _number_of_words(letters, words) < FEWEST_WORDS


def _once(letters: str) -> str:
    """What is said again and again, once: sommarsommar is sommar."""
    period = (letters + letters).find(letters, 1) if letters else 0
    return letters[:period]


def _number_of_words(letters: str, words: Collection[str]) -> int:
    """The fewest words that the letters are put together of, four or more alike if they are of none.

    One look at each place, whatever the words: nobody makes it slow by what she types.
    """
    if len(letters) > LONGEST:
        return FEWEST_WORDS
    longest = max(map(len, words))
    fewest = [0, *[FEWEST_WORDS] * len(letters)]
    for end in range(1, len(letters) + 1):
        starts = range(max(0, end - longest), end)
        fewest[end] = min((fewest[start] + 1 for start in starts if letters[start:end] in words), default=FEWEST_WORDS)
    return fewest[-1]
