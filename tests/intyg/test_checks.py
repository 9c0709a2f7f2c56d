"""What stops the portal from starting: a logotype or a seal that cannot be used."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from django.core.management import call_command

from intyg import letterhead as writing
from intyg import seal
from intyg.checks import logotype_can_be_written, seal_can_be_used
from portal.letterhead import Seal
from tests.clock import at

NOW = at("2026-05-12 10:00")


def codes(found) -> list[str]:
    return [message.id for message in found]


@pytest.fixture
def today():
    with time_machine.travel(NOW, tick=False):
        yield


def test_the_demos_letterhead_is_in_order():
    assert logotype_can_be_written() == []


def test_a_logotype_that_is_not_there_or_too_large_or_of_another_kind_stops_the_portal(letterhead, tmp_path):
    for name, size in {"large.png": writing.LARGEST + 1, "photo.jpg": 10}.items():
        (tmp_path / name).write_bytes(bytes(size))
    for name in ("gone.svg", "large.png", "photo.jpg"):
        letterhead(logotype=tmp_path / name)
        assert codes(logotype_can_be_written()) == ["intyg.E001"]


def test_a_logotype_needs_words(letterhead):
    letterhead(logotype_alt="")

    assert codes(logotype_can_be_written()) == ["intyg.E002"]


def test_a_letterhead_without_a_logotype_is_in_order(letterhead):
    letterhead(logotype=None)

    assert logotype_can_be_written() == []
    assert writing.kept()["logotype"] == {}


def test_a_seal_that_holds_is_in_order(sealed, today):
    assert seal_can_be_used() == []


def test_a_seal_that_is_not_there_or_has_another_passphrase_stops_the_portal(settings, seal_file, tmp_path, today):
    (tmp_path / "text.p12").write_text("no seal")
    for wrong in (Seal(tmp_path / "gone.p12", "x"), Seal(seal_file, "wrong"), Seal(tmp_path / "text.p12")):
        settings.SEAL = wrong
        assert codes(seal_can_be_used()) == ["intyg.E003"]


@pytest.mark.parametrize("key", [ec.generate_private_key(ec.SECP256R1()), rsa.generate_private_key(65537, 1024)])
def test_a_key_that_draws_at_random_or_is_too_short_seals_nothing(key, settings, tmp_path, today):
    name = x509.Name([])
    certificate = x509.CertificateBuilder(name, name, key.public_key(), 1, NOW, NOW + timedelta(1))
    signed = certificate.sign(key, hashes.SHA256())
    file = tmp_path / "other.p12"
    file.write_bytes(pkcs12.serialize_key_and_certificates(b"other", key, signed, None, NoEncryption()))
    settings.SEAL = Seal(file)

    assert codes(seal_can_be_used()) == ["intyg.E003"]


@pytest.mark.parametrize(("days", "code"), [(-61, []), (-30, ["intyg.W002"]), (1, ["intyg.E003"])])
def test_it_is_said_in_time_that_a_seal_ends(sealed, days, code):
    end = seal.held().certificate.not_valid_after_utc

    with time_machine.travel(end + timedelta(days=days), tick=False):
        assert codes(seal_can_be_used()) == code


def test_in_production_it_is_said_that_there_is_no_seal(settings):
    settings.DEVELOPMENT = False

    assert codes(seal_can_be_used()) == ["intyg.W001"]


def test_the_demo_makes_a_seal_of_its_own_once_that_nobody_else_reads(settings, tmp_path):
    settings.SEAL = Seal(tmp_path / "var" / "seal.p12", "self-made", self_made=True)
    assert seal.held() is None

    call_command("seal", verbosity=0)
    first = seal.held()
    call_command("seal")

    assert seal.held() == first
    assert settings.SEAL.file.stat().st_mode & 0o777 == 0o600
    assert first.certificate.not_valid_after_utc > datetime.now(UTC)
