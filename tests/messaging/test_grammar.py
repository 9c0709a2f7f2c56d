"""What an SMS answer means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.grammar import WORDS, Answer, Kind, understand, wordless

YES, NO, UNCLEAR = Answer(Kind.YES), Answer(Kind.NO), Answer(Kind.UNCLEAR)


@pytest.mark.parametrize(
    "text",
    ["JA", "Ja.", "JA!", " ja ", "J", "yes", "Japp", "ja tack", "Ja, tack!", "\nJa\xa0", "'JA'", "”Ja”"],
)
def test_a_yes_is_a_yes(text):
    assert understand(text) == YES


@pytest.mark.parametrize("text", ["NEJ", "nej", "Nej.", "N", "no", "nej tack", "Nej tack!", " nej\n"])
def test_a_no_is_a_no(text):
    assert understand(text) == NO


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ja 7.", Answer(Kind.YES, 7)),
        ("JA7", Answer(Kind.YES, 7)),
        ("ja, 7 tack", Answer(Kind.YES, 7)),
        ("ja tack 12", Answer(Kind.YES, 12)),
        ("NEJ 12", Answer(Kind.NO, 12)),
        ("n 3", Answer(Kind.NO, 3)),
    ],
)
def test_a_code_picks_the_enquiry(text, expected):
    assert understand(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Ja men bara till 14", "jag kan nog", "Ja från 9", "ja om jag får sluta", "kanske", "inte ja", "ja?"],
)
def test_a_condition_or_a_doubt_is_never_an_answer(text):
    assert understand(text) == UNCLEAR


@pytest.mark.parametrize(
    "text", ["ja 7 8", "ja 7.00", "ja 7,5", "ja 7-15", "ja 07", "ja 0", "ja 12345", "7", "ja ٧", "7 ja"]
)
def test_a_number_that_is_no_code_is_not_guessed_at(text):
    assert understand(text) == UNCLEAR


@pytest.mark.parametrize("text", ["👍", "", "   ", ".", "tack", "Ja 👍", "ok", "JA JA"])
def test_what_is_no_word_of_ours_is_unclear(text):
    assert understand(text) == UNCLEAR


@pytest.mark.parametrize("text", ["STOP", "stop", "Stopp.", " stop ", "Stop sms", "stopp tack"])
def test_stop_is_stop(text):
    assert understand(text) == Answer(Kind.STOP)


@pytest.mark.parametrize("text", ["START", "start!", "Start tack", "start sms"])
def test_start_is_start(text):
    assert understand(text) == Answer(Kind.START)


@pytest.mark.parametrize("text", ["stop 7", "stop sms 7", "stop det", "ja sms", "starta om", "jag vill inte stoppa"])
def test_what_only_begins_like_a_stop_is_for_a_person_to_read(text):
    assert understand(text) == UNCLEAR


@pytest.mark.parametrize("text", ["👍", "👍🏽👍", "❤️", "...", "", " ?! "])
def test_a_sign_alone_has_no_words(text):
    assert wordless(text)


@pytest.mark.parametrize("text", ["jag kan nog", "7", "👍 ja", "å"])
def test_a_letter_or_a_digit_is_words(text):
    assert not wordless(text)


@given(st.text())
def test_any_text_is_understood_or_unclear(text):
    assert understand(text).kind in Kind


@given(st.sampled_from(sorted(WORDS)), st.sampled_from([str.upper, str.lower, str.title]), st.text(" \t\n.!,"))
def test_case_spaces_and_closing_signs_do_not_matter(word, written, around):
    assert understand(around + written(word) + around) == understand(word)


OTHER_WORDS = st.from_regex(r"[a-zåäö]{1,12}", fullmatch=True).filter(lambda word: word != "tack")


@given(st.sampled_from(["ja", "nej"]), OTHER_WORDS)
def test_one_more_word_is_never_an_answer(word, more):
    assert understand(f"{word} {more}") == UNCLEAR


@given(st.integers(1, 9999))
def test_every_code_is_read(code):
    assert understand(f"Ja {code}.") == Answer(Kind.YES, code)
