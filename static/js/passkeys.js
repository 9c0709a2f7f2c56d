// Keys in a telephone or a computer (WebAuthn). A form with data-passkey is filled in by the browser's own key and sent.
// Where there are no keys the form that uses one stays hidden: there is always another way. The words are the form's.

const isPossible = "credentials" in navigator && "PublicKeyCredential" in window;

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

function text(buffer) {
  const written = btoa(String.fromCharCode(...new Uint8Array(buffer)));
  return written.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const named = (keys) => keys?.map((key) => ({ ...key, id: bytes(key.id) }));

/** What the server sent, with its base64url as bytes. */
function asked(options) {
  const { challenge, user, allowCredentials, excludeCredentials, ...others } = options.publicKey;
  const publicKey = { ...others, challenge: bytes(challenge) };
  if (user) publicKey.user = { ...user, id: bytes(user.id) };
  if (allowCredentials) publicKey.allowCredentials = named(allowCredentials);
  if (excludeCredentials) publicKey.excludeCredentials = named(excludeCredentials);
  return { publicKey };
}

/** What the key answered, as JSON. */
function told({ id, rawId, type, authenticatorAttachment, response }, extensions) {
  const fields = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const said = fields.filter((name) => response[name]).map((name) => [name, text(response[name])]);
  const transports = response.getTransports?.();
  const answer = { ...Object.fromEntries(said), ...(transports && { transports }) };
  return { id, rawId: text(rawId), type, authenticatorAttachment, response: answer, clientExtensionResults: extensions };
}

async function options(form) {
  if (!form.dataset.ask) return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.ask, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

async function answered(form) {
  const question = asked(await options(form));
  const isNew = form.dataset.passkey === "make";
  const key = await (isNew ? navigator.credentials.create(question) : navigator.credentials.get(question));
  return told(key, key.getClientExtensionResults());
}

function start(form) {
  const button = form.querySelector("button");
  const says = form.querySelector("[role=status]");
  form.hidden = false;
  button.disabled = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    says.textContent = "";
    try {
      form.elements.credential.value = JSON.stringify(await answered(form));
      form.submit(); // which asks nobody again
    } catch {
      says.textContent = form.dataset.failed; // she said no, or waited too long, or there is no key here
      button.disabled = false;
    }
  });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (isPossible) start(form);
  else if (form.dataset.impossible) form.querySelector("[role=status]").textContent = form.dataset.impossible;
}
