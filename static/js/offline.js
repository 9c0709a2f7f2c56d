// With and without network: a word when it goes and when it comes back, and forms that lose nothing. The words stand in
// templates/components/offline.html. It also starts the service worker, and offers to put the portal among the apps.

const words = document.getElementById("nat");
const live = document.getElementById("kvittens");
const workers = navigator.serviceWorker;
let sending = null; // the form on its way, and the button that sent it

/** A copy of one of the two shapes that the words come in: a toast in the live region, a note beside a button. */
function say(shape, text) {
  const said = words.content.querySelector(shape).cloneNode(true);
  said.querySelector("[data-words]").textContent = text;
  said.dataset.nat = "";
  return said;
}

function takeBack() {
  for (const said of document.querySelectorAll("[data-nat]")) said.remove();
}

function tell(text) {
  takeBack();
  const toast = say(".toast", text);
  live?.append(toast);
  for (const button of toast.querySelectorAll("[hidden]")) button.hidden = false;
}

/** Said where it was asked, in the form's own words if it has any; all that is typed stands as it was. */
function notSent(form, button) {
  takeBack();
  delete form.dataset.sent; // where two quick taps count as one
  const note = say(".nonet", form.dataset.notSent ?? words.dataset.notSent);
  if (button && !form.contains(button)) button.after(note);
  else form.append(note);
  note.scrollIntoView({ block: "nearest" });
}

/** Without network a form stays. Signing out goes on to the worker, which throws away what is kept here. */
function beforeSending(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  takeBack();
  sending = [form, event.submitter];
  if (navigator.onLine || (workers?.controller && form.matches("[action*='/logout/']"))) return;
  event.preventDefault();
  notSent(...sending);
}

/** Her shift stands among the others on the page that is kept. */
function findShift() {
  const shift = document.getElementById(`sparat-${location.pathname.split("/")[2]}`);
  if (shift) {
    shift.scrollIntoView();
    shift.focus({ preventScroll: true });
  }
}

/** The browser would ask by itself. We ask nobody: who wants it finds the button under Mer. */
function offerInstalling(event) {
  event.preventDefault();
  const button = document.querySelector("[data-install]");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.hidden = true;
    await event.prompt();
  }, { once: true });
}

function startWorker() {
  if (!workers.controller) workers.register(words.dataset.worker, { updateViaCache: "none" }).catch(() => null);
}

if (words) {
  addEventListener("offline", () => tell(words.dataset.gone));
  addEventListener("online", () => tell(words.dataset.back));
  document.addEventListener("submit", beforeSending);
  document.addEventListener("htmx:sendError", (event) => { if (event.target.matches("form")) notSent(event.target); });
  workers?.addEventListener("message", (event) => { if (event.data.notSent && sending) notSent(...sending); });
  addEventListener("beforeinstallprompt", offerInstalling);
  if (workers && words.dataset.worker) addEventListener("load", startWorker);
  findShift();
}
