"""A planner answers one who wants to work at a new workplace."""

import pytest
from django.urls import reverse

from booking.models import Booking, WorkplaceRequest
from booking.operations import bookings, workplace_requests
from people.models import Agreement
from tests.booking.desk.conftest import text
from tests.booking.desk.test_lists import cost
from tests.cast import NOW, at
from tests.factories.booking import OrderReasonFactory
from tests.factories.people import AgreementFactory, CompetenceFactory, SubstituteCompetenceFactory, WorkplaceFactory
from tests.factories.standing import BlockFactory, IntroductionFactory, RecordsCheckFactory
from tests.page_checks import assert_valid_html

SHIFT = {"day": "2026-05-19", "starts": "07:00", "ends": "12:00", "break_minutes": "0", "contact": "Eva Lind"}


@pytest.fixture
def amira(elsewhere):
    """She works in another area, and her planner here knows nothing of her yet."""
    return elsewhere.substitute(user__first_name="Amira", user__last_name="Hassan", user__phone="+46701740612")


@pytest.fixture
def wish(town, amira) -> WorkplaceRequest:
    town.workplace.needs_introduction = True
    town.workplace.save()
    OrderReasonFactory(name="Introduktion", introduces=True)
    return workplace_requests.ask(amira, town.workplace, text="Jag bor nära", by=amira.user, at=NOW)


@pytest.fixture
def agreed(wish, amira, town) -> WorkplaceRequest:
    """With an agreement that reaches the workplace."""
    AgreementFactory(substitute=amira, area=town.area, occupation=town.occupation)
    return wish


@pytest.fixture
def shown(planner, wish):
    return lambda: text(planner.get(reverse("workplace_request:inspect", args=[wish.pk])))


@pytest.fixture
def answers(planner, wish):
    """`answers("decline", reason="Fullt")`: what the button sends, and the page that comes."""

    def answer(name: str, **form: object):
        return planner.post(reverse(f"workplace_request:{name}", args=[wish.pk]), form, follow=True)

    return answer


@pytest.fixture
def status(wish):
    return lambda: WorkplaceRequest.objects.get(pk=wish.pk).status


def test_without_an_agreement_there_is_nothing_to_plan_before_it_is_made(shown):
    page = shown()

    assert "Amira Hassan vill jobba på Hemtjänst Solgården" in page
    assert "Jag bor nära" in page
    assert "Vikarien har inget avtal i ditt område än." in page
    assert "Inget avtal når arbetsplatsen." in page
    assert "Boka introduktionen" not in page
    assert "Redan introducerad" not in page
    assert_valid_html(page)


def test_an_agreement_is_made_on_the_page_for_the_workplace_or_its_area_alone(town, elsewhere, answers, shown):
    other = WorkplaceFactory(area=town.area, name="Björkgården")
    said = {"occupation": town.occupation.pk, "pay_form": "hourly", "starts": "2026-05-12"}
    assert f"Hela {town.area}" in shown()
    assert "Björkgården" not in shown()
    assert answers("agree", place=other.pk, **said).status_code == 422

    page = text(answers("agree", place=town.workplace.pk, **said))

    assert "Avtalet är tillagt. Nu kan du planera introduktionen." in page
    assert "Boka introduktionen" in page
    assert Agreement.objects.get(workplace=town.workplace).substitute.user.first_name == "Amira"
    assert_valid_html(page)


def test_what_the_workplace_asks_for_stands_with_what_she_has(agreed, town, amira, shown):
    town.workplace.records_check = "home_care"
    town.workplace.save()
    SubstituteCompetenceFactory(substitute=amira, competence=CompetenceFactory(name="delegering"))
    assert shown().count("Saknas") == 2

    RecordsCheckFactory(substitute=amira, kind="home_care")
    IntroductionFactory(substitute=amira, workplace=town.workplace)

    assert "Saknas" not in shown()
    assert "Delegering" in shown()


def test_a_block_is_shown_with_its_reason(agreed, amira, town, shown):
    BlockFactory(substitute=amira, workplace=town.workplace, reason="Anhörig bor där")

    assert "Spärrad på arbetsplatsen" in shown()
    assert "Anhörig bor där" in shown()


def test_planned_she_is_booked_and_the_page_says_when(agreed, town, answers, status):
    page = text(answers("plan", occupation=town.occupation.pk, **SHIFT))

    booking = Booking.objects.get()
    assert "Introduktionen är bokad. Vikarien har fått besked." in page
    assert reverse("order:inspect", args=[booking.order_id]) in page
    assert "Boka introduktionen" not in page
    assert (status(), booking.starts) == ("introduction", at("2026-05-19 07:00"))
    assert_valid_html(page)


def test_what_is_wrong_in_the_plan_stands_beside_its_field(agreed, town, answers, status):
    page = answers("plan", occupation=town.occupation.pk, **SHIFT | {"day": "2026-05-11", "contact": "Frida"})

    assert page.status_code == 422
    assert "Dagen har varit." in text(page)
    assert "Frida" in text(page)
    assert status() == "asked"


def test_what_the_rules_refuse_is_told_where_it_was_asked_and_may_go_with_a_reason(
    agreed, town, elsewhere, amira, answers, status
):
    evening = elsewhere.order("2026-05-18 15:00", "2026-05-18 23:00")
    bookings.book(evening, amira, by=elsewhere.planner, at=NOW)
    form = SHIFT | {"occupation": town.occupation.pk}

    refused = text(answers("plan", **form))
    assert "vila" in refused
    assert "Varför går det ändå?" in refused
    assert "Förskola" not in refused
    assert_valid_html(refused)

    answers("plan", **form, why="Enda dagen")
    assert status() == "introduction"


def test_she_who_is_blocked_is_not_booked_and_no_reason_is_asked_for(agreed, town, amira, answers):
    BlockFactory(substitute=amira, workplace=town.workplace)

    page = text(answers("plan", occupation=town.occupation.pk, **SHIFT))

    assert "Bokas inte på Hemtjänst Solgården" in page
    assert "Varför går det ändå?" not in page


def test_introduced_already_she_is_done(agreed, answers, status):
    assert "Dagen har inte varit än." in text(answers("introduced", given_on="2026-05-13"))

    assert "Klart. Vikarien kan bokas på arbetsplatsen." in text(answers("introduced", given_on="2026-05-04"))
    assert status() == "active"


def test_accepted_where_no_introduction_is_asked_for(agreed, town, answers, shown, status):
    assert "Godkänn utan introduktion" not in shown()
    assert "kräver introduktion" in text(answers("accept"))
    town.workplace.needs_introduction = False
    town.workplace.save()

    assert "Godkänn utan introduktion" in shown()
    assert "Klart. Vikarien kan bokas på arbetsplatsen." in text(answers("accept"))
    assert status() == "active"


def test_a_no_has_its_reason(answers, status):
    assert "Skriv varför det inte går." in text(answers("decline", reason=""))
    page = text(answers("decline", reason="Gruppen är full."))

    assert "Svaret är skickat till vikarien." in page
    assert "Gruppen är full." in page
    assert status() == "declined"


def test_what_somebody_else_has_answered_is_told_at_the_top(amira, wish, answers):
    workplace_requests.withdraw(wish, by=amira.user, at=NOW)

    page = answers("decline", reason="Fullt")

    assert page.status_code == 422
    assert "Önskemålet är redan avslutat: återtagen." in text(page)
    assert_valid_html(text(page))


def test_the_list_has_those_on_their_way_and_then_those_answered(wish, planner, amira, town):
    index = reverse("workplace_request:index")
    assert "Amira Hassan" in text(planner.get(index))
    assert "Inget är besvarat" in text(planner.get(index, {"visa": "klara"}))
    assert "Nya arbetsplatser (1)" in text(planner.get(reverse("wagtailadmin_home")))

    workplace_requests.decline(wish, reason="Fullt", by=town.planner, at=NOW)

    assert "Ingen väntar på svar" in text(planner.get(index))
    assert f"Besvarad tisdag 12 maj, {town.planner}" in text(planner.get(index, {"visa": "klara"}))


def test_the_list_asks_as_much_for_one_as_for_ten(wish, planner, town, elsewhere):
    index = reverse("workplace_request:index")
    one = cost(planner, index)
    for _more in range(9):
        other = elsewhere.substitute()
        workplace_requests.ask(other, town.workplace, text="", by=other.user, at=NOW)

    assert cost(planner, index) == one


@pytest.mark.parametrize("who", ["other planner", "officer", "manager"])
def test_the_request_is_the_planners_of_its_area_alone(who, wish, town, elsewhere, officer, signed_in, status):
    user = {"other planner": elsewhere.planner, "officer": officer, "manager": town.manager}[who]
    browser = signed_in(user)

    for name in ("plan", "introduced", "accept", "decline", "agree"):
        address = reverse(f"workplace_request:{name}", args=[wish.pk])
        assert browser.post(address, {"reason": "Fullt"}).status_code in {302, 404}
    page = browser.get(reverse("workplace_request:inspect", args=[wish.pk]))
    assert page.status_code in {302, 404}
    assert status() == "asked"


def test_the_manager_reads_on_the_order_that_it_is_an_introduction(agreed, town, answers, signed_in):
    answers("plan", occupation=town.occupation.pk, **SHIFT)

    page = text(signed_in(town.manager).get(f"/bestallningar/{Booking.objects.get().order_id}/"))

    assert "<dd>Introduktion</dd>" in page
