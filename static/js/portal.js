// Small conveniences. Every page works without them: each link and form leads to a real page.

const root = document.documentElement;

/** The look changes at once; the server remembers it. */
function theme(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const choice = event.submitter.value;
    const body = new URLSearchParams({ tema: choice });
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" }).catch(() => null);
    if (!answer) return;
    if (choice === "auto") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", choice);
    for (const button of form.querySelectorAll("[name=tema]")) {
      button.setAttribute("aria-pressed", String(button === event.submitter));
    }
  });
}

/** `data-sheet="id"` opens the page's own dialog instead of following the link. */
function openSheet(event) {
  const link = event.target.closest("[data-sheet]");
  const sheet = link && document.getElementById(link.dataset.sheet);
  if (!sheet?.showModal) return;
  event.preventDefault();
  if (!sheet.open) sheet.showModal();
}

function closeOnClick(event) {
  event.target.closest("[data-close]")?.closest("dialog")?.close();
  const toast = event.target.closest("[data-close-toast]")?.closest(".toast");
  if (toast) {
    toast.remove();
    document.getElementById("innehall")?.focus();
  }
}

/** A menu gives way to a click beside it and to Escape, and Escape brings the focus back to what opened it. */
function closeMenus(event) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (event.type === "keydown" && event.key !== "Escape") continue;
    if (event.type === "click" && menu.contains(event.target)) continue;
    if (event.type === "keydown") menu.querySelector("summary").focus();
    menu.open = false;
  }
}

function showClosing() {
  for (const button of document.querySelectorAll("#kvittens [data-close-toast]")) button.hidden = false;
}

/** What stood in the live region from the start is not read out; what is put there is. */
function announce(region) {
  const toasts = [...region.children];
  showClosing();
  if (toasts.length) setTimeout(() => region.replaceChildren(...toasts), 150);
}

/** Open where there is room for it, folded where there is not. */
function openOnWide(details) {
  const wide = matchMedia("(min-width: 62rem)");
  const follow = () => { details.open = wide.matches; };
  wide.addEventListener("change", follow);
  follow();
}

document.querySelectorAll("[data-theme-form]").forEach(theme);
document.querySelectorAll("[data-wide-open]").forEach(openOnWide);
document.querySelectorAll("#kvittens").forEach(announce);
document.querySelector("#fel")?.focus();
document.addEventListener("click", openSheet);
document.addEventListener("click", closeOnClick);
document.addEventListener("click", closeMenus);
document.addEventListener("keydown", closeMenus);
document.addEventListener("htmx:oobAfterSwap", showClosing);
