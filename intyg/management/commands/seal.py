import os
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from django.conf import settings
from django.core.management.base import BaseCommand

YEARS = timedelta(days=3 * 365)
BITS = 3072
USE = dict.fromkeys(
    ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign", "encipher_only"), False
)


class Command(BaseCommand):
    help = "Makes a seal for certificates, which nobody vouches for, where this machine has none."
    requires_system_checks: list[str] = []  # run before anything is in order

    def handle(self, *_arguments: object, **_options: object) -> None:
        file = settings.SEAL.file
        if file is None or file.exists() or not settings.SEAL.self_made:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        written = made(f"{settings.MUNICIPALITY} (provsigill)", datetime.now(UTC), settings.SEAL.passphrase)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(written)
        self.stdout.write(f"{file.name} is made: certificates are sealed, by a seal that nobody vouches for.")


def made(name: str, at: datetime, passphrase: str) -> bytes:
    """A PKCS#12 file with a new RSA key, and a certificate that it has signed itself, for three years from `at`."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    subject = x509.Name(
        [
            x509.NameAttribute(x509.NameOID.COUNTRY_NAME, "SE"),
            x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, name),
            x509.NameAttribute(x509.NameOID.COMMON_NAME, name),
        ]
    )
    use = x509.KeyUsage(digital_signature=True, content_commitment=True, decipher_only=False, **USE)
    certificate = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number(), at, at + YEARS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(use, critical=True)
        .sign(key, hashes.SHA256())
    )
    return pkcs12.serialize_key_and_certificates(
        name.encode(), key, certificate, None, BestAvailableEncryption(passphrase.encode())
    )
