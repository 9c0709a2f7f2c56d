// Printing. The button is hidden until it works, and what is folded together is printed with the rest.

let unfolded = [];

function unfold() {
  unfolded = [...document.querySelectorAll("details.acc:not([open])")];
  for (const answer of unfolded) answer.open = true;
}

function fold() {
  for (const answer of unfolded) answer.open = false;
  unfolded = [];
}

addEventListener("beforeprint", unfold);
addEventListener("afterprint", fold);
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
