// What the worker does with what the page asks for. It leaves alone all that it has no reason to touch.

const ENOUGH = 8_000; // milliseconds that a network which leads nowhere may keep her from what is on the phone

async function fetched(event, path) {
  const fromNetwork = fetch(event.request);
  event.waitUntil(fromNetwork.then(heard).catch(() => null));
  try {
    return await inTime(fromNetwork, path);
  } catch {
    return withoutNetwork(path);
  }
}

/** The answer; a page that is kept is waited for only so long. */
async function inTime(answer, path) {
  if (!ownStandsFor(path) || !(await ownPage())) return answer;
  return Promise.race([answer, new Promise((_, tooLate) => setTimeout(tooLate, ENOUGH))]);
}

/** A form is sent on as it is, and its answer is never kept. Without network she stays where she is, with all she typed. */
async function sent(event, path) {
  const throughTheDoor = PORTAL.doors.some((door) => path.startsWith(door));
  if (throughTheDoor) await throwOwn();
  if (path === PORTAL.signOut) await endNotices(event.request.clone()).catch(() => null);
  try {
    return await (PORTAL.looks.includes(path) ? looksAnother(event) : fetch(event.request));
  } catch {
    const pages = await self.clients.matchAll({ type: "window" });
    for (const page of pages) page.postMessage({ notSent: path });
    return pages.length ? new Response(null, { status: 204 }) : withoutNetwork("");
  } finally {
    outdated = true;
  }
}

/** Another look or language, which a script may send as well. */
async function looksAnother(event) {
  const answer = await fetch(event.request);
  event.waitUntil(renewOfflinePage());
  return answer;
}

function answered(event) {
  const { request } = event;
  const { origin, pathname: path } = new URL(request.url);
  if (origin !== location.origin || PORTAL.never.some((start) => path.startsWith(start))) return;
  const isForm = request.method === "POST";
  outdated ||= isForm;
  if (request.mode === "navigate") event.respondWith(isForm ? sent(event, path) : fetched(event, path));
  else if (isForm && PORTAL.looks.includes(path)) event.respondWith(looksAnother(event));
  else if (shellPaths.has(path)) event.respondWith(partOfLook(request, path));
}

/** What is told of is news, of her shifts too. */
function told(event) {
  outdated = true;
  return Promise.all([showNotice(event), renewOwn()]);
}

async function takeOver() {
  await throwOldShells();
  await self.clients.claim();
  await renewOwn();
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepShell());
});
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", answered);
self.addEventListener("push", (event) => event.waitUntil(told(event)));
self.addEventListener("notificationclick", (event) => event.waitUntil(openNotice(event.notification)));
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(addressChanged(event)));
