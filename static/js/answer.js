// An answer that cannot leave says so where it was given, and stays to be given again.

/** The words stand in the form, for a screen reader too; nothing is sent by itself later on. */
function keepBack(event) {
  const place = event.target.querySelector("[data-unsent]");
  if (!place || navigator.onLine) return;
  event.preventDefault();
  place.textContent = place.dataset.unsent;
}

function clear() {
  for (const place of document.querySelectorAll("[data-unsent]")) place.textContent = "";
}

document.addEventListener("submit", keepBack);
addEventListener("online", clear);
