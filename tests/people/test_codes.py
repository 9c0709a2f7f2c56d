import re

from people import codes


def test_a_code_has_six_digits_and_follows_from_its_seed():
    seed = codes.seed()

    assert re.fullmatch(r"\d{6}", codes.of(seed))
    assert codes.of(seed) == codes.of(seed)


def test_another_key_of_the_portal_gives_another_code(settings):
    ours = [codes.of(f"frö {n}") for n in range(5)]

    settings.SECRET_KEY = "a portal of somebody else's, with a key of its own"

    assert [codes.of(f"frö {n}") for n in range(5)] != ours


def test_a_code_may_be_pasted_with_spaces():
    seed = codes.seed()
    code = codes.of(seed)

    assert codes.is_right(seed, f" {code[:3]} {code[3:]} ")


def test_where_nobody_was_sent_a_code_none_is_right():
    assert not codes.is_right("", codes.of(""))
    assert not codes.is_right("", "")


def test_what_stands_for_a_seed_is_not_the_seed():
    seed = codes.seed()

    assert seed not in codes.mark(seed)
    assert codes.mark(seed) == codes.mark(seed)
