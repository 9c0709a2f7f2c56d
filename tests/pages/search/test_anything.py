"""Whatever is typed is only words, and never an error."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

STRANGE = [
    '"', "'", '"intyg', "\0", "a\0b", "*", "intyg*", "NEAR(a", "AND", "OR OR", "NOT", "a AND NOT b", "-", "^", "title:",
    "{}", "()", "\\", "%", "%s", "_", ";--", "å" * 10_000, "ord " * 3000, "😀", "<script>", "\n", "&", "|", "!", ":*",
    "a & b | !c", "a <-> b", "\u202egytni", "مرحبا", "i\u0307İ", "ﬁ½²", "\ufffd", "0", "9" * 99, "12/5", "v 99",
    "99:e maj",
]  # fmt: skip
anything = st.text(st.characters(codec="utf-8"), max_size=120) | st.lists(
    st.sampled_from([*STRANGE, "intyg", "fredag", "vab", " "]), max_size=8
).map(" ".join)
nothing_worse = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def finds(browser, typed: str) -> None:
    answer = browser.get("/sok/", {"q": typed})

    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode()


def test_signs_and_operators_are_no_language(client, guides):
    for typed in STRANGE:
        finds(client, typed)


@nothing_worse
@given(typed=anything)
def test_nothing_typed_is_an_error(client, guides, typed):
    finds(client, typed)


@nothing_worse
@given(typed=anything)
@example(typed="٣ maj")
@example(typed="²/² maj")
def test_nor_for_somebody_with_shifts_and_workplaces(town, signed_in, guides, typed):
    finds(signed_in(town.substitute().user), typed)


@pytest.mark.parametrize(
    "query",
    ["q=%ff%fe", "q=%ED%A0%80", "q=%", "q=%00", "q[]=1", "q", "q=a&q=b", "%00=1", "q=a&sida=%00", "sida=" + "9" * 5000],
)
def test_no_address_is_an_error(client, guides, query):
    assert client.get(f"/sok/?{query}").status_code == 200
