// A button pressed twice sends its form once: of two answers the browser shows the latter, which of something removed
// is that it does not exist. Without scripts the operations make nothing of the second.

const ON_ITS_WAY = 5000; // longer than a press is repeated; then the network may have lost it
let form = null;
let button = null;
let since = 0;

export function start() {
  document.addEventListener("submit", (event) => {
    if (event.target !== form || event.submitter !== button || Date.now() - since > ON_ITS_WAY) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true });
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.getAttribute("method")?.toLowerCase() !== "post") return;
    [form, button, since] = [event.target, event.submitter, Date.now()];
  });
  window.addEventListener("pageshow", () => { form = null; });
}
