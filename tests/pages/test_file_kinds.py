"""A file that is handed in is what its name says, runs nothing, and fills no memory."""

import gc
import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images.fields import WagtailImageField

from portal.pages import file_kinds
from portal.pages.models import PortalDocument, PortalImage

pytestmark = pytest.mark.django_db

WORD, SHEET = (file_kinds.OFFICE[kind] for kind in ("docx", "xlsx"))
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = '<Relationship Type="http://x/attachedTemplate" Target="http://ond.example/x.dotm" TargetMode="External"/>'
LINK = '<Relationship Type="http://x/hyperlink" Target="https://alvsunda.example/" TargetMode="External"/>'


def packed(*parts: tuple[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts:
            made.writestr(name, content)
    return file.getvalue()


def types(*of: str) -> tuple[str, str]:
    return "[Content_Types].xml", "".join(f'<Override ContentType="{one}"/>' for one in of)


def refused(name: str, content: bytes) -> str:
    """Why; nothing if it is let in."""
    try:
        PortalDocument(title="x", file=ContentFile(content, name=name)).clean()
    except ValidationError as refusal:
        return " ".join(refusal.message_dict["file"])
    return ""


GOOD = [
    ("a.pdf", b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj"),
    ("a.PDF", b"%PDF-1.4\n"),
    ("a.txt", "Rutin för nattpass\r\n\tSteg 1".encode()),
    ("a.txt", "Rutin för nattpass".encode("cp1252")),
    ("a.docx", packed(types(WORD), ("word/document.xml", "<x/>"), ("word/_rels/document.xml.rels", LINK))),
    ("a.xlsx", packed(types(SHEET), ("xl/workbook.xml", "<x/>"))),
    ("a.odt", packed(("mimetype", file_kinds.OPEN["odt"]), ("content.xml", "<x/>"))),
    ("a.ods", packed(("mimetype", file_kinds.OPEN["ods"]), ("content.xml", "<x/>"))),
]
ANOTHER = [
    ("a.pdf", b"<html><script>alert(1)</script>"),
    ("a.pdf", b"GIF89a %PDF-1.7"),
    ("a.txt", b"MZ\x90\x00\x03"),
    ("a.docx", b"PK\x03\x04 not really"),
    ("a.docx", packed(types(SHEET))),
    ("a.docx", packed(("word/document.xml", "<x/>"))),
    ("a.xlsx", packed(types(WORD))),
    ("a.odt", packed(("content.xml", "<x/>"), ("mimetype", file_kinds.OPEN["odt"]))),
    ("a.ods", packed(("mimetype", file_kinds.OPEN["odt"]))),
    ("a.docx", packed(types(WORD), ("../../etc/x", "x"))),
    ("a.docx", packed(types(WORD), ("word/document.xml", b"0" * 30_000_000))),
    ("a.docx", packed()),
]
RUNNING = [
    ("a.pdf", b"%PDF-1.7\n<</S/JavaScript/JS (app.alert(1))>>"),
    ("a.pdf", b"%PDF-1.7\n<</S/Launch/F(cmd.exe)>>"),
    ("a.pdf", b"%PDF-1.7\n<</Type/EmbeddedFile>>"),
    ("a.docx", packed(types(WORD, MACROS))),
    ("a.docx", packed(types(WORD), ("word/vbaProject.bin", b"x"))),
    ("a.docx", packed(types(WORD), ("word/embeddings/oleObject1.bin", b"x"))),
    ("a.docx", packed(types(WORD), ("word/_rels/settings.xml.rels", TEMPLATE))),
    ("a.xlsx", packed(types(SHEET), ("xl/activeX/activeX1.xml", "x"))),
    ("a.odt", packed(("mimetype", file_kinds.OPEN["odt"]), ("Basic/Standard/Module1.xml", "x"))),
]


@pytest.mark.parametrize(("name", "content"), GOOD)
def test_a_document_as_people_make_them_is_let_in(name, content):
    assert refused(name, content) == ""


@pytest.mark.parametrize(("name", "content"), ANOTHER)
def test_what_is_not_what_its_name_says_is_refused(name, content):
    assert "inte av det slag" in refused(name, content)


@pytest.mark.parametrize(("name", "content"), RUNNING)
def test_what_runs_when_it_is_opened_is_refused(name, content):
    assert "makron, skript eller inbäddade filer" in refused(name, content)


def test_an_editor_is_told_beside_the_file(signed_in, editor):
    file = SimpleUploadedFile("a.pdf", b"<script>alert(1)</script>", "application/pdf")

    answer = signed_in(editor).post("/admin/documents/add/", {"title": "x", "file": file, "collection": "1"})

    assert "inte av det slag" in answer.content.decode()
    assert not PortalDocument.objects.exists()


def test_a_file_that_is_let_in_is_saved_whole_and_sent_to_be_saved(signed_in, editor):
    content = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj"
    document = PortalDocument(title="x", file=ContentFile(content, name="a.pdf"))
    document.full_clean(exclude=["collection"])
    document.save()

    answer = signed_in(editor).get(document.url)

    assert b"".join(answer.streaming_content) == content
    assert answer.headers["Content-Disposition"].startswith("attachment")


def picture(kind: str, size: tuple[int, int] = (40, 30), **said: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "green").save(file, kind, **said)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.gif", picture("GIF")), ("a.png", picture("JPEG")), ("a.jpg", b"<svg onload=alert(1)>"),
        ("a.bmp", picture("BMP")), ("a.tiff", picture("TIFF")),
    ],
)  # fmt: skip
def test_what_is_no_picture_of_its_kind_is_refused(name, content):
    with pytest.raises(ValidationError):
        WagtailImageField().clean(SimpleUploadedFile(name, content, "image/jpeg"))


@pytest.mark.parametrize("content", [b"\xff\xd8\xff\xe0<?php", picture("JPEG")[:300], b"\x89PNG\r\n\x1a\n" + b"x" * 40])
def test_a_picture_that_is_broken_is_refused_beside_the_field(content, signed_in, editor):
    file = SimpleUploadedFile("a.jpg" if content[0] == 0xFF else "a.png", content, "image/jpeg")

    answer = signed_in(editor).post("/admin/images/add/", {"title": "x", "file": file, "collection": "1"})

    assert answer.status_code == 200
    assert not PortalImage.objects.exists()


def test_a_picture_with_more_points_than_a_memory_holds_is_refused(settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1000

    with pytest.raises(ValidationError):
        WagtailImageField().clean(SimpleUploadedFile("a.png", picture("PNG"), "image/png"))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # see test_lead_pictures.py
def test_a_picture_is_shown_without_what_the_camera_wrote_or_somebody_hid_behind_it(db):
    exif = Image.Exif()
    exif[0x010E] = "Strandgatan 4"
    hidden = picture("JPEG", exif=exif) + b"<script>alert(1)</script>"
    image = PortalImage.objects.create(title="x", file=ContentFile(hidden, name="a.jpg"))

    with image.get_rendition("width-20").file.open() as file:
        shown = file.read()
    gc.collect()

    assert b"script" not in shown
    assert not Image.open(io.BytesIO(shown)).getexif().get(0x010E)


def test_a_request_that_is_larger_than_any_form_is_refused_before_it_is_read(signed_in, editor):
    answer = signed_in(editor).post(
        "/admin/documents/add/", {}, CONTENT_LENGTH=str(26 * 1024 * 1024), headers={"accept": "text/html"}
    )

    assert answer.status_code == 413
    assert "för stort att skicka" in answer.content.decode()
