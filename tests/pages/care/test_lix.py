"""LIX, as Björnsson defined it."""

import pytest

from portal.pages.care.lix import lix, long_sentences, read


def test_words_sentences_and_long_words_are_counted():
    found = read("Du får lön den 27. Vikarierna arbetar. Ring oss!")

    assert (found.words, found.sentences, found.long_words) == (9, 3, 2)
    assert found.value == round(9 / 3 + 100 * 2 / 9)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Passet börjar 07.00 och slutar 15.30.", 1),
        ("Ring t.ex. på morgonen. Eller skriv.", 2),
        ("Så här: tryck på knappen.", 2),
        ("En rubrik\nEn mening.", 2),
        ("Varför? Därför.", 2),
        ("Nej …", 1),
    ],
)
def test_a_sentence_ends_where_the_writer_ends_it(text, sentences):
    assert read(text).sentences == sentences


def test_six_letters_are_short_and_seven_long():
    assert read("timmar").long_words == 0
    assert read("arbetar").long_words == 1


@pytest.mark.parametrize("text", ["", "  \n ", "…", "–"])
def test_no_words_weigh_nothing(text):
    assert lix(text) == 0
    assert long_sentences(text) == []


def test_a_plain_text_is_lighter_than_one_of_the_authorities():
    plain = "Du väljer själv när du jobbar. Lägg in tiden i kalendern. Vi ringer när vi behöver dig."
    heavy = (
        "Tillgänglighetsregistreringen förutsätter att timavlönade medarbetare kontinuerligt uppdaterar sina uppgifter "
        "i bemanningssystemet, eftersom bemanningsenheten annars helt saknar möjlighet att på ett enkelt sätt kontakta "
        "vederbörande."
    )

    assert lix(plain) < 35
    assert lix(heavy) > 40
    assert long_sentences(plain) == []
    assert long_sentences(heavy) == [heavy.removesuffix(".")]
