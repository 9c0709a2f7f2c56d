// Drag the heading of the board's week to "Förslag". The link beside it does the same, also without this and by keyboard.

const TARGETS = "[data-proposal-target], a[href$='/admin/forslag/']";

function takesIt(target, address) {
  const over = (event) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = "link";
    target.classList.add("is-drop");
  };
  const leave = () => target.classList.remove("is-drop");
  const dropped = (event) => {
    event.preventDefault();
    window.location.assign(address);
  };
  target.addEventListener("dragover", over);
  target.addEventListener("dragleave", leave);
  target.addEventListener("drop", dropped);
  return () => {
    leave();
    target.removeEventListener("dragover", over);
    target.removeEventListener("dragleave", leave);
    target.removeEventListener("drop", dropped);
  };
}

/** Asked of the document, since the board's parts are renewed under one's hands. */
export function start() {
  let free = [];
  document.addEventListener("dragstart", (event) => {
    const heading = event.target.closest?.("[data-to-proposal]");
    if (!heading) return;
    const address = new URL(heading.dataset.toProposal, window.location.href).href;
    event.dataTransfer.effectAllowed = "link";
    event.dataTransfer.setData("text/uri-list", address);
    free = [...document.querySelectorAll(TARGETS)].map((target) => takesIt(target, address));
  });
  document.addEventListener("dragend", () => {
    for (const each of free) each();
    free = [];
  });
}
