import re
from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation


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


def test_the_list_of_what_is_wrong_calls_a_field_what_the_field_does():
    shown = show('{% form_errors form phone="Din mobil" nothing="x" %}{% field form.phone %}', form=PhoneForm({}))

    assert '<a href="#id_phone">Din mobil</a>' in shown
    assert '<label for="id_phone">Din mobil' in shown


def test_the_live_region_is_there_before_there_is_anything_to_say():
    assert 'id="kvittens" role="status"></div>' in show("{% messages_region %}")


def test_a_later_answer_adds_to_the_live_region():
    assert 'id="kvittens" data-hx-swap-oob="beforeend"' in show("{% messages_region oob=True %}")


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
