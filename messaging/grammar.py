"""What an SMS answer means. Pure, and careful: what is not plainly an answer is unclear, and unclear books nothing."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What was answered."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"
    STOP = "stop"
    START = "start"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer, and the code of the enquiry that it is for if one was written."""

    kind: Kind
    code: int | None = None


WORDS = {
    **dict.fromkeys(["ja", "j", "yes", "japp", "jepp"], Kind.YES),
    **dict.fromkeys(["nej", "n", "no", "nepp"], Kind.NO),
    **dict.fromkeys(["stop", "stopp"], Kind.STOP),
    "start": Kind.START,
}
COURTESY = "tack"
THE_THING = "sms"
"""What may be named after a STOP or a START."""

UNCLEAR = Answer(Kind.UNCLEAR)

_SIGNS = re.compile(r"""[\s.,!"'”“’]+""")
_WORD_AND_CODE = re.compile(r"([a-zåäö]+)([0-9]+)")
_CODE = re.compile(r"[1-9][0-9]{0,3}")


def understand(text: str) -> Answer:
    """`Ja 7.` is a yes to 7. Anything besides the answer, one code and a "tack" makes it unclear."""
    first, *rest = _words(text) or [""]
    kind = WORDS.get(first)
    if kind is None:
        return UNCLEAR
    if COURTESY in rest:
        rest.remove(COURTESY)
    if kind in {Kind.STOP, Kind.START} and rest == [THE_THING]:
        return Answer(kind)
    if not rest:
        return Answer(kind)
    if len(rest) == 1 and _CODE.fullmatch(rest[0]) and kind in {Kind.YES, Kind.NO}:
        return Answer(kind, int(rest[0]))
    return UNCLEAR


def wordless(text: str) -> bool:
    """Whether it has no letter and no digit: a thumb, a heart, nothing at all."""
    return not any(character.isalnum() for character in text)


def _words(text: str) -> list[str]:
    """`JA7!` → ja, 7"""
    simple = unicodedata.normalize("NFKC", text).casefold()
    words = [word for word in _SIGNS.split(simple) if word]
    if words and (joined := _WORD_AND_CODE.fullmatch(words[0])):
        words[:1] = joined.groups()
    return words
