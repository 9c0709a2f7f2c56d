"""A letterhead and a seal for those tests that want one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from intyg.management.commands.seal import made
from portal.letterhead import Seal

PASSPHRASE = "öppna"
YEARS_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def seal_file(tmp_path_factory):
    """A seal that holds from 2026 to 2028; a key takes long to make."""
    file = tmp_path_factory.mktemp("seal") / "seal.p12"
    file.write_bytes(made("Älvsunda kommun", YEARS_AGO, PASSPHRASE))
    return file


@pytest.fixture
def sealed(settings, seal_file):
    """Certificates are sealed from here on."""
    settings.SEAL = Seal(seal_file, PASSPHRASE)


@pytest.fixture
def letterhead(settings):
    """`letterhead(web="…")`: another letterhead from here on."""

    def change(**said: object) -> None:
        settings.LETTERHEAD = replace(settings.LETTERHEAD, **said)

    return change
