"""The municipality's own words: said in the place of the portal's, as far as they suit the case, and never too long."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from booking.models import MessageText
from booking.notifications import fitting, named_facts, own_words
from booking.notifications.catalogue import CATALOGUE, Answer
from booking.notifications.occasions import OCCASIONS
from booking.operations import message_texts
from messaging.models import Message
from messaging.segments import segments
from people.models import User
from people.operations.refusals import Refused
from tests.booking.notifications.examples import happen, posted
from tests.cast import NOW

kinds = pytest.mark.parametrize("code", CATALOGUE)
OWN = "Du jobbar på {plats} {dag} {tid}. Gå till {adress}, fråga efter {kontakt}. {länk}"


@pytest.fixture
def worded(owner):
    """`worded("booking.booked", "…")`: what the system owner has chosen to say."""

    def one(code, text, language="sv"):
        seen = message_texts.version(MessageText.objects.filter(kind=code, language=language).first())
        message_texts.word(code, language, text, seen=seen, by=owner, at=NOW)

    return one


@kinds
@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_the_portal_says_would_do_as_own_words(code, language):
    _subject, text = fitting.portals_words(code, language)

    assert list(fitting.faults(code, text, language)) == []


@kinds
@pytest.mark.parametrize("is_long", [False, True])
def test_the_examples_read_as_the_messages_do_and_fit(code, is_long):
    example = fitting.example(code, "", "sv", is_long=is_long)

    assert example.fits
    assert example.odd == ""
    assert "{" not in example.text
    assert "None" not in example.text


@kinds
def test_it_is_said_to_whom_and_when_each_goes(code):
    assert OCCASIONS.keys() == CATALOGUE.keys()
    assert str(OCCASIONS[code].when).endswith(".")


@kinds
def test_own_words_are_said_and_what_the_portal_adds_stays(code, usual, worded):
    before = posted(code, usual).body
    _subject, text = fitting.portals_words(code, "sv")
    worded(code, f"Hejsan. {text}")

    assert posted(code, usual).body == f"Hejsan. {before}"


@kinds
def test_how_to_answer_is_always_said_where_one_can_and_where_one_cannot(code, usual, worded):
    worded(code, "Hejsan. " + ". ".join(fact.written for fact in named_facts.demanded(CATALOGUE[code])))

    body = posted(code, usual).body

    assert body.startswith("Hejsan.")
    assert ("Svara" in body) == (CATALOGUE[code].answer is Answer.YES_OR_NO)
    assert ("Kan inte besvaras." in body) == (CATALOGUE[code].answer is Answer.SAID_NOT_TO)


def test_facts_take_the_places_of_their_braces(usual, worded):
    worded("booking.booked", OWN)

    body = posted("booking.booked", usual).body

    assert body.startswith("Du jobbar på Björkgården onsdag 13 maj 07.00-16.00. Gå till Storgatan 14, fråga efter Eva")
    assert body.endswith("/")


@pytest.mark.parametrize("names", ["long", "longest"])
def test_own_words_are_shortened_as_the_portals_are(names, request, worded):
    worded("booking.booked", OWN)

    body = posted("booking.booked", request.getfixturevalue(names)).body

    assert segments(body) <= 2
    assert "0980-319 245" in body


def test_each_language_has_its_own(usual, worded):
    worded("booking.ended", "Tyvärr avbokad: {plats} {dag} {tid}.")

    assert posted("booking.ended", usual).body.startswith("Tyvärr avbokad: Björkgården")
    User.objects.update(language="en")
    usual.substitute.user.language = "en"
    assert "Tyvärr" not in posted("booking.ended", usual).body


def test_a_case_that_the_words_do_not_suit_is_told_in_the_portals(usual, worded):
    worded("jobs.released", "{antal} pass ledigt, {dagar}. {länk}")
    many = posted("jobs.released", usual).body

    Message.objects.all().delete()
    one = usual.__class__(**{**usual.__dict__, "enquiries": usual.enquiries[:1]})
    happen("jobs.released", one)

    assert many.startswith("5 pass ledigt, ")
    assert Message.objects.get().body.startswith("Nytt ledigt pass: Björkgården")


def test_an_introduction_is_always_told_in_the_portals_words(usual, worded):
    worded("booking.booked", OWN)
    usual.order.reason.introduces = usual.booking.order.reason.introduces = True

    assert posted("booking.booked", usual).body.startswith("Introduktion bokad: ")


def test_words_that_name_what_the_portal_no_longer_knows_are_not_said(usual, owner):
    MessageText.objects.create(kind="booking.ended", language="sv", text="Hej {x}", changed_by=owner, changed_at=NOW)

    assert posted("booking.ended", usual).body.startswith("Avbokad: ")


def test_a_text_is_no_template(usual, worded):
    worded("booking.ended", "{plats} {dag} {tid} % if x % <b>")

    assert "% if x % <b>" in posted("booking.ended", usual).body


def test_what_a_planner_writes_is_signed_in_the_municipalitys_words(usual, worded):
    worded("desk.written", "{text}\nHälsningar Vikariecentrum {enhet}.")

    body = posted("desk.written", usual).body

    assert body == f"{usual.words}\nHälsningar Vikariecentrum Hemtjänst. Kan inte besvaras."


def test_an_email_has_no_word_of_how_to_answer_an_sms(usual, worded):
    worded("enquiry.asked", "Jobba {dag} {tid} på {plats}?")
    User.objects.filter(pk=usual.substitute.user_id).update(phone="")
    usual.enquiries[1].substitute.user.phone = ""

    assert "Svara i portalen senast" in posted("enquiry.asked", usual).body


def test_a_personnummer_is_hidden_in_own_words_too(usual, owner):
    text = "{plats} 121212-1212"
    MessageText.objects.create(kind="booking.ended", language="sv", text=text, changed_by=owner, changed_at=NOW)

    assert "(personnummer borttaget)" in posted("booking.ended", usual).body


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("booking.booked", "Hej {datum}", "{datum} finns inte i det här meddelandet. Använd {plats}, {dag}, {tid}"),
        ("booking.booked", "Hej {plats", "En klammer saknar sin andra halva."),
        ("booking.booked", "Hej", "Texten måste ha med {plats}, {dag}, {tid}, {adress} och {kontakt}."),
        ("reminder.availability", "Vecka {vecka}", "Texten måste ha med {länk}."),
        ("enquiry.asked", "{plats} {dag} {tid}? Svara JA", "Ta bort JA och NEJ."),
        ("booking.booked", f"Se {OWN}".replace(". {länk}", " på {länk} nu"), "Låt {länk} stå för sig själv"),
        ("booking.ended", "{plats} {dag} {tid} 121212-1212", "Ta bort personnumret."),
        ("booking.ended", "{plats} {dag} {tid} " + "x" * 290, "Texten ryms inte i två sms"),
        ("booking.ended", "{plats} {dag} {tid} 😊" + "x" * 90, "utan emojier"),
    ],
)
def test_what_will_not_do_is_refused_with_words(code, text, said, worded):
    with pytest.raises(Refused, match=said.replace("{", r"\{").replace("}", r"\}")[:60]) as refused:
        worded(code, text)

    assert said in refused.value.reasons["text"]
    assert not MessageText.objects.exists()


def test_to_say_what_the_portal_says_is_to_go_back_to_it(usual, worded):
    worded("booking.ended", fitting.portals_words("booking.ended", "sv")[1])
    assert MessageText.objects.get().text == ""

    worded("booking.ended", "Hej. {plats} {dag} {tid}")
    worded("booking.ended", fitting.portals_words("booking.ended", "sv")[1])

    assert MessageText.objects.get().text == ""
    assert posted("booking.ended", usual).body.startswith("Avbokad: ")


def test_the_words_cost_one_question_a_message_and_one_for_all_of_a_burst(usual):
    def asked():
        Message.objects.all().delete()
        with CaptureQueriesContext(connection) as questions:
            for code in ("booking.ended", "enquiry.asked"):
                happen(code, usual)
        return len([each for each in questions if "booking_messagetext" in each["sql"]])

    assert asked() == 2 + 1  # whoever ordered is told of an ended booking too
    with own_words.known():
        assert asked() == 0
