"""The portal among the apps of a phone, and the notices that it shows there."""

import json
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import CDPSession, Page, expect

from booking.models import Booking, Order
from home.demo.cast import SUBSTITUTES
from messaging.models import PushSubscription
from people.models import User
from tests.journeys import worker
from tests.journeys.worker import holds_within, until
from tests.page_checks import assert_good_page

AMIRA = SUBSTITUTES[0]
SHOWN = """async () => {
  const worker = await navigator.serviceWorker.ready;
  const shown = await worker.getNotifications();
  return shown.map(({ title, body, tag, lang, data }) => ({ title, body, tag, lang, data }));
}"""
TAPPED = """async () => {
  const opened = [];
  self.clients.openWindow = async (url) => { opened.push(url); };
  for (const notification of await self.registration.getNotifications()) {
    const event = new NotificationEvent("notificationclick", { notification });
    let done = null;
    event.waitUntil = (promise) => { done = promise; };
    self.dispatchEvent(event);
    await done;
  }
  return opened;
}"""
"""A tap, as the browser tells of it. Only a finger may open a window: where it would lead is written down."""

KEYS = {
    "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    "auth": "BTBZMqHH6r4Tts7J_aSIgg",
}
"""The example of RFC 8291."""

TIMES = 3
"""That a notice is handed to the browser, before it counts as not shown."""

SERVICE = "https://fcm.googleapis.com/fcm/send"
A_PUSH_SERVICE = """
  let subscription = null;
  const made = (options) => ({
    options: { ...options, applicationServerKey: null },
    endpoint: "SERVICE/amiras-phone",
    toJSON: () => ({ endpoint: "SERVICE/amiras-phone", keys: KEYS }),
    unsubscribe: async () => { subscription = null; sessionStorage.removeItem("on"); return true; },
  });
  if (sessionStorage.getItem("on")) subscription = made({});
  PushManager.prototype.getSubscription = async () => subscription;
  PushManager.prototype.subscribe = async (options) => {
    sessionStorage.setItem("on", "yes");
    return (subscription = made(options));
  };
""".replace("SERVICE", SERVICE).replace("KEYS", json.dumps(KEYS))
"""The service of the browser's maker, which no test reaches."""


@pytest.fixture
def phone(open_page, portal) -> Page:
    """Amira's, which lets the portal show notices."""
    page = open_page(username=AMIRA.username)
    page.context.grant_permissions(["notifications"])
    until(page, worker.RUNS)
    return page


@pytest.fixture
def push(phone, portal) -> Callable[[dict], None]:
    """`push(facts)`: the browser hands the worker what the push service brought."""
    session: CDPSession = phone.context.new_cdp_session(phone)
    registrations: list[str] = []
    told = "ServiceWorker.workerRegistrationUpdated"
    session.on(told, lambda event: registrations.extend(one["registrationId"] for one in event["registrations"]))
    session.send("ServiceWorker.enable")

    def deliver(facts: dict) -> None:
        while not registrations:
            phone.wait_for_timeout(50)
        address = {"origin": portal, "registrationId": registrations[-1]}
        session.send("ServiceWorker.deliverPushMessage", {**address, "data": json.dumps(facts)})

    return deliver


def test_a_browser_finds_all_that_it_takes_to_install_the_portal(phone_page, portal):
    phone_page.goto(f"{portal}/konto/login/")
    until(phone_page, worker.RUNS)
    errors = phone_page.context.new_cdp_session(phone_page).send("Page.getInstallabilityErrors")

    reasons = {error["errorId"] for error in errors["installabilityErrors"]}
    assert reasons <= {"in-incognito"}, reasons  # every window of a test is one


def test_more_says_how_to_put_the_portal_on_the_home_screen(phone, portal):
    phone.goto(f"{portal}/mer/")
    phone.get_by_text("iPhone och iPad").click()

    expect(phone.get_by_text("Välj Lägg till på hemskärmen.")).to_be_visible()
    expect(phone.get_by_role("button", name="Installera")).to_be_hidden()
    assert_good_page(phone)


def test_the_button_comes_where_the_browser_can_install_and_asks_only_when_tapped(phone, portal):
    phone.goto(f"{portal}/mer/")
    phone.evaluate("""() => {
      const event = new Event("beforeinstallprompt", { cancelable: true });
      event.prompt = async () => { window.asked = true; };
      window.dispatchEvent(event);
    }""")
    assert phone.evaluate("window.asked") is None
    phone.get_by_role("button", name="Installera").click()

    assert phone.evaluate("window.asked") is True


def test_a_notice_is_shown_and_a_tap_leads_to_its_page(phone, portal, push):
    notice = {"title": "Kan du jobba i dag?", "body": "07.00–15.30", "url": "/forfragningar/", "tag": "fraga"}
    push_until_shown(phone, push, notice)

    assert phone.evaluate(SHOWN) == [
        {"title": "Kan du jobba i dag?", "body": "07.00–15.30", "tag": "fraga", "lang": "sv",
         "data": {"url": "/forfragningar/"}}
    ]  # fmt: skip
    assert phone.context.service_workers[0].evaluate(TAPPED) == [f"{portal}/forfragningar/"]


def test_with_a_notice_what_the_phone_keeps_of_her_shifts_is_renewed(phone, portal, push):
    until(phone, worker.KEEPS_HER_PAGE)
    hers = Booking.objects.coming(now=timezone.now()).filter(substitute__user__username=AMIRA.username)
    order = Order.objects.filter(pk=hers.order_by("starts")[0].order_id)
    order.update(text="Ring på klockan.")
    push({"title": "Passet är ändrat", "url": "/bokningar/", "tag": "andrat"})

    until(phone, f"{worker.HER_PAGE}.then((page) => page.includes('Ring på klockan.'))")
    order.update(text="")


def test_a_notice_never_leads_to_another_site(phone, portal, push):
    push_until_shown(phone, push, {"title": "Lockande", "url": "https://example.com/", "tag": "bort"})

    assert phone.context.service_workers[0].evaluate(TAPPED) == [f"{portal}/"]


def test_notices_are_turned_on_and_off_by_a_tap(phone, portal):
    phone.add_init_script(A_PUSH_SERVICE)
    phone.goto(f"{portal}/meddelanden/val/")
    status = phone.locator("[data-push-here] [role=status]")
    expect(status).to_have_text("Aviseringar är av i den här enheten.")
    assert_good_page(phone)
    phone.get_by_role("button", name="Slå på i den här enheten").click()

    expect(status).to_have_text("Aviseringar är på i den här enheten.")
    hers = PushSubscription.objects.filter(user__username=AMIRA.username, endpoint__contains="amiras-phone")
    assert hers.count() == 1
    phone.get_by_role("button", name="Stäng av i den här enheten").click()
    expect(status).to_have_text("Aviseringar är av i den här enheten.")
    assert hers.count() == 0


def test_signing_out_turns_notices_off(phone, portal):
    subscribed("old-phone")
    phone.context.service_workers[0].evaluate(
        """(endpoint) => {
          const unsubscribe = async () => { self.isOff = true; };
          PushManager.prototype.getSubscription = async () => ({ endpoint, unsubscribe });
        }""",
        f"{SERVICE}/old-phone",
    )
    phone.goto(f"{portal}/mer/")
    phone.get_by_role("button", name="Logga ut").click()
    phone.wait_for_url(f"{portal}/")

    assert phone.context.service_workers[0].evaluate("self.isOff") is True
    assert not PushSubscription.objects.filter(endpoint=f"{SERVICE}/old-phone").exists()


def test_a_browser_that_gets_another_address_tells_the_portal(phone):
    subscribed("before")
    phone.context.service_workers[0].evaluate(
        """([before, endpoint, keys]) => addressChanged({
          oldSubscription: { endpoint: before }, newSubscription: { toJSON: () => ({ endpoint, keys }) },
        })""",
        [f"{SERVICE}/before", f"{SERVICE}/after", KEYS],
    )

    hers = PushSubscription.objects.filter(user__username=AMIRA.username, endpoint__startswith=SERVICE)
    assert [row.endpoint for row in hers] == [f"{SERVICE}/after"]
    hers.delete()


def push_until_shown(phone: Page, push: Callable[[dict], None], facts: dict) -> None:
    """A browser that has just been started may forget what it showed, as it tidies up after its last run."""
    for _ in range(TIMES):
        push(facts)
        if holds_within(phone, f"({SHOWN})().then((shown) => shown.length > 0)", seconds=5):
            return
    pytest.fail(f"never shown: {facts}")


def subscribed(name: str) -> None:
    """Amira lets notices into a browser."""
    amira = User.objects.get(username=AMIRA.username)
    PushSubscription.objects.create(user=amira, endpoint=f"{SERVICE}/{name}", made_at=timezone.now(), **KEYS)
