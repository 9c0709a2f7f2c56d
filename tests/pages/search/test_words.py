"""Words, as they are typed and as they are written."""

import pytest

from portal.pages.search.words import begins, stem, typed_words, without_dots


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("A-kassan", ("a", "kassan")),
        ('"sjuk" vab?', ("sjuk", "vab")),
        ("", ()),
        ("__", ()),
        ("\0\ud800 lön", ("lön",)),
        ("o\u0308ppet", ("öppet",)),
        ("ord " * 30, ("ord",) * 8),
        ("x" * 200, ("x" * 100,)),
    ],
)
def test_only_words_are_kept(typed, understood):
    assert typed_words(typed) == understood


@pytest.mark.parametrize(
    "forms",
    [
        "vikarie vikarier vikarien vikarierna vikariernas vikaries",
        "bokning bokningar bokningen bokningarna bokningens",
        "lösenord lösenordet lösenorden lösenords",
        "sjuk sjukt sjuka",
        "förskola förskolan förskolor",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("word", ["pass", "barn", "tid", "vab", "jour", ""])
def test_a_short_word_is_left_whole(word):
    assert stem(word) == word


def test_a_phrase_is_whole_but_for_its_last_ending():
    assert begins(("vård", "av", "barnen")) == " vård av barn"


def test_dots_are_taken_off():
    assert without_dots("öppettidenåä") == "oppettidenaa"
