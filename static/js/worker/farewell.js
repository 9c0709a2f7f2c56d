// SERVICE_WORKER is off: this takes the place of the one before, throws away all that it kept, and goes.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(farewell()));

async function farewell() {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
}
