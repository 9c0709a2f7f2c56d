import pytest
from django.template.loader import get_template
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation


@pytest.fixture(autouse=True)
def _swedish():
    with translation.override("sv"):
        yield


def test_the_page_for_our_own_faults_needs_nothing_that_may_be_broken():
    assert "Något gick fel hos oss" in get_template("500.html").render()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["400.html", "403.html", "403_csrf.html", "404.html"])
def test_every_error_page_has_a_heading_and_a_way_on(name, rf: RequestFactory):
    page = get_template(name).render({}, rf.get("/"))

    assert "<h1>" in page
    assert 'href="/min-sida/"' in page
    assert "Ring" in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("account_login", "Jag har glömt mitt lösenord"),
        ("account_reset_password", "Skicka länken"),
        ("account_reset_password_done", "Titta i din e-post"),
        ("account_reset_password_from_key_done", "Lösenordet är bytt"),
        ("account_inactive", "Ring Bemanningen"),
    ],
)
def test_whoever_cannot_get_in_is_told_what_to_do(address, says, client: Client):
    page = client.get(reverse(address), headers={"accept-language": "sv"}).content.decode()

    assert says in page
    assert "Går det inte?" in page
