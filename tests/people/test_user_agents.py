"""A browser by the name that its owner knows it by."""

import pytest

from people.user_agents import Browser, read

WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"
ANDROID = "Mozilla/5.0 (Linux; Android 15; SM-S921B)"


@pytest.mark.parametrize(
    ("said", "browser"),
    [
        (f"{WINDOWS} {WEBKIT} Chrome/142.0 Safari/537.36", ("Chrome", "Windows")),
        (f"{WINDOWS} {WEBKIT} Chrome/142.0 Safari/537.36 Edg/142.0", ("Edge", "Windows")),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", ("Firefox", "Linux")),
        (f"{IPHONE} Version/18.0 Mobile/15E148 Safari/604.1", ("Safari", "iPhone")),
        (f"{IPHONE} CriOS/142.0 Mobile/15E148 Safari/604.1", ("Chrome", "iPhone")),
        (f"{ANDROID} {WEBKIT} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36", ("Samsung Internet", "Android")),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15", ("Safari", "Mac")),
        (f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/142.0 Safari/537.36", ("Chrome", "Chromebook")),
        ("curl/8.5.0", ("", "")),
        ("", ("", "")),
    ],
)  # fmt: skip
def test_it_is_read_from_what_the_browser_says(said, browser):
    assert read(said) == Browser(*browser)
