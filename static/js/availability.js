// The calendar's conveniences. Without them each link leads to a page of its own, and each form is sent as it is.

const output = document.getElementById("tidsvar");
const daySheet = document.getElementById("dagark");

/** The line above Spara is asked for as the sheet opens; after that htmx asks when something is changed. */
function tellWhenOpened(sheet) {
  new MutationObserver(() => {
    if (sheet.open) window.htmx?.trigger(output, "oppnat");
  }).observe(sheet, { attributes: true, attributeFilter: ["open"] });
}

function isPlain(event) {
  return !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
}

/** A day of the month opens as a sheet; where that fails its page is shown. */
async function openDay(event) {
  const link = event.target.closest("a.day");
  if (!link || !daySheet?.showModal || !window.htmx || !isPlain(event)) return;
  event.preventDefault();
  link.setAttribute("aria-busy", "true");
  daySheet.replaceChildren();
  await window.htmx.ajax("GET", link.href, { target: daySheet, swap: "innerHTML" }).catch(() => null);
  link.removeAttribute("aria-busy");
  if (!daySheet.firstElementChild) {
    location.assign(link.href);
    return;
  }
  if (!daySheet.open) daySheet.showModal();
  daySheet.querySelector("h2").focus();
}

/** Two quick taps send a form once. Coming back to the page it can be sent again. */
function sendOnce(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
}

const adding = document.getElementById("lagg-tid");
if (adding && output) tellWhenOpened(adding);
document.addEventListener("click", openDay);
document.querySelectorAll("form[data-once]").forEach(sendOnce);
daySheet?.addEventListener("htmx:afterSettle", () => daySheet.querySelectorAll("form[data-once]").forEach(sendOnce));
