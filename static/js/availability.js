// Says in one sentence, above Spara, what the form is about to put in. Without it the form says so in its own words.

const form = document.getElementById("tidform");
const output = document.querySelector('output[form="tidform"]');

function words(list, and) {
  return list.length > 1 ? `${list.slice(0, -1).join(", ")} ${and} ${list.at(-1)}` : list[0];
}

/** What stands on the card or the chip of a control. */
function label(control, part) {
  return control.closest("label").querySelector(part).textContent;
}

function hours() {
  const chosen = form.querySelector("[name=tid]:checked");
  if (chosen.value !== "egen") return label(chosen, "small");
  const [from, to] = [form.elements.fran.value, form.elements.till.value];
  return from && to ? `${from}–${to}`.replaceAll(":", ".") : "";
}

function summary() {
  const days = [...form.querySelectorAll("[name=dag]:checked")].map((control) => label(control, ".vh"));
  if (!days.length) return form.dataset.noDays;
  const time = hours();
  if (!time) return form.dataset.noTime;
  const facts = {
    kind: label(form.querySelector("[name=slag]:checked"), "b"),
    days: words(days, form.dataset.and),
    time,
    week: form.elements.vecka.selectedOptions[0].textContent,
  };
  const often = form.querySelector("[name=ofta]:checked");
  const recurs = often.value !== "0";
  if (recurs) [facts.often, facts.week] = [label(often, "b").toLowerCase(), facts.week.toLowerCase()];
  return form.dataset[recurs ? "recurring" : "sentence"].replace(/\{(\w+)\}/g, (_, name) => facts[name]);
}

if (form && output) {
  const tell = () => { output.textContent = summary(); };
  form.addEventListener("change", tell);
  tell();
}
