"""What a page says in a language that its reader has not chosen."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import allauth
import django
import polib
from django.apps import apps
from django.conf import settings

CATALOGUE = Path(settings.LOCALE_PATHS[0]) / "en" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%s|%[HM]|<[^>]+>")
SPOKEN = {"aria-label", "title", "alt", "placeholder", "aria-description", "label", "data-label"}
EMPTY = {"input", "img", "br", "hr", "meta", "link", "use", "path", "source", "wbr", "col"}
WORD = re.compile(r"[^\W\d_]+")

SWEDISH_WORDS = {"och", "att", "det", "som", "inte", "är", "på", "av", "med", "kan", "jag", "dig", "tim", "dag"}
SWEDISH_WORDS |= {"dagar", "vecka", "klockan", "ditt", "din", "jobb", "idag", "från", "eller", "inga", "ingen"}
ENGLISH_WORDS = {"the", "and", "of", "is", "not", "your", "this", "please", "enter", "required", "with", "you", "from"}
SWEDISH_CLOCK = re.compile(r"\b\d\d\.\d\d\b")
ENGLISH_CLOCK = re.compile(r"\b\d\d:\d\d\b")
SWEDISH_LETTER = re.compile(r"\w*[åäöÅÄÖ]\w*")


class Texts(HTMLParser):
    """Each piece of text that the page shows or has read aloud, besides what is marked as another language."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = said.get("lang", "")
        foreign = tag in {"script", "style"} or said.get("lang", self.language) != self.language
        if not (self.is_foreign() or foreign):
            self.found += [value for name, value in said.items() if name in SPOKEN or is_for_a_script(name, value)]
            if tag == "meta" and said.get("name") == "description":
                self.found.append(said.get("content", ""))
        if tag not in EMPTY:
            self.open.append((tag, foreign))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not self.is_foreign():
            self.found.append(data)

    def is_foreign(self) -> bool:
        return any(foreign for _tag, foreign in self.open)


def is_for_a_script(name: str, value: str) -> bool:
    """Whether it holds words that a script of ours shows."""
    return name.startswith("data-") and not name.startswith("data-hx-") and " " in value


def texts(html: str) -> list[str]:
    """What is said on the page, a piece at a time."""
    reader = Texts()
    reader.feed(html)
    return [" ".join(text.split()) for text in reader.found]


def swedish_in(html: str, *, data: Iterable[str] = ()) -> list[str]:
    """What of an English page is Swedish, apart from people's own words: sentences of ours, words, clocks."""
    pieces = without(texts(html), data)
    sentences, words = ours_in_swedish()
    wrong = [*known_in(pieces, sentences), *(piece for piece in pieces if piece.strip(" .:,") in words)]
    for piece in pieces:
        wrong += [word for word in WORD.findall(piece) if word.lower() in SWEDISH_WORDS]
        wrong += SWEDISH_LETTER.findall(piece) + SWEDISH_CLOCK.findall(piece)
    return sorted(set(wrong))


def english_in(html: str, *, data: Iterable[str] = ()) -> list[str]:
    """What of a Swedish page is English, ours or that of a package."""
    pieces = without(texts(html), data)
    wrong = [*known_in(pieces, ours_in_english()), *known_in(pieces, theirs_in_english())]
    for piece in pieces:
        wrong += [word for word in WORD.findall(piece) if word.lower() in ENGLISH_WORDS]
        wrong += ENGLISH_CLOCK.findall(piece)
    return sorted(set(wrong))


def without(pieces: list[str], data: Iterable[str]) -> list[str]:
    """The pieces, with people's own words taken out."""
    own = any_of(frozenset(data))
    return [own.sub(" ", piece) for piece in pieces]


@cache
def any_of(data: frozenset[str]) -> re.Pattern[str]:
    """Finds each of them as words of their own, the longest first."""
    said = sorted({" ".join(text.split()) for text in data if len(text) > 1}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, said))})(?!\w)" if said else r"(?!)")


def known_in(pieces: list[str], sentences: Iterable[str]) -> Iterator[str]:
    whole = "\n".join(f" {piece} " for piece in pieces)
    return (sentence for sentence in sentences if sentence in whole)


@cache
def ours_in_swedish() -> tuple[list[str], set[str]]:
    """The longest part of each sentence that no fact stands in, and each single word; those that English says else."""
    pairs = [(text, said) for text, said in both() if text != said]
    return parts(text for text, _said in pairs), {text for text, _said in pairs if WORD.fullmatch(text)}


@cache
def ours_in_english() -> list[str]:
    return parts(said for text, said in both() if text != said)


@cache
def theirs_in_english() -> list[str]:
    """What Django and allauth say when nobody has put it into Swedish."""
    folders = [Path(django.__file__).parent / "conf" / "locale", Path(allauth.__file__).parent / "locale"]
    folders += [Path(app.path) / "locale" for app in apps.get_app_configs() if app.name.startswith("django.contrib")]
    files = [folder / "sv" / "LC_MESSAGES" / "django.po" for folder in folders]
    return parts(entry.msgid for file in files if file.exists() for entry in polib.pofile(file))


def both() -> Iterator[tuple[str, str]]:
    """Each sentence of ours in Swedish and in English, the plurals too."""
    for entry in polib.pofile(CATALOGUE):
        if entry.msgid_plural:
            yield entry.msgid, entry.msgstr_plural[0]
            yield entry.msgid_plural, entry.msgstr_plural[1]
        else:
            yield entry.msgid, entry.msgstr


def parts(sentences: Iterable[str]) -> list[str]:
    """Of each the longest run of words without a fact in it; two words at least, or it might be anything."""
    found = set()
    for sentence in sentences:
        runs = [" ".join(run.split()) for run in PLACEHOLDER.split(sentence.replace("%%", "%"))]
        longest = max(runs, key=len)
        if len(WORD.findall(longest)) > 1:
            found.add(longest)
    return sorted(found)
