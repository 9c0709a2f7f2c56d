"""The key that push services know us by."""

import base64
import stat
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.core.management import call_command

from messaging import checks, vapid


@pytest.fixture
def push(settings):
    """`push(private_key=…)`: set so."""

    def change(**values):
        settings.PUSH = replace(settings.PUSH, **values)

    return change


def pem(private) -> str:
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def said() -> list[str]:
    return [one.id for one in checks.notices_can_go()]


def test_without_a_key_there_are_no_notices(settings):
    assert (vapid.key(), vapid.is_on(), vapid.public_key()) == (None, False, "")


def test_one_key_in_each_of_its_writings_is_the_same(push):
    made = vapid.made()
    written = [vapid.in_one_line(made), pem(made.private_key), pem(made.private_key).replace("\n", "\\n")]
    shown = set()

    for one in written:
        push(private_key=one)
        shown.add(vapid.public_key())

    (public,) = shown
    assert base64.urlsafe_b64decode(public + "=")[0] == 4


@pytest.mark.parametrize("curve", [ec.generate_private_key(ec.SECP384R1()), ed25519.Ed25519PrivateKey.generate()])
def test_a_key_of_another_kind_is_no_use(push, curve):
    push(private_key=pem(curve))

    assert not vapid.is_on()
    with pytest.raises(vapid.Unusable):
        vapid.key()


@pytest.mark.parametrize(
    "written", ["snö", "AAAA", "-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----", "!" * 43]
)
def test_what_is_no_key_says_so_before_the_start(push, written):
    push(private_key=written)

    assert said() == ["messaging.E004"]
    assert vapid.public_key() == ""


def test_the_set_up_makes_a_key_that_only_we_read_and_never_another(push, tmp_path, capsys):
    file = tmp_path / "var" / "vapid.pem"
    push(key_file=file)

    call_command("vapid")
    first = file.read_text()
    call_command("vapid")

    assert file.read_text() == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert vapid.is_on()
    assert capsys.readouterr().out.count("vapid.pem") == 1


@pytest.mark.parametrize("settled", [{"key_file": None}, {"private_key": "x"}])
def test_where_a_key_is_handed_in_none_is_made(push, tmp_path, settled):
    push(**({"key_file": tmp_path / "vapid.pem"} | settled))

    call_command("vapid")

    assert not list(tmp_path.iterdir())


def test_a_key_for_the_environment_can_be_printed(push, tmp_path, capsys):
    push(key_file=tmp_path / "vapid.pem")

    call_command("vapid", "--print")

    name, _, written = capsys.readouterr().out.strip().partition("=")
    push(private_key=written)
    assert (name, vapid.is_on(), list(tmp_path.iterdir())) == ("VAPID_PRIVATE_KEY", True, [])


@pytest.mark.parametrize(
    ("subject", "good"),
    [
        ("mailto:bemanningen@alvsunda.example", True),
        ("https://alvsunda.example/kontakt", False),
        ("https://alvsunda.example", True),
        ("bemanningen@alvsunda.example", False),
        ("", False),
    ],
)
def test_the_services_must_be_told_whom_to_write_to(push, subject, good):
    push(private_key=vapid.in_one_line(vapid.made()), subject=subject)

    assert vapid.is_on() is good
    assert said() == ([] if good else ["messaging.E005"])


def test_in_production_it_is_said_that_there_is_no_key(settings):
    assert said() == []

    settings.DEVELOPMENT = False

    assert said() == ["messaging.W002"]
