import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

STARTS = datetime(2026, 5, 12, 5, 0, tzinfo=UTC)
ENDS = datetime(2026, 5, 12, 13, 30, tzinfo=UTC)


class PhoneForm(forms.Form):
    phone = forms.CharField(label="Mobilnummer", help_text="Till exempel 070-174 06 12.")
    note = forms.CharField(label="Meddelande", required=False, widget=forms.Textarea)
    when = forms.ChoiceField(label="När", choices=[("a", "I dag"), ("b", "I morgon")], widget=forms.RadioSelect)
    car = forms.BooleanField(label="Jag kan köra bil", required=False)


@pytest.fixture(autouse=True)
def _swedish():
    with translation.override("sv"):
        yield


def show(source: str, **context: object) -> str:
    return Template(source).render(Context(context)).strip()


@pytest.mark.parametrize(
    ("source", "value", "shown"),
    [
        ("{{ value|clock }}", STARTS, "07.00"),
        ("{{ value|clock }}", time(6, 15), "06.15"),
        ("{{ value|clock }}", None, ""),
        ("{{ value|day }}", date(2026, 5, 13), "onsdag 13 maj"),
        ("{{ value|day }}", datetime(2026, 5, 12, 22, 30, tzinfo=UTC), "onsdag 13 maj"),
        ("{{ value|longday }}", date(2026, 5, 13), "onsdag 13 maj 2026"),
        ("{{ value|hours }}", timedelta(hours=7, minutes=30), "7,5 tim"),
        ("{{ value|hours }}", 165, "165 tim"),
        ("{{ value|hours }}", 46.25, "46,25 tim"),
        ("{{ value|tel }}", "0980-319 210", "tel:+46980319210"),
        ("{{ value|tel }}", "+46 980 319 210", "tel:+46980319210"),
    ],
)
def test_time_and_numbers_are_written_as_they_are_said(source, value, shown):
    assert show(source, value=value) == shown


def test_a_span_of_time_is_read_by_people_and_machines():
    shown = show("{% timespan starts ends %}", starts=STARTS, ends=ENDS)

    assert shown == (
        '<time datetime="2026-05-12T07:00+02:00">07.00</time>–<time datetime="2026-05-12T15:30+02:00">15.30</time>'
    )


def test_a_badge_is_a_drawing_and_a_word():
    shown = show('{% badge "bokad" "Bokad" %}')

    assert "#check" in shown
    assert "Bokad" in shown


def test_what_a_component_is_given_is_escaped():
    source = '{% badge "grus" text %}{% alert heading=text %}{{ text }}{% endalert %}'

    assert "<script>" not in show(source, text="<script>")


def test_a_day_tile_is_skipped_by_screen_readers():
    shown = show("{% daytile day 'bokad' %}", day=date(2026, 5, 13))

    assert 'class="daytile daytile--bokad" aria-hidden="true"' in shown
    assert "<span>ons</span><b>13</b><span>maj</span>" in shown


@pytest.mark.parametrize(("urgent", "interrupts"), [(True, True), (False, False)])
def test_only_an_urgent_alert_interrupts(urgent, interrupts):
    shown = show("{% alert 'error' urgent=urgent %}<p>Fel.</p>{% endalert %}", urgent=urgent)

    assert ('role="alert"' in shown) is interrupts
    assert "<p>Fel.</p>" in shown


def test_blocks_keep_what_is_put_in_them():
    shown = show(
        "{% card 'Timmar' %}<p>46</p>{% endcard %}"
        "{% panel 'Klart' %}<b>x</b>{% endpanel %}"
        "{% emptystate 'Inget' %}<i>y</i>{% endemptystate %}",
    )

    assert "<h2>Timmar</h2>" in shown
    assert "<p>46</p>" in shown
    assert ">Klart</h1>" in shown
    assert "<i>y</i>" in shown


def test_a_field_ties_hint_and_error_to_its_control():
    shown = show("{% field form.phone %}", form=PhoneForm({}))

    assert 'aria-describedby="id_phone_helptext id_phone_error"' in shown
    assert 'aria-invalid="true"' in shown
    assert 'id="id_phone_helptext"' in shown
    assert 'id="id_phone_error"' in shown


def test_a_hint_of_the_page_is_tied_to_the_control_too():
    shown = show("{% field form.note hint='Kort räcker.' %}", form=PhoneForm())

    assert 'aria-describedby="id_note_helptext"' in shown
    assert 'id="id_note_helptext">Kort räcker.' in shown


def test_what_may_be_left_out_says_so_in_words():
    form = PhoneForm()

    assert "(frivilligt)" in show("{% field form.note %}", form=form)
    assert "(frivilligt)" not in show("{% field form.phone %}", form=form)


def test_choices_are_a_group_with_a_name():
    shown = show("{% field form.when %}", form=PhoneForm())

    assert "<legend" in shown
    assert shown.count('type="radio"') == 2


def test_a_tick_box_stands_inside_its_label():
    shown = show("{% field form.car %}", form=PhoneForm())

    assert re.search(r"<label[^>]*><input[^>]*checkbox[^>]*><span>Jag kan köra bil", shown)


def test_the_summary_of_errors_leads_to_each_field():
    shown = show("{% form_errors form %}", form=PhoneForm({}))

    assert 'role="alert"' in shown
    assert 'href="#id_phone"' in shown
    assert 'href="#id_when_0"' in shown


def test_a_form_without_errors_has_no_summary():
    assert show("{% form_errors form %}", form=PhoneForm()) == ""


def test_the_live_region_is_there_before_there_is_anything_to_say():
    assert 'id="kvittens" role="status"></div>' in show("{% messages_region %}")


@pytest.mark.parametrize(
    ("path", "current"),
    [("/bestallningar/", True), ("/bestallningar/12/", True), ("/bestallningar/ny/", False)],
)
def test_the_navigation_shows_where_one_is(path, current, rf: RequestFactory):
    source = "{% navlink '/bestallningar/' 'list' 'Beställningar' besides='/bestallningar/ny/' %}"

    shown = show(source, request=rf.get(path))

    assert ('aria-current="page"' in shown) is current


def test_a_count_in_the_navigation_says_of_what():
    shown = show("{% navlink '/meddelanden/' 'inbox' 'Inkorg' count=2 count_text='olästa' %}")

    assert re.search(r'count">2</span><span class="vh"> olästa', shown)


@pytest.mark.parametrize(("part", "width"), [(0, "0.0"), (82.5, "100.0"), (400, "200.0")])
def test_a_bar_stays_within_its_frame(part, width):
    assert f'class="hb-fg" width="{width}"' in show("{% bar part 165 %}", part=part)


def test_the_desk_gets_the_same_components_under_its_own_class_names():
    shown = show('{% desk %}{% badge "bokad" "Bokad" %}<p class="vp-small w-mt-2" data-class="x">{% enddesk %}')

    assert shown.startswith('<div class="vp vp-adm">')
    assert '<span class="vp-badge vp-badge--bokad">' in shown
    assert 'class="vp-small w-mt-2" data-class="x"' in shown


def templates() -> list[Path]:
    return sorted((settings.BASE_DIR / "templates").rglob("*.html"))


def test_every_icon_named_in_a_template_is_drawn():
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (settings.BASE_DIR / "static" / "icons.svg").read_text()))
    named = {name for page in templates() for name in re.findall(r'{% icon "([^"]+)"', page.read_text())}

    assert named - drawn == set()


@pytest.mark.parametrize("forbidden", [r"\sstyle=", r"<style", r"\son[a-z]+=\"", r"<script(?![^>]*\bsrc=)"])
def test_no_template_carries_what_the_content_policy_forbids(forbidden):
    assert [page.name for page in templates() if re.search(forbidden, page.read_text())] == []
