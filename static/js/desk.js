// What the desk adds to Wagtail's admin. Every page works without it: each link and form leads to a real page.

import * as fresh from "./desk/fresh.js";
import * as inPlace from "./desk/in_place.js";
import * as once from "./desk/once.js";
import * as several from "./desk/several.js";
import * as toProposal from "./desk/to_proposal.js";

/** Wagtail answers such a request with 403, where it would send others to its first page or to the sign-in. */
document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Requested-With"] = "XMLHttpRequest";
});

fresh.start();
inPlace.start();
several.start();
once.start();
toProposal.start();
