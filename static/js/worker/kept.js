// What is kept on the phone: the look that every page wears, the page that is shown without network, and one page of
// her own with her coming shifts. Nothing else, ever. `PORTAL` is what portal/installable.py decides.

const SHELL = `shell-${PORTAL.version}`;
const OWN = "own";
const SAVED_AT = "Saved-At";
const MINUTE = 60_000;
const RENEW_EVERY = 5 * MINUTE;
const SHOWN_FOR = 24 * 60 * MINUTE;
const LASTING = /\.[0-9a-f]{12}\.\w+$/; // the name says what is in it

const shellPaths = new Set(PORTAL.shell.map((url) => new URL(url, location).pathname));

/** How many times her page has been thrown away: what was under way before that comes too late. */
let thrown = 0;
let looked = { at: 0, for: null };
let outdated = false;

async function keepShell() {
  const shell = await caches.open(SHELL);
  await shell.addAll([...PORTAL.shell, new Request(PORTAL.offline, { cache: "reload" })]);
}

async function throwOldShells() {
  for (const name of await caches.keys()) {
    if (name !== SHELL && name !== OWN) await caches.delete(name);
  }
}

/** In another look or language she meets the same without network. */
async function renewOfflinePage() {
  const answer = await fetch(PORTAL.offline, { cache: "reload" }).catch(() => null);
  if (answer?.ok) await (await caches.open(SHELL)).put(PORTAL.offline, answer);
}

/** A part of the look: as kept if its name says that it cannot have changed, else from the network while there is one. */
async function partOfLook(request, path) {
  const kept = await caches.match(path, { cacheName: SHELL, ignoreVary: true });
  if (kept && LASTING.test(path)) return kept;
  return fetch(request).catch((error) => { if (kept) return kept; throw error; });
}

function throwOwn() {
  thrown += 1;
  looked = { at: 0, for: null };
  return caches.delete(OWN);
}

/** Her page, unless it is too old or from a time that has not been: then it is thrown away. */
async function ownPage() {
  const page = await caches.match(PORTAL.own, { cacheName: OWN, ignoreVary: true });
  if (!page) return null;
  const age = Date.now() - Number(page.headers.get(SAVED_AT));
  if (age >= -MINUTE && age < SHOWN_FOR) return { page, age, person: page.headers.get(PORTAL.person.header) };
  await throwOwn();
  return null;
}

/** An answer tells whose it is. If nobody is signed in, or somebody else, what is kept is not hers to see. */
async function heard(answer) {
  const person = answer.headers.get(PORTAL.person.header);
  if (!person) return;
  const own = await ownPage();
  if (own && own.person !== person) await throwOwn();
  if (person !== PORTAL.person.nobody) await renewOwn(person);
}

/** Fetch her page anew, now and then and after each thing that she has done; `person` is whose it must be, if known. */
async function renewOwn(person) {
  if (!outdated && person === looked.for && Date.now() - looked.at < RENEW_EVERY) return;
  const before = await ownPage();
  if (!outdated && before && before.age < RENEW_EVERY) return;
  [looked, outdated] = [{ at: Date.now(), for: person }, false];
  const asked = thrown;
  const headers = { "X-Requested-With": "XMLHttpRequest" }; // says to the session that nobody sits there
  const answer = await fetch(PORTAL.own, { headers, cache: "no-store", redirect: "manual" }).catch(() => null);
  outdated ||= !answer;
  const whose = answer?.headers.get(PORTAL.person.header);
  if (!answer?.ok || whose !== (person ?? whose) || asked !== thrown) return;
  await keepOwn(answer);
  if (asked !== thrown) await caches.delete(OWN);
}

async function keepOwn(answer) {
  const headers = new Headers(answer.headers);
  headers.set(SAVED_AT, String(Date.now()));
  const own = await caches.open(OWN);
  await own.put(PORTAL.own, new Response(await answer.blob(), { headers }));
}

function ownStandsFor(path) {
  const { exactly, under } = PORTAL.ownStandsFor;
  return exactly.includes(path) || under.some((start) => path.startsWith(start));
}

/** Her page without the shifts that are over by now: who was to work there has no more use for its codes. */
function stillAhead(html) {
  const over = (seconds) => Number(seconds) * 1000 <= Date.now();
  return html.replace(/<!--until (\d+)-->.*?<!--\/until-->/gs, (shift, ends) => (over(ends) ? "" : shift));
}

/** What is shown instead of a page that cannot be fetched. */
async function withoutNetwork(path) {
  const own = ownStandsFor(path) && (await ownPage());
  const page = own ? own.page : await caches.match(PORTAL.offline, { cacheName: SHELL, ignoreVary: true });
  if (!page) return Response.error();
  // Made anew, it has no address of its own: links on it, and Försök igen, are from where she wanted to go.
  return new Response(stillAhead(await page.text()), { headers: page.headers });
}
