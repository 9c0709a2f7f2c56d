"""Who signed a message."""

from datetime import timedelta

import pytest

from scheduling.formats import signing
from tests.cast import NOW

OLD, NEW, BODY = "en gammal nyckel", "en ny nyckel", b'{"a": "\xc3\xa5"}'
SIGNED = signing.headers(BODY, OLD, now=NOW)


@pytest.mark.parametrize(
    ("body", "said", "secrets", "late", "why"),
    [
        (BODY, SIGNED, [OLD], 0, ""),
        (BODY, SIGNED, [NEW, OLD], 0, ""),
        (BODY, SIGNED, [OLD], 300, ""),
        (BODY, SIGNED, [OLD], 302, "late"),
        (BODY, SIGNED, [OLD], -302, "late"),
        (BODY, SIGNED, [NEW], 0, "wrong"),
        (BODY + b" ", SIGNED, [OLD], 0, "wrong"),
        (BODY, SIGNED, [], 0, "closed"),
        (BODY, SIGNED, [""], 0, "closed"),
        (BODY, {}, [OLD], 0, "unsigned"),
        (BODY, SIGNED | {"X-Schema-Timestamp": "²"}, [OLD], 0, "unsigned"),
        (BODY, SIGNED | {"X-Schema-Timestamp": "9" * 500}, [OLD], 0, "unsigned"),
        (BODY, SIGNED | {"X-Schema-Signature": "v1=å"}, [OLD], 0, "wrong"),
        (BODY, SIGNED | {"X-Schema-Signature": ""}, [OLD], 0, "wrong"),
    ],
)
def test_a_message_is_believed_for_five_minutes_of_whoever_has_a_secret(body, said, secrets, late, why):
    assert signing.why_not(body, said, secrets, now=NOW + timedelta(seconds=late)) == why


def test_a_sender_that_changes_its_secret_may_sign_by_both():
    both = f"{signing.headers(BODY, NEW, now=NOW)['X-Schema-Signature']}, {SIGNED['X-Schema-Signature']}"

    assert signing.why_not(BODY, SIGNED | {"X-Schema-Signature": both}, [OLD], now=NOW) == ""


def test_another_time_is_another_signature():
    later = SIGNED | {"X-Schema-Timestamp": str(int(NOW.timestamp()) + 60)}

    assert signing.why_not(BODY, later, [OLD], now=NOW) == "wrong"
