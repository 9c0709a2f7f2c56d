// Sends a button of a page that keeps itself fresh without leaving the page, and a filter as soon as something is chosen.
//
// `<form method="post" data-in-place>`: the answer is the page, after what was done or with why it was not; its parts are
// taken in by fresh.js. Without contact nothing is sent twice: the operation makes nothing of the same button pressed again.
// `<form method="get" data-send-on-change>`: its own button, marked `data-sends`, is for those without scripts.

import { applied, lost } from "./fresh.js";

const SETTLING = 700; // a second press meant for what stood there before
let changed = 0;

async function sent(form) {
  const button = form.querySelector("button");
  const id = button.id;
  button.setAttribute("aria-disabled", "true");
  const headers = { "X-Requested-With": "XMLHttpRequest" };
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers }).catch(() => null);
  button.removeAttribute("aria-disabled");
  if (!answer || answer.status >= 500) return lost("network");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector("[data-fresh]")) return lost("session");
  applied(page, form.closest("[data-part]"));
  changed = Date.now();
  announce(page);
  document.getElementById(id)?.focus({ preventScroll: true });
  return lost("");
}

/** What was done is said where Wagtail says it, which is a live region. */
function announce(page) {
  const told = [...page.querySelectorAll(".messages li")].map((each) => document.importNode(each, true));
  const region = document.querySelector(".messages ul");
  if (!told.length || !region) return;
  region.replaceChildren(...told);
  region.classList.add("appear");
}

export function start() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-in-place]")) return;
    event.preventDefault();
    if (!form.querySelector("[aria-disabled]") && Date.now() - changed > SETTLING) sent(form);
  }, { capture: true });
  for (const form of document.querySelectorAll("form[data-send-on-change]")) {
    form.querySelector("[data-sends]").hidden = true;
    form.addEventListener("change", () => form.requestSubmit());
  }
}
