"""How many SMS a text costs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.segments import EXTENSION, GSM_7, fits_gsm7, plain, segments

GSM_TEXT = st.text(st.sampled_from(sorted(GSM_7)), max_size=500)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 1),
        ("å" * 160, 1),
        ("å" * 161, 2),
        ("å" * 306, 2),
        ("å" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("–" * 70, 1),
        ("–" * 71, 2),
        ("–" * 135, 3),
        ("👍" * 35, 1),
        ("👍" * 36, 2),
    ],
)
def test_a_text_is_counted_as_the_network_counts_it(text, expected):
    assert segments(text) == expected


def test_an_escaped_sign_is_not_split_between_two_parts():
    assert segments("a" * 152 + "€" + "a" * 151) == 2
    assert segments("a" * 152 + "€" + "a" * 152) == 3


def test_swedish_letters_are_in_the_phones_own_alphabet():
    assert fits_gsm7("Räksmörgås på Älvsunda, ÅÄÖ åäö é ü 07.00-15.30 §")


def test_what_a_printer_likes_is_made_plain():
    assert plain("”Gläntan” – kl. 07.00–15.30… it’s\u00a0ok\u200b") == '"Gläntan" - kl. 07.00-15.30... it\'s ok'


def test_letters_apart_from_their_rings_are_put_together():
    assert plain("La\u030angsele") == "Långsele"


def test_a_name_is_never_spelled_in_another_way():
    assert plain("Łukasz Şahin Đorđe") == "Łukasz Şahin Đorđe"


@given(st.text())
def test_making_plain_twice_changes_nothing_more(text):
    assert plain(plain(text)) == plain(text)


@given(GSM_TEXT)
def test_plain_text_in_the_alphabet_stays_as_it_is(text):
    assert plain(text) == text.replace("`", "'")


@given(GSM_TEXT)
def test_the_phones_alphabet_takes_153_signs_in_each_part_of_a_long_text(text):
    expected = 1 if len(text) <= 160 else -(-len(text) // 153)

    assert segments(text) == expected


@given(st.text(), st.text(max_size=5))
def test_more_text_is_never_fewer_parts(text, more):
    assert segments(text + more) >= segments(text)


def test_the_tables_do_not_overlap():
    assert len(GSM_7) == 127
    assert len(EXTENSION) == 10
    assert not GSM_7 & EXTENSION
