// The ordering manager's conveniences. Without them each button and link leads to a page of its own.

/** Two quick taps send a form once. Coming back to the page it can be sent again. */
function sendOnce(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
}

/** "Använd 07.00" writes the time into its field, and the day if it is one of the nearest. */
function useProposal(event) {
  const button = event.target.closest("[data-clock]");
  const form = button?.form;
  const near = form?.querySelector(`[name=near][value="${button.dataset.day}"]`);
  if (!near) return;
  event.preventDefault();
  near.checked = true;
  form.elements.starts.value = button.dataset.clock;
  form.elements.starts.focus();
  form.elements.starts.dispatchEvent(new Event("change", { bubbles: true }));
}

document.querySelectorAll("form[data-once]").forEach(sendOnce);
document.addEventListener("click", useProposal);
