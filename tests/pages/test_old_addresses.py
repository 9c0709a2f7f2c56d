"""A page that is moved, or whose portal is closed, is still found where it was."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.pages import closed_portal
from portal.pages.models import GuideIndexPage, GuidePage, StandardPage
from tests.factories.pages import STEP, TEXT, below
from tests.pages.test_editing import guide_form

FURTHEST = 5


@pytest.fixture
def about(home):
    about = below(home, StandardPage, "Om", slug="om", body=TEXT)
    below(below(about, StandardPage, "Vidare", slug="vidare", body=TEXT), StandardPage, "Mest", slug="mest", body=TEXT)
    return about


@pytest.fixture
def moved(home, about):
    """The page Vidare, which lay below Om, lies elsewhere."""
    elsewhere = below(home, StandardPage, "Annat", slug="annat", body=TEXT)
    lay("vidare", elsewhere)
    return StandardPage.objects.get(slug="vidare")


def lay(slug: str, parent: Page) -> None:
    """Move a page below another, both read anew: the tree has changed since they were."""
    StandardPage.objects.get(slug=slug).move(Page.objects.get(pk=parent.pk), pos="last-child")


def led_from(client: Client, address: str) -> str:
    """Where a browser ends, or nothing if there is nothing."""
    for _step in range(FURTHEST):
        answer = client.get(address)
        if answer.status_code not in {301, 302}:
            return address if answer.status_code == 200 else ""
        address = answer["Location"].removeprefix("http://localhost:8000").removeprefix("http://localhost")
    pytest.fail(f"{address} goes round and round")


def old(old_path: str, **fields: object) -> Redirect:
    return Redirect.objects.create(old_path=old_path, **fields)


def test_a_page_that_is_moved_is_found_where_it_was_and_all_below_it(client, moved):
    assert led_from(client, "/om/vidare/") == "/annat/vidare/"
    assert led_from(client, "/om/vidare/mest/") == "/annat/vidare/mest/"
    assert led_from(client, "/om/vidare/mest/?sida=2") == "/annat/vidare/mest/"


def renamed(page: Page, slug: str, committed) -> None:
    page.slug = slug
    with committed(execute=True):
        page.save_revision().publish()


def test_a_page_with_a_new_name_is_found_under_the_old_one_and_all_below_it(
    client, about, django_capture_on_commit_callbacks
):
    renamed(StandardPage.objects.get(pk=about.pk), "nytt", django_capture_on_commit_callbacks)

    assert led_from(client, "/om/") == "/nytt/"
    assert led_from(client, "/om/vidare/mest/") == "/nytt/vidare/mest/"


def test_moved_there_and_back_it_is_found_at_both(client, moved, about):
    lay("vidare", about)

    assert led_from(client, "/annat/vidare/") == "/om/vidare/"
    assert led_from(client, "/om/vidare/") == "/om/vidare/"


def test_moved_there_and_back_and_unpublished_it_goes_round_nowhere(client, moved, about):
    lay("vidare", about)
    StandardPage.objects.get(slug="vidare").unpublish()

    assert led_from(client, "/annat/vidare/") == ""
    assert led_from(client, "/om/vidare/") == ""


@pytest.mark.parametrize("links", [{"/a": "/a/"}, {"/a": "/b", "/b": "/a"}, {"/a": "/b", "/b": "/c", "/c": "/b"}])
def test_what_leads_back_to_itself_leads_nowhere(client, home, links):
    for old_path, link in links.items():
        old(old_path, redirect_link=f"http://localhost:8000{link}")

    assert all(led_from(client, f"{path}/") == "" for path in links)


def test_an_editor_may_lead_to_another_host(client, home):
    old("/gammal", redirect_link="https://www.alvsunda.example/jobb")

    assert client.get("/gammal/")["Location"] == "https://www.alvsunda.example/jobb"


@pytest.mark.parametrize("address", ["//elsewhere.example/gammal/", "/gammal/?next=https://elsewhere.example/"])
def test_nobody_else_decides_where_one_is_led(client, about, address):
    old("/gammal", redirect_page=about)

    assert client.get(address).get("Location", "/om/") == "/om/"


def test_what_is_posted_to_an_old_address_is_not_led_on(client, about):
    old("/gammal", redirect_page=about)

    assert client.post("/gammal/").status_code == 404


def test_a_closed_portal_leads_here(client, about):
    lines = [
        "old;new",
        "https://gamla.alvsunda.example/start.aspx?id=12;/om/vidare/",
        "/vikarie/logga-in;/konto/login/",
        "",
        "/lon;/om/",
    ]

    assert closed_portal.take_in(lines) == (3, [])
    assert closed_portal.take_in(lines) == (3, [])
    assert Redirect.objects.count() == 3
    assert led_from(client, "/start.aspx?id=12") == "/om/vidare/"
    assert led_from(client, "/vikarie/logga-in/") == "/konto/login/"
    assert led_from(client, "/lon/") == "/om/"


def test_a_page_that_was_taken_in_is_followed_when_it_moves(client, home, about):
    closed_portal.take_in(["/lon;/om/vidare/"])
    lay("vidare", home)

    assert led_from(client, "/lon/") == "/vidare/"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("/lon", "not an old and a new address"),
        ("/lon;/finns-inte/", "nothing is at the new address"),
        ("/lon;https://elsewhere.example/", "leads to another host"),
        ("/lon;//elsewhere.example/", "leads to another host"),
        ("/lon;/lon/", "leads back to itself"),
        ("/om/;/om/vidare/", "a page of ours lies at the old address"),
    ],
)
def test_a_line_that_would_lead_wrong_is_left_out_and_told(about, line, why):
    kept, refused = closed_portal.take_in([line])

    assert (kept, [refusal.why for refusal in refused]) == (0, [why])
    assert not Redirect.objects.exists()


def test_another_host_is_taken_in_when_that_is_asked_for(about):
    assert closed_portal.take_in(["/lon;https://www.alvsunda.example/lon"], outside=True) == (1, [])


def test_the_command_reads_a_file_and_tells_what_it_did(about, tmp_path, capsys):
    file = tmp_path / "gamla.csv"
    file.write_text("\ufeffold;new\n/lön;/om/\n/x;/y/\n", encoding="utf-8")

    call_command("old_addresses", str(file))

    assert capsys.readouterr().out == "1 kept, 1 left out\nline 3: nothing is at the new address\n"
    assert Redirect.objects.get().old_path == "/lön"


def test_a_file_that_cannot_be_read_is_told(db, tmp_path):
    with pytest.raises(CommandError):
        call_command("old_addresses", str(tmp_path / "none.csv"))


def test_an_editor_keeps_old_addresses_at_the_desk_and_a_planner_does_not(signed_in, editor, town, client, about):
    form = {"old_path": "/lon", "site": "", "is_permanent": "on", "redirect_page": about.pk, "redirect_link": ""}
    signed_in(town.planner).post("/admin/redirects/add/", form)
    assert not Redirect.objects.exists()

    signed_in(editor).post("/admin/redirects/add/", form)

    assert led_from(client, "/lon/") == "/om/"
    assert signed_in(editor).get("/admin/redirects/import/").status_code == 200


def test_a_guide_renamed_in_the_editor_is_found_where_it_was(
    signed_in, approver, client, home, django_capture_on_commit_callbacks
):
    index = below(home, GuideIndexPage, "Guider")
    guide = below(index, GuidePage, "Jobbmejlen", slug="jobbmejlen", steps=[STEP])

    with django_capture_on_commit_callbacks(execute=True):
        signed_in(approver).post(f"/admin/pages/{guide.pk}/edit/", guide_form(title="Jobbmejlen", slug="mejlen"))

    assert led_from(client, "/guider/jobbmejlen/") == "/guider/mejlen/"
