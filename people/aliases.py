"""What a protected person is called: four letters and digits that follow from her key, and tell nothing."""

from collections.abc import Iterator

from django.utils.crypto import salted_hmac

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Signs that are not mistaken for one another when they are read aloud: no 0, 1, I or O."""

SHORTEST, LONGEST = 4, 12


def codes(key: int) -> Iterator[str]:
    """7F3K, and longer ones should it be taken; always the same for the same user key."""
    digest = salted_hmac("people.aliases", str(key), algorithm="sha256").digest()
    signs = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest)
    return (signs[:length] for length in range(SHORTEST, LONGEST + 1))
