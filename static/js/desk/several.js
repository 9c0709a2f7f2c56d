// Ticking rows of a list: all of the page at once, and how many are ticked. Without this each box is ticked by itself.

function boxes(form) {
  return [...form.querySelectorAll("input[name=chosen]")];
}

function tell(form, all) {
  const ticked = boxes(form).filter((box) => box.checked).length;
  const count = form.querySelector("[data-several-count]");
  if (count) {
    count.textContent = ticked ? `(${ticked})` : "";
  }
  all.checked = ticked > 0 && ticked === boxes(form).length;
  all.indeterminate = ticked > 0 && !all.checked;
}

function tickAll(form) {
  const place = form.querySelector("[data-several-all]");
  const label = document.createElement("label");
  label.className = "vp-check";
  const all = document.createElement("input");
  all.type = "checkbox";
  label.append(all, ...place.childNodes);
  place.append(label);
  all.addEventListener("change", () => {
    for (const box of boxes(form)) {
      box.checked = all.checked;
    }
  });
  return all;
}

export function start() {
  for (const form of document.querySelectorAll("form[data-several]")) {
    if (!form.querySelector("[data-several-all]")) {
      continue;
    }
    const all = tickAll(form);
    form.addEventListener("change", (event) => {
      if (event.target.type === "checkbox") {
        form.querySelector("input[name=which][value=kryssade]").checked = true;
        tell(form, all);
      }
    });
    tell(form, all);
  }
}
