// Notices in this browser: asked for only when she taps, said in words, and gone when she signs out (worker/notices.js).
// The words stand in templates/components/push.html.

const here = document.querySelector("[data-push-here]");
const says = here?.querySelector("[role=status]");
const buttons = here ? [...here.querySelectorAll("[data-push]")] : [];
const isPossible = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
const isApple = /iPhone|iPad/.test(navigator.userAgent);

/** `state` names the words and, if there is one, the button that leads out of it. */
function show(state, way = "") {
  says.textContent = here.dataset[state];
  for (const button of buttons) {
    button.hidden = button.dataset.push !== way;
    button.disabled = false;
  }
}

async function subscription() {
  const found = await (await navigator.serviceWorker.ready).pushManager.getSubscription();
  return found && isOurs(found) ? found : null;
}

/** Whether it was made for the key that the portal has now. */
function isOurs(found) {
  const key = found.options.applicationServerKey;
  const written = key && btoa(String.fromCharCode(...new Uint8Array(key)));
  return !key || written.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") === buttons[0].dataset.key;
}

async function look() {
  if (!isPossible) show(isApple ? "homeFirst" : "impossible");
  else if (Notification.permission === "denied") show("denied");
  else if (await subscription()) show("on", "off");
  else show("off", "on");
}

function post(url, facts) {
  const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(facts) });
}

/** As she would call it: Chrome, Android */
function device() {
  const browsers = { Edg: "Edge", SamsungBrowser: "Samsung Internet", Firefox: "Firefox", Chrome: "Chrome", Safari: "Safari" };
  const systems = ["iPhone", "iPad", "Android", "Windows", "Mac", "Linux"];
  const mark = Object.keys(browsers).find((name) => navigator.userAgent.includes(name));
  const system = systems.find((name) => navigator.userAgent.includes(name));
  return [browsers[mark], system].filter(Boolean).join(", ");
}

async function turnOn(button) {
  const { pushManager } = await navigator.serviceWorker.ready;
  if ((await Notification.requestPermission()) !== "granted") return look();
  const earlier = await pushManager.getSubscription();
  if (earlier && !isOurs(earlier)) await earlier.unsubscribe();
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: button.dataset.key });
  const { endpoint, keys } = made.toJSON();
  const answer = await post(button.dataset.url, { endpoint, keys, device: device() });
  if (answer.ok) return location.reload(); // the list of her devices is another now
  await made.unsubscribe();
  throw new Error(`${answer.status}`);
}

async function turnOff(button) {
  const made = await subscription();
  if (!made) return look();
  await post(button.dataset.offUrl, { endpoint: made.endpoint });
  await made.unsubscribe();
  return location.reload();
}

for (const button of buttons) {
  button.addEventListener("click", async () => {
    button.disabled = true;
    const turn = button.dataset.push === "on" ? turnOn : turnOff;
    await turn(button).catch(() => show("failed", button.dataset.push));
  });
}
if (here) look().catch(() => show("failed"));
