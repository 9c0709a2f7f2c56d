"""Passwords that many would choose here: Sommar2026!, Bemanningen1! and their like. Pure.

What is weighed is the words: digits and signs before and after them are what everybody puts there.
"""

import re
import unicodedata
from collections.abc import Collection

WORDS = frozenset(
    """
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
    """.split()
)
"""In a–z: seasons and days, the work, home, what one is asked for when one is asked for a password."""

ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm")
AS_LETTERS = str.maketrans("0134579@$!", "oieastgasi")
LONGEST_WORD = max(map(len, WORDS)) + 4
LONGEST = 100
"""Letters of a password that are weighed; nobody guesses longer ones."""

FEWEST_SIGNS = 3


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


def _is_common(letters: str, words: Collection[str]) -> bool:
    if not letters:
        return False
    along = any(letters in row or letters in row[::-1] for row in ROWS)
    return along or len(set(letters)) < FEWEST_SIGNS or _made_of(letters, words)


def _made_of(letters: str, words: Collection[str]) -> bool:
    """Whether the letters are words put together; one look at each place, whatever the words."""
    if len(letters) > LONGEST:
        return False
    reached = {0}
    for end in range(1, len(letters) + 1):
        starts = range(max(0, end - LONGEST_WORD), end)
        if any(start in reached and letters[start:end] in words for start in starts):
            reached.add(end)
    return len(letters) in reached
