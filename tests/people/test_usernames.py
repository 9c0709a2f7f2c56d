"""The municipality's pattern for user names."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.demo.cast import COLLEAGUES, SUBSTITUTES
from people.models import User
from people.usernames import derived, free

names = st.text(min_size=1, max_size=30)
days = st.dates(date(1920, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "born", "name"),
    [
        ("Mira", "Lindgren", date(1996, 3, 17), "lima9617"),
        ("Karin", "Öberg", date(1979, 6, 21), "obkn7921"),
        ("Åsa", "Ärlig", date(2001, 12, 5), "araa0105"),
        ("René", "Wiśniewski", date(1988, 2, 9), "wire8809"),
        ("Łukasz", "Ødegård", date(1990, 1, 1), "odlz9001"),
        ("Lars-Erik", "af Ugglas", date(1965, 7, 30), "aflk6530"),
        ("Bo", "Ek", date(1970, 1, 2), "ekbo7002"),
        ("O", "Ö", date(1970, 1, 2), "oxoo7002"),
        ("李", "王", date(1970, 1, 2), "wali7002"),
        ("Ольга", "Жукова", date(1985, 5, 8), "zhoa8508"),
        ("Sara", "Johansson", date(1998, 4, 4), "josa9804"),
        ("Đorđe", "Weiß", date(1971, 1, 2), "wede7102"),
        ("Anna-Lena", "Berg Ström", date(1960, 12, 24), "beaa6024"),
        ("Amélie", "Éluard", date(1992, 2, 29), "elae9229"),
        ("Søren", "Æbelø", date(1969, 9, 9), "aesn6909"),
        ("Åke", "Öst", date(1950, 10, 31), "osae5031"),
        ("فاطمة", "حسن", date(1994, 8, 23), "hsfh9423"),
        ("A", "B", date(2000, 1, 1), "bxaa0001"),
        ("Ann-Sofie", "Ek-Lind", date(1983, 3, 3), "ekae8303"),
        ("Maria José", "García Márquez", date(1977, 7, 7), "game7707"),
        ("٣", "", date(1970, 1, 2), "xxxx7002"),
    ],
)
def test_a_user_name_is_made_of_name_and_day_of_birth(first, last, born, name):
    assert derived(first, last, born) == name


@given(names, names, days)
def test_whatever_somebody_is_called_the_name_has_eight_signs_that_any_keyboard_has(first, last, born):
    assert re.fullmatch(r"[a-z]{4}[0-9]{4}", derived(first, last, born))


@given(st.text("aloåäöéüł -", min_size=1), days)
def test_capitals_make_no_difference(name, born):
    assert derived(name.upper(), name.title(), born) == derived(name, name, born)


@given(names, names, days)
def test_whatever_somebody_is_called_the_name_is_one_that_an_account_may_have(first, last, born):
    User.username_validator(free(derived(first, last, born), {derived(first, last, born)}))


@given(names, names, days)
def test_it_is_the_same_however_her_letters_are_put_together_and_spaced(first, last, born):
    apart = unicodedata.normalize("NFD", first), unicodedata.normalize("NFD", f" {last} ")

    assert derived(*apart, born) == derived(first, last, born)


@given(st.lists(st.tuples(names, names, days), max_size=30))
def test_nobody_has_another_persons_name(people):
    taken: list[str] = []
    for person in people:
        taken.append(free(derived(*person), taken))

    assert len({name.lower() for name in taken}) == len(people)


@given(st.integers(0, 40))
def test_everybody_of_the_same_name_gets_one_of_her_own(number):
    taken: set[str] = set()
    for _person in range(number):
        taken.add(free("lima9617", taken))

    assert len(taken) == number
    assert all(name.startswith("lima9617") for name in taken)


def test_the_second_of_a_name_is_told_by_a_number():
    assert free("lima9617", {"lima9617"}) == "lima9617-2"
    assert free("lima9617", {"lima9617", "lima9617-2"}) == "lima9617-3"


def test_the_demo_keeps_to_the_pattern():
    for person in (*COLLEAGUES, *SUBSTITUTES):
        born = date(1900 + int(person.username[4:6]), 1, int(person.username[6:8]))
        assert derived(person.first, person.last, born) == person.username
