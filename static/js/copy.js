// A button beside a field that copies what stands in it. Without it the field can be marked and copied by hand.

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.querySelector("[data-before]").hidden = true;
    button.querySelector("[data-after]").hidden = false;
  });
  button.setAttribute("aria-live", "polite");
}
