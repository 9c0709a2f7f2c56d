"""An editor says who may read: in the page's own form, and nowhere else."""

import pytest
from wagtail.models import PageViewRestriction

from portal.pages.models import GuideIndexPage, GuidePage
from tests.factories.pages import STEP, below
from tests.pages.test_editing import guide_form


@pytest.fixture
def guide(home):
    return below(below(home, GuideIndexPage, "Guider"), GuidePage, "Koderna", slug="koderna", steps=[STEP])


def form(*groups: str, **changed: object) -> dict[str, object]:
    rows = {"audiences-TOTAL_FORMS": len(groups)}
    for number, group in enumerate(groups):
        named = {"group": group, "area": "", "id": "", "ORDER": number + 1, "DELETE": ""}
        rows |= {f"audiences-{number}-{field}": value for field, value in named.items()}
    return guide_form(title="Koderna", slug="koderna", **rows, **changed)


def test_a_group_that_is_published_closes_the_page_to_the_others(signed_in, approver, editor, town, client, guide):
    signed_in(approver).post(f"/admin/pages/{guide.pk}/edit/", form("substitute"))

    assert [row.group for row in guide.audiences.all()] == ["substitute"]
    assert client.get("/guider/koderna/").status_code == 404
    assert signed_in(town.manager).get("/guider/koderna/").status_code == 404
    assert signed_in(town.substitute().user).get("/guider/koderna/").status_code == 200
    assert signed_in(editor).get("/guider/koderna/").status_code == 200


def test_a_draft_closes_nothing_until_it_is_published(signed_in, editor, client, guide):
    draft = form("substitute")
    del draft["action-publish"]

    signed_in(editor).post(f"/admin/pages/{guide.pk}/edit/", draft)

    assert client.get("/guider/koderna/").status_code == 200


def test_the_preview_of_a_closed_page_shows_it(signed_in, editor, guide):
    desk = signed_in(editor)
    desk.post(f"/admin/pages/{guide.pk}/edit/preview/", form("system_owner"))

    assert "Koderna" in desk.get(f"/admin/pages/{guide.pk}/edit/preview/").content.decode()


def test_a_copy_is_as_closed_as_what_it_is_a_copy_of(guide, client):
    guide.audiences.add(guide.audiences.model(group="planner"))
    guide.save()

    guide.copy(update_attrs={"slug": "kopia", "title": "Kopia"}, keep_live=True)

    assert client.get("/guider/kopia/").status_code == 404


def test_there_is_one_place_to_say_who_reads(signed_in, editor, guide):
    desk = signed_in(editor)
    edit = desk.get(f"/admin/pages/{guide.pk}/edit/").content.decode()

    assert "Vem får läsa?" in edit
    assert f"/admin/pages/{guide.pk}/privacy/" not in edit
    desk.post(f"/admin/pages/{guide.pk}/privacy/", {"restriction_type": "login"})
    assert not PageViewRestriction.objects.exists()
