import os

import pytest

from portal.management.static_files import collect_when_changed


@pytest.fixture
def style(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    file = tmp_path / "source" / "site.css"
    file.parent.mkdir()
    file.write_text("a {}")
    return file


def test_static_files_are_collected_once(style, settings):
    assert collect_when_changed()
    assert (settings.STATIC_ROOT / "site.css").read_text() == "a {}"

    assert not collect_when_changed()


def test_a_changed_file_is_collected_again(style, settings):
    collect_when_changed()

    style.write_text("b {}")
    os.utime(style, (2**31, 2**31))

    assert collect_when_changed()
    assert (settings.STATIC_ROOT / "site.css").read_text() == "b {}"
