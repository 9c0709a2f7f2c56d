"""Rich text carries no script, whatever way it comes: by the editor, an old version, an import or a file."""

import html as entities
import json

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.fields import WagtailImageField
from wagtail.test.utils.form_data import streamfield

from portal.pages.models import GuideIndexPage, GuidePage, PortalDocument
from portal.templatetags.washing import wash
from tests.factories.pages import STEP, TEXT, below
from tests.pages.test_editing import guide_form


@pytest.fixture
def guide(home) -> GuidePage:
    guides = below(home, GuideIndexPage, "Guider")
    return below(guides, GuidePage, "Beställ ett intyg", slug="bestall-ett-intyg", steps=[STEP])


PAYLOADS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//ond.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    '<img src=x onerror="alert(1)">',
    '<svg onload="alert(1)"><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="data:text/html,<script>alert(1)</script>"></object>',
    '<embed src="//ond.example/x.swf">',
    '<embed embedtype="media" url="https://ond.example/video"/>',
    '<embed embedtype="image" id="1" alt="x" format="left&quot; onload=&quot;alert(1)"/>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href="&#106;avascript&colon;alert(1)">x</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="/intyg/" onclick="alert(1)" style="position:fixed" target="_blank">x</a>',
    '<a linktype="page" id="1&quot; onclick=&quot;alert(1)">x</a>',
    '<p style="background:url(javascript:alert(1))" onmouseover="alert(1)" class="w" id="innehall">x</p>',
    '<form action="//ond.example/"><input name="losenord"><button>Logga in</button></form>',
    '<meta http-equiv="refresh" content="0;url=//ond.example/">',
    '<base href="//ond.example/">',
    '<link rel="stylesheet" href="//ond.example/x.css">',
    "<style>body{display:none}</style>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<template><script>alert(1)</script></template>",
    "<!--><script>alert(1)</script>-->",
    "<noscript><p title='</noscript><script>alert(1)</script>'>x</p></noscript>",
    "<textarea></textarea><script>alert(1)</script>",
    "<details ontoggle=alert(1) open>x</details>",
    "<video><source onerror=alert(1)></video>",
]
KNOWN = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "code", "h2", "h3", "h4", "hr", "sub", "sup", "a"}
SCHEMES = ("http:", "https:", "mailto:", "tel:", "/", "#")


def dangers(text: str) -> list[str]:
    """Every tag and attribute in it that an editor's text cannot have."""
    found = []
    for tag in BeautifulSoup(f"<body><p></p>{text}", "html5lib").body.find_all():
        if tag.name not in KNOWN:
            found.append(tag.name)
        found += [f"{tag.name} {name}" for name in tag.attrs if (tag.name, name) != ("a", "href")]
        if tag.name == "a" and not tag.get("href", "/").startswith(SCHEMES):
            found.append(tag["href"])
    return found


def shows_nothing_dangerous(client, path: str = "/guider/bestall-ett-intyg/") -> bool:
    """Whether the page is shown, and holds no script, handler, frame or form of anybody else."""
    answer = client.get(path)
    assert answer.status_code == 200
    page = BeautifulSoup(answer.content.decode(), "html5lib")
    main = page.main
    main.select_one(".helped").decompose()  # our own form below what editors write
    bad = main.find_all(
        ["script", "iframe", "object", "embed", "style", "base", "meta", "link", "input", "math", "video"]
    )
    handlers = [name for tag in page.find_all() for name in tag.attrs if name.startswith("on") or name == "srcdoc"]
    links = [link["href"].lower() for link in main.find_all(href=True)]
    schemes = [link for link in links if not link.startswith((*SCHEMES, "/static/", "?"))]
    return not (bad or handlers or schemes)


def test_the_dangers_are_seen_where_nothing_is_washed():
    assert sum(bool(dangers(payload)) for payload in PAYLOADS) >= len(PAYLOADS) - 3


@pytest.mark.parametrize("payload", PAYLOADS)
def test_washed_text_holds_nothing_dangerous(payload):
    assert dangers(wash(f"<p>Före</p>{payload}<p>Efter</p>")) == []
    assert "Före" in wash(f"<p>Före</p>{payload}")


def test_washing_leaves_what_editors_write():
    text = (
        '<p>Ring <b>oss</b> på <a href="tel:+46980319210">0980-319 210</a>, eller &lt;skriv&gt; &amp; vänta.</p>'
        '<ol><li>Först</li><li><a href="/intyg/">Sedan</a></li></ol><p><code>072</code><br/>Sist</p>'
    )

    assert wash(text) == text
    assert wash(wash(text)) == text
    html5lib.HTMLParser(strict=True).parseFragment(wash(text))


def test_what_stood_in_a_script_is_not_read_as_words():
    assert wash("<p>Hej</p><script>alert(1)</script><style>p{}</style>") == "<p>Hej</p>"


def contentstate(*links: str) -> str:
    """What the editor's browser sends, made by hand: links with these addresses."""
    text = "x" * len(links)
    ranges = [{"offset": number, "length": 1, "key": number} for number in range(len(links))]
    block = {"key": "a", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": ranges}
    made = {str(n): {"type": "LINK", "mutability": "MUTABLE", "data": {"url": link}} for n, link in enumerate(links)}
    made["98"] = {"type": "EMBED", "mutability": "IMMUTABLE", "data": {"url": "https://ond.example/"}}
    return json.dumps({"blocks": [block], "entityMap": made})


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVA\tSCRIPT:alert(1)", "data:text/html,<script>", "vbscript:x"]
)
def test_a_link_made_by_hand_in_the_editor_runs_nothing(address, signed_in, approver, client, guide):
    answer = {"question": "Varför?", "answer": contentstate(address)}

    form = guide_form(troubles=streamfield([("answer", answer)]))
    signed_in(approver).post(f"/admin/pages/{guide.pk}/edit/", form)

    assert "Varför?" in client.get("/guider/bestall-ett-intyg/").content.decode()
    assert shows_nothing_dangerous(client)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_put_into_the_database_by_an_import_is_washed_when_it_is_shown(payload, guide, client):
    raw = [{"type": "text", "value": f"<p>Före</p>{payload}"}]
    guide.body = guide.body.stream_block.to_python(raw)
    guide.save()

    assert shows_nothing_dangerous(client)


def test_an_old_version_brought_back_is_washed_when_it_is_shown(guide, client):
    revision = guide.save_revision()
    body = json.dumps([{"type": "text", "value": "".join(PAYLOADS)}])
    revision.content = {**revision.content, "body": body}
    revision.save()
    revision.publish()

    assert "alert" in str(GuidePage.objects.get().body.raw_data[0]["value"])
    assert shows_nothing_dangerous(client)


def test_a_copied_page_is_washed_when_it_is_shown(guide, client):
    guide.body = guide.body.stream_block.to_python([{"type": "text", "value": "".join(PAYLOADS)}])
    guide.save()
    guide.copy(update_attrs={"slug": "kopia", "title": "Kopia"}, keep_live=True)

    assert shows_nothing_dangerous(client, "/guider/kopia/")


def test_words_are_never_taken_for_tags(guide, client):
    evil = "<script>alert(1)</script>"
    step = (STEP[0], {**STEP[1], "heading": evil, "screen": [("primary", evil[:30])], "screen_in_words": evil})
    guide.title, guide.intro, guide.steps = evil, evil, [step]
    guide.body = [("heading", evil), ("facts", [{"term": evil, "fact": evil}]), *TEXT]
    guide.save()

    html = client.get("/guider/bestall-ett-intyg/").content.decode()

    assert entities.escape(evil) in html
    assert evil not in html


@pytest.mark.parametrize("name", ["x.html", "x.htm", "x.svg", "x.xml", "x.js", "x.swf", "x.pdf.html", "x"])
def test_a_file_that_a_browser_would_run_is_refused(name, db):
    with pytest.raises(ValidationError):
        PortalDocument(title="x", file=ContentFile(b"<script>alert(1)</script>", name=name)).full_clean()


def test_what_pretends_to_be_a_document_is_saved_and_never_shown(signed_in, editor):
    file = PortalDocument.objects.create(title="x", file=ContentFile(b"<script>alert(1)</script>", name="x.txt"))

    answer = signed_in(editor).get(file.url)

    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content)


@pytest.mark.parametrize("name", ["x.svg", "x.html", "x.png"])
def test_a_drawing_with_script_is_no_picture(name):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'

    with pytest.raises(ValidationError):
        WagtailImageField().clean(SimpleUploadedFile(name, drawing, "image/png"))


def test_a_new_guide_made_below_another_is_washed_too(guide, client):
    dirty = [("answer", {"question": "x", "answer": "".join(PAYLOADS)})]
    below(guide.get_parent(), GuidePage, "Ny", steps=[STEP], troubles=dirty)

    assert shows_nothing_dangerous(client, "/guider/ny/")
