"""A signature in the file (PAdES B-B) that shows if a byte is changed; pyHanko takes half a second to import.

The same file sealed by the same key is the same bytes: RSA with PKCS#1 v1.5 draws nothing at random, the moment is the
certificate's own, and no service is asked for the time.
"""

import asyncio
import hashlib
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko.sign.signers.pdf_cms import SimpleSigner

from intyg import seal
from intyg.seal import Held

DIGEST = "sha256"


class AnotherSeal(ValueError):
    """The content names a seal that is not at hand: the file as it was issued is the only one."""


class Addition(IncrementalPdfFileWriter):
    """What is added at the end of the file. pyHanko would write the time of day and a random identifier into it."""

    @classmethod
    def _handle_id(cls, prev: Any) -> ArrayObject:  # noqa: ANN401 (pyHanko's reader)
        first, _second = prev.trailer["/ID"]
        made_of = getattr(first, "original_bytes", first)
        return ArrayObject([ByteStringObject(made_of), ByteStringObject(bytes(made_of)[::-1])])

    def _update_meta(self) -> None:
        """The file's dates and its XMP stay those of the day of issue."""


def sealed(file: bytes, name: object, at: datetime) -> bytes:
    """The file with the seal on it that `name` says; `AnotherSeal` if that is not the one at hand."""
    held = seal.held()
    if held is None or seal.named(held) != name:
        raise AnotherSeal(name)
    return _signed(BytesIO(file), held, at.astimezone(UTC))


def _signed(file: BytesIO, held: Held, at: datetime) -> bytes:
    """The file with its field signed, so that no change whatever is allowed (DocMDP 1); `at` is when it says it was."""
    signer = SimpleSigner.load_pkcs12_data(held.pkcs12, other_certs=[], passphrase=held.passphrase or None)
    room = 2 * len(_signature(signer, hashlib.sha256().digest()))  # in hexadecimal; each of ours is as long as another
    steps = PdfCMSEmbedder().write_cms(seal.FIELD, Addition(file), existing_fields_only=True)
    next(steps)
    steps.send(
        SigObjSetup(
            SignatureObject(timestamp=at, subfilter=SigSeedSubFilter.PADES, bytes_reserved=room),
            mdp_setup=SigMDPSetup(DIGEST, certify=True, docmdp_perms=MDPPerm.NO_CHANGES),
        )
    )
    prepared, output = steps.send(SigIOSetup(DIGEST, output=BytesIO()))
    steps.send(_signature(signer, prepared.document_digest))
    written: bytes = output.getvalue()
    return written


def _signature(signer: SimpleSigner, digest: bytes) -> bytes:
    signed: bytes = asyncio.run(signer.async_sign(digest, DIGEST, use_pades=True)).dump()
    return signed
