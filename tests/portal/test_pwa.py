"""The portal as an app: what phones read of it, and what is left behind on them."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from PIL import Image

from portal.installable import GROUND, INK, kept
from tests.portal.test_design import colours

TAG = "Portal-Person"


@pytest.fixture
def manifest(client, db):
    """As a Swedish phone reads it."""
    return client.get("/app.webmanifest", headers={"accept-language": "sv"}).json()


def pictures(manifest) -> list[dict]:
    return manifest["icons"] + [icon for shortcut in manifest["shortcuts"] for icon in shortcut["icons"]]


def file_of(address: str) -> Path:
    return Path(finders.find(address.removeprefix(settings.STATIC_URL)))


def test_the_manifest_says_what_a_phone_needs_to_install_the_portal(client, manifest):
    answer = client.get("/app.webmanifest")

    assert answer["Content-Type"] == "application/manifest+json"
    assert (manifest["id"], manifest["start_url"], manifest["scope"]) == ("/", "/min-sida/", "/")
    assert manifest["display"] == "standalone"
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == {
        ("192x192", "any"), ("512x512", "any"), ("192x192", "maskable"), ("512x512", "maskable"),
    }  # fmt: skip


def test_the_manifest_speaks_the_readers_language(client, manifest):
    assert (manifest["lang"], manifest["shortcuts"][0]["name"]) == ("sv", "Förfrågningar")
    assert client.get("/app.webmanifest", headers={"accept-language": "en"}).json()["lang"] == "en"


def test_the_manifests_colours_are_those_of_the_light_look(manifest):
    assert {"bg": GROUND, "hero": INK}.items() <= colours(":root").items()
    assert (manifest["background_color"], manifest["theme_color"]) == (GROUND, INK)


def test_the_browsers_frame_has_the_colours_of_both_looks(client, db):
    page = client.get("/konto/login/").content.decode()

    light, dark = (colours(theme)["hero"] for theme in (":root", ':root[data-theme="dark"]'))
    assert f'content="{light}" media="(prefers-color-scheme: light)"' in page
    assert f'content="{dark}" media="(prefers-color-scheme: dark)"' in page


def test_each_picture_is_as_large_as_it_says_and_weighs_little(manifest):
    for picture in pictures(manifest):
        file = file_of(picture["src"])
        with Image.open(file) as image:
            assert f"{image.width}x{image.height}" == picture["sizes"]
        assert file.stat().st_size < 5_000


def test_every_page_tells_of_the_manifest_and_of_its_icons(client, db):
    page = client.get("/konto/login/").content.decode()

    assert '<link rel="manifest" crossorigin="use-credentials" href="/app.webmanifest">' in page
    assert file_of(re.search(r'rel="apple-touch-icon" href="([^"]+)"', page)[1]).name == "apple-touch-icon.png"


def test_a_browser_that_asks_for_the_icon_by_its_old_name_finds_it(client, db):
    assert client.get("/favicon.ico").url == "/static/icons/favicon-32.png"


def test_the_service_worker_is_asked_for_anew_each_time_and_may_load_nothing_from_elsewhere(client, db):
    answer = client.get("/sw.js")

    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "worker-src 'self'" in answer["Content-Security-Policy"]


def test_the_service_worker_is_made_of_files_that_exist(client, db):
    imported = re.search(r"importScripts\((.*)\);", client.get("/sw.js").content.decode())[1]

    assert [file_of(address).name for address in json.loads(f"[{imported}]")] == ["kept.js", "notices.js", "routes.js"]


def test_the_service_worker_keeps_files_that_exist_and_no_page_of_a_persons():
    shell = kept()["shell"]

    assert all(file_of(address).exists() for address in shell)
    assert all(address.startswith(settings.STATIC_URL) for address in shell)


def test_the_service_worker_is_another_when_what_it_keeps_is_another(monkeypatch):
    before = kept()["version"]
    monkeypatch.setattr("portal.installable.LOOK", ["css/site.css"])

    assert kept()["version"] != before


def test_a_bad_service_worker_can_be_taken_away(client, db, settings):
    settings.SERVICE_WORKER = False

    assert "farewell.js" in client.get("/sw.js").content.decode()
    assert "data-worker" not in client.get("/konto/login/").content.decode()


def test_the_offline_page_is_the_same_for_everybody(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/utan-nat/")

    assert TAG not in answer
    assert "Du är utan nät" in answer.content.decode()
