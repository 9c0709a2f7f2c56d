"""Säkerhet: what the system owner is warned of, and what browsers have stopped."""

from django.urls import reverse

from people.models import Alarm, HistoryEntry
from people.operations import alarms, stopped
from tests.cast import NOW
from tests.page_checks import assert_valid_html


def page(client) -> str:
    answer = client.get("/admin/sakerhet/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_alarm_stands_on_her_first_page_until_it_is_seen_to(signed_in, owner):
    alarm = alarms.sound(Alarm.Kind.CODES_SPENT, at=NOW, of=10)
    browser = signed_in(owner)
    assert "Dygnets koder är slut" in browser.get("/admin/").content.decode()

    answer = browser.post(reverse("security:see_to", args=[alarm.pk]), follow=True)

    assert "Larmet är omhändertaget." in answer.content.decode()
    assert "Dygnets koder är slut" not in browser.get("/admin/").content.decode()
    assert "Tidigare larm" in page(browser)
    assert HistoryEntry.objects.filter(action="alarm.see_to", user=owner).count() == 1


def test_seen_to_twice_is_once(owner, signed_in):
    alarm = alarms.sound(Alarm.Kind.CODES_SPENT, at=NOW)

    for _ in range(2):
        signed_in(owner).post(reverse("security:see_to", args=[alarm.pk]))

    assert HistoryEntry.objects.filter(action="alarm.see_to").count() == 1


def test_the_same_alarm_sounds_once_a_day(db):
    assert alarms.sound(Alarm.Kind.CODES_SPENT, at=NOW)
    assert alarms.sound(Alarm.Kind.CODES_SPENT, at=NOW) is None


def test_what_is_stopped_is_shown_as_words_and_the_commonest_first(signed_in, owner):
    for times, source in ((1, "sallan.example"), (3, "ofta.example")):
        for _ in range(times):
            stopped.note("img-src", source, "home:more", at=NOW)

    html = page(signed_in(owner))

    assert html.index("ofta.example") < html.index("sallan.example")
    assert_valid_html(html)


def test_nobody_else_sees_it(signed_in, town, editor):
    for user in (town.planner, editor, town.manager):
        assert signed_in(user).get("/admin/sakerhet/").status_code == 404
