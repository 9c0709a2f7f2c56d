import gettext
import os

import pytest

from portal.management.catalogues import compile_stale

SOURCE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "pass"
msgid_plural "%d pass"
msgstr[0] "shift"
msgstr[1] "%d shifts"

#, fuzzy
msgid "beställning"
msgstr "guess"
"""


@pytest.fixture
def source(tmp_path):
    file = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    file.parent.mkdir(parents=True)
    file.write_text(SOURCE)
    return file


def test_a_compiled_catalogue_translates_and_leaves_guesses_out(source, tmp_path):
    [written] = compile_stale([tmp_path])

    with written.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.ngettext("pass", "%d pass", 1) == "shift"
    assert catalogue.ngettext("pass", "%d pass", 3) == "%d shifts"
    assert catalogue.gettext("beställning") == "beställning"


def test_a_catalogue_is_compiled_again_only_when_it_has_changed(source, tmp_path):
    [written] = compile_stale([tmp_path])
    assert compile_stale([tmp_path]) == []

    later = written.stat().st_mtime + 1
    os.utime(source, (later, later))

    assert compile_stale([tmp_path]) == [written]
