// Keeps a page of the desk as things are, without anybody losing her place on it.
//
// The page says what of it may change, and the rest is left alone:
//
//   <div data-fresh="/admin/tavla/" data-version="…">      one on a page; the address answers with the same page, or 304
//     <div hidden data-fresh-lost="network">…</div>         said while there is no contact, and gone when there is
//     <div hidden data-fresh-lost="session">…</div>         said when she has been signed out; nothing is asked after that
//     <p role="status" data-fresh-news></p>                 the one live region: new `data-news` are read out here, once
//     <section id="antal" data-part>…</section>             a part: replaced when the server says it otherwise than before
//     <tbody id="rader" data-list="rubrik">                 a list of parts: rows come, go and change places by their ids
//       <tr id="rad-1" data-part data-news="Nytt: …">…</tr>   (a row that goes with the focus in it gives it to #rubrik)
//     </tbody>
//   </div>
//
// Every 7.5 seconds the address is asked with `If-None-Match: "<version>"` (the server: booking/views/desk/fresh.py).
// A part waits while somebody uses it: a field in it holds the focus or something not yet sent, a dialog in it is open,
// or something in it says `data-keep` (a refusal). What has an id keeps focus and unfolding when its part is replaced,
// so give each link, button and <details> in a part an id that lasts. Parts stand in no other part.
// `applied(document)` takes in a page that came another way; the event "fresh:now" on the document asks at once.

const EVERY = 7500; // with the longest rest still within ten seconds
const REST = 400; // a hand at work: nothing moves under it
const LONGEST_REST = 1600;
const FIELDS = "input:not([type=hidden]), select, textarea";
const EACH_TIME_ANOTHER = /(name="(?:csrfmiddlewaretoken|command)" value=")[^"]*/g;

const said = new Map(); // a part's id, and how the server said it last
const told = new Set(); // the news that have been read out, or stood there from the start
let version = "";
let timer = 0;
let moved = 0;
let leaving = false;

const frame = () => document.querySelector("[data-fresh]");
const text = (part) => part.outerHTML.replace(EACH_TIME_ANOTHER, "$1");
const partsOf = (root) => [...root.querySelectorAll("[data-part][id]")];
const wait = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

function isChanged(field) {
  if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
  if (!field.matches("select")) return field.value !== field.defaultValue;
  return field.selectedIndex !== Math.max(0, [...field.options].findIndex((each) => each.defaultSelected));
}

function isInUse(part, own) {
  if (part === own) return false;
  const focused = document.activeElement;
  if (part.contains(focused) && focused.matches(FIELDS)) return true;
  if (part.matches("[data-keep]") || part.querySelector("[data-keep], dialog[open]")) return true;
  return [...part.querySelectorAll(FIELDS)].some(isChanged);
}

/** The focus goes to what came instead of what had it. */
function giveFocus(id, instead) {
  const heir = document.getElementById(id) ?? instead;
  if (!heir) return;
  if (heir.tabIndex < 0 && !heir.hasAttribute("tabindex")) heir.tabIndex = -1;
  heir.focus({ preventScroll: true });
}

function put(element, act) {
  act(element);
  window.htmx?.process(element);
}

function replace(part, by) {
  const held = part.contains(document.activeElement) ? document.activeElement.id : null;
  const unfolded = [...part.querySelectorAll("details[id]")].map((each) => [each.id, each.open]);
  const fresh = document.importNode(by, true);
  put(fresh, () => part.replaceWith(fresh));
  for (const [id, open] of unfolded) {
    const details = document.getElementById(id);
    if (details) details.open = open;
  }
  if (held !== null) giveFocus(held, fresh);
}

/** Rows that are gone, new or in another place. Whether all could be done. */
function arrange(list, by, own) {
  const focused = document.activeElement;
  const ids = new Set([...by.children].map((row) => row.id));
  const gone = [...list.children].filter((row) => !ids.has(row.id));
  const leave = gone.filter((row) => !isInUse(row, own));
  for (const row of leave) {
    if (row.contains(focused)) giveFocus(list.dataset.list);
    row.remove();
    said.delete(row.id);
  }
  let place = list.firstElementChild;
  for (const row of by.children) {
    while (place && !ids.has(place.id)) place = place.nextElementSibling;
    const here = document.getElementById(row.id);
    if (here && here === place) place = place.nextElementSibling;
    else if (here) (list.moveBefore ?? list.insertBefore).call(list, here, place);
    else put(document.importNode(row, true), (fresh) => list.insertBefore(fresh, place));
    if (!here) said.set(row.id, text(row));
  }
  if (focused.isConnected && document.activeElement !== focused && list.contains(focused)) {
    focused.focus({ preventScroll: true });
  }
  return leave.length === gone.length;
}

function tell(root) {
  const fresh = [...root.querySelectorAll("[data-news]")].map((each) => each.dataset.news);
  const untold = fresh.filter((each) => !told.has(each));
  untold.forEach((each) => told.add(each));
  const region = document.querySelector("[data-fresh-news]");
  if (region && untold.length) region.textContent = untold.join(" ");
}

/** Takes in what the page, as just read, says otherwise. Whether all could be: what is in use waits, but for her `own`. */
export function applied(page, own = null) {
  let all = true;
  for (const by of page.querySelectorAll("[data-list][id]")) {
    const list = document.getElementById(by.id);
    if (list) all = arrange(list, by, own) && all;
  }
  for (const by of partsOf(page)) {
    const part = document.getElementById(by.id);
    if (!part || said.get(by.id) === text(by)) continue;
    if (isInUse(part, own)) {
      all = false;
      continue;
    }
    replace(part, by);
    said.set(by.id, text(by));
  }
  tell(page);
  return all;
}

/** Says that contact, or her session, is lost; nothing is, if the word is empty. */
export function lost(what) {
  for (const notice of document.querySelectorAll("[data-fresh-lost]")) {
    notice.hidden = notice.dataset.freshLost !== what;
  }
  return what;
}

async function rested() {
  const from = Date.now();
  while (Date.now() - moved < REST && Date.now() - from < LONGEST_REST) await wait(100);
}

async function ask() {
  const headers = { "X-Requested-With": "XMLHttpRequest", "If-None-Match": version };
  const limit = AbortSignal.timeout(EVERY);
  const answer = await fetch(frame().dataset.fresh, { headers, redirect: "manual", signal: limit }).catch(() => null);
  if (answer?.status === 304) return lost("");
  if (answer && (answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status))) return lost("session");
  const html = answer?.ok ? await answer.text().catch(() => "") : "";
  const page = new DOMParser().parseFromString(html, "text/html");
  if (!page.querySelector("[data-fresh]")) return lost("network");
  await rested();
  if (leaving) return "";
  version = applied(page) ? answer.headers.get("ETag") ?? "" : "";
  return lost("");
}

async function look() {
  clearTimeout(timer);
  if (leaving || document.hidden || !frame()) return;
  const gone = await ask();
  clearTimeout(timer);
  if (gone !== "session") timer = setTimeout(look, EVERY);
}

export function start() {
  if (!frame()) return;
  version = `"${frame().dataset.version}"`;
  for (const part of partsOf(document)) said.set(part.id, text(part));
  for (const each of document.querySelectorAll("[data-news]")) told.add(each.dataset.news);
  for (const work of ["pointermove", "pointerdown", "keydown"]) {
    document.addEventListener(work, () => { moved = Date.now(); }, { passive: true });
  }
  document.addEventListener("submit", (event) => { leaving = !event.defaultPrevented; });
  window.addEventListener("pageshow", (event) => { if (event.persisted) { leaving = false; look(); } });
  document.addEventListener("visibilitychange", look);
  document.addEventListener("fresh:now", look);
  timer = setTimeout(look, EVERY);
}
