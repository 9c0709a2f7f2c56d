"""The catalogue is whole: each message has a line, words, looks and a check, and each of these has a message."""

import re

import pytest
from django.conf import settings
from django.utils import translation

from booking.notifications.catalogue import CATALOGUE, KINDS, Answer
from messaging import looks, outbox
from messaging.models import Message
from messaging.segments import fits_gsm7, segments
from tests.booking.notifications.examples import ACTS, SECRETS, happen, posted
from tests.cast import at

TEMPLATES = settings.BASE_DIR / "templates" / "booking" / "messages"
kinds = pytest.mark.parametrize("code", CATALOGUE)


def test_each_kind_has_its_words_and_its_example_and_nothing_is_left_over():
    templates = {file.stem for file in TEMPLATES.glob("*.txt")} - {"message"}

    assert len(KINDS) == len(CATALOGUE)  # no code twice
    assert templates == set(ACTS) == set(CATALOGUE)


@kinds
def test_each_kind_says_how_it_looks(code):
    drawn = re.findall(r'<symbol id="([^"]+)"', (settings.BASE_DIR / "static" / "icons.svg").read_text())

    assert looks._looks[code].icon in drawn
    assert looks._looks[code].colour in {"bokad", "ledig", "fraga", "ljung", "lingon", "grus"}


@kinds
def test_what_can_be_overtaken_is_asked_again_and_nothing_else(code):
    assert bool(CATALOGUE[code].holds) == (code in outbox._checks)


def test_nothing_is_asked_of_a_kind_that_does_not_exist():
    ours = {code for code in outbox._checks if code.partition(".")[0] in {known.partition(".")[0] for known in ACTS}}

    assert ours <= set(CATALOGUE)


@kinds
@pytest.mark.parametrize("names", ["usual", "long", "longest"])
def test_every_sms_fits_two_segments_whatever_the_names(code, names, request):
    body = posted(code, request.getfixturevalue(names)).body

    assert fits_gsm7(body)
    assert segments(body) <= 2
    assert "  " not in body
    assert ("\n" in body) == (code == "desk.written")
    assert "None" not in body


@kinds
def test_every_message_carries_what_its_kind_demands(code, long):
    message = posted(code, long)
    facts = {
        "place": long.order.workplace.name, "day": "maj", "span": "07.00-16.00", "who": str(long.substitute),
        "address": long.order.workplace.address, "contact": long.order.workplace.phone, "ends": "14.10",
        "expected": "07.20",
        "was": "tisdag 12 maj 22.00-06.00", "by": "12.00", "begins": "onsdag 13 maj 06.00", "until": "18.00",
        "what": "Uttag som ledig tid fredag 22 maj", "balance": "5 tim 45 min",
        "work": "Nattens assistent: 4 pass bokade, 2 pass kvar",
        "number": "5", "week": "21", "reason": "Ingen av vikarierna", "text": long.words, "unit": "Hemtjänst",
        "rest": "rast 45 min",
        "url": f"{settings.PORTAL_URL}{message.facts.get('path')}",
    }  # fmt: skip

    assert message.subject
    assert [facts[name] for name in CATALOGUE[code].carries.split() if facts[name] not in message.body] == []


@kinds
@pytest.mark.parametrize("names", ["usual", "longest"])
def test_no_message_tells_why_somebody_is_needed_or_whom_she_stands_in_for(code, names, request):
    message = posted(code, request.getfixturevalue(names))

    said = f"{message.subject} {message.body}".casefold()
    assert [secret for secret in [*SECRETS.values(), "sjuk", "vab"] if secret.casefold() in said] == []


@kinds
def test_all_is_in_swedish_whoever_does_it(code, usual):
    in_swedish = posted(code, usual)

    with translation.override("en"):
        by_an_english_reader = posted(code, usual)

    assert (by_an_english_reader.subject, by_an_english_reader.body) == (in_swedish.subject, in_swedish.body)


@kinds
def test_only_what_asks_may_be_answered_and_what_a_planner_wrote_says_that_it_cannot(code, usual):
    message = posted(code, usual)

    assert message.answerable == (CATALOGUE[code].answer is Answer.YES_OR_NO)
    assert ("Svara" in message.body) == message.answerable
    assert ("Kan inte besvaras." in message.body) == (CATALOGUE[code].answer is Answer.SAID_NOT_TO)


@kinds
def test_the_same_thing_is_told_once(code, usual):
    posted(code, usual)
    number = Message.objects.count()

    happen(code, usual)

    assert Message.objects.count() == number


@kinds
def test_what_is_to_wait_for_the_morning_does(code, usual):
    morning = at("2026-05-13 06:00")

    assert posted(code, usual, due_at=morning).due_at == morning


@kinds
def test_the_heading_in_the_inbox_leads_to_the_page_of_it_although_the_text_had_no_room(code, longest):
    message = posted(code, longest)

    assert looks._looks[code].link(message) == message.facts.get("path", "")


@kinds
def test_an_email_is_whole(code, longest):
    for person in (longest.substitute.user, longest.order.placed_by, longest.planner):
        person.phone = ""

    message = posted(code, longest)

    assert "..." not in message.body
    assert "Svara JA" not in message.body
