// Notices from the portal: shown as they are sent, and opened in the portal alone.

const PATIENCE = 3_000; // milliseconds that signing out waits for the server to hear that notices are off

function notice(event) {
  try {
    return event.data.json();
  } catch {
    return {};
  }
}

function showNotice(event) {
  const { title = "Vikarieportalen", body = "", url = "/", tag = "", lang = "sv" } = notice(event);
  const looks = { icon: PORTAL.icon, badge: PORTAL.badge, lang, tag, renotify: Boolean(tag) };
  return self.registration.showNotification(title, { body, data: { url }, ...looks });
}

/** The window that already shows the page, else a new one. Never another site. */
async function openNotice(notification) {
  notification.close();
  const page = new URL(notification.data?.url ?? "/", location.origin);
  const url = page.origin === location.origin ? page.href : new URL("/", location.origin).href;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const there = windows.find((client) => client.url === url);
  return there ? there.focus() : self.clients.openWindow(url);
}

/** The address has been changed by the browser: the server is told of the new one, while she is signed in. */
async function addressChanged(event) {
  const options = event.oldSubscription?.options;
  const fresh = event.newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)));
  const token = fresh && (await tokenOf(await fetch(PORTAL.signOut, { redirect: "manual" })));
  if (!token) return;
  const { endpoint, keys } = fresh.toJSON();
  await post(PORTAL.notices.on, { endpoint, keys, device: "" }, token);
  if (event.oldSubscription) await post(PORTAL.notices.off, { endpoint: event.oldSubscription.endpoint }, token);
}

/** Signing out: no notice comes to a phone where nobody is signed in. */
async function endNotices(signOut) {
  const subscription = await self.registration.pushManager?.getSubscription();
  if (!subscription) return;
  const token = (await signOut.formData()).get("csrfmiddlewaretoken");
  const told = post(PORTAL.notices.off, { endpoint: subscription.endpoint }, token);
  await Promise.race([told, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  await subscription.unsubscribe();
}

async function tokenOf(page) {
  return page.ok ? (await page.text()).match(/name="csrfmiddlewaretoken" value="(\w+)"/)?.[1] : "";
}

function post(url, facts, token) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(facts), redirect: "manual" }).catch(() => null);
}
