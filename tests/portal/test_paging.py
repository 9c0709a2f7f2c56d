"""The way from one page of a list to the next."""

from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.test import RequestFactory

ROWS = Paginator(range(30), 10)


def shown(address: str, number: int, how: str = "") -> str:
    context = RequestContext(RequestFactory().get(address), {"page": ROWS.get_page(number)})
    return Template(f"{{% pages page {how} %}}").render(context)


def test_both_ways_keep_what_else_is_asked_for():
    html = shown("/?q=a%26b&sida=2", 2)

    assert 'href="?q=a%26b&amp;sida=1" rel="prev"' in html
    assert 'href="?q=a%26b&amp;sida=3" rel="next"' in html


def test_the_first_page_has_none_before_it_and_the_last_none_after_it():
    assert 'rel="prev"' not in shown("/", 1)
    assert 'rel="next"' not in shown("/", 3)


def test_what_answers_a_form_leads_back_to_the_list():
    assert 'href="/lista/?sida=2"' in shown("/gor-nagot/", 1, 'address="/lista/"')


def test_what_a_script_asked_with_is_not_carried_on():
    assert 'href="?area=1&amp;sida=2"' in shown("/?area=1&sett=ab&saknade=", 1, 'without="sett saknade"')


def test_what_comes_by_time_is_newer_or_older():
    assert "Äldre" in shown("/", 1, "by_time=True")
    assert "Nästa" in shown("/", 1)


def test_a_panel_that_is_rendered_by_itself_has_the_request_among_its_words():
    request = RequestFactory().get("/?area=1")

    html = Template("{% pages page %}").render(Context({"page": ROWS.get_page(1), "request": request}))

    assert 'href="?area=1&amp;sida=2"' in html


def test_one_page_leads_nowhere():
    page = Paginator([1], 10).get_page(1)

    assert not Template("{% pages page %}").render(RequestContext(RequestFactory().get("/"), {"page": page})).strip()
