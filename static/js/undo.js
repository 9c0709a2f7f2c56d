// Ångra leaves its confirmation after ten seconds. The confirmation stays, and so does Ångra while somebody is at it.

const OFFERED = 10_000; // milliseconds; the server waits longer, for slow networks

function leaveInTime(form) {
  const toast = form.closest(".toast");
  const isInUse = () => toast.matches(":hover") || toast.contains(document.activeElement);
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (isInUse() ? wait() : form.remove()), OFFERED);
  };
  // Who finds her way by the keyboard has ten seconds from each step.
  document.addEventListener("keydown", (event) => { if (event.key === "Tab") wait(); });
  wait();
}

document.querySelectorAll("form[data-undo]").forEach(leaveInTime);
