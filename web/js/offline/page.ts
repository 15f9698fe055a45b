/**
 * The page's side of the service worker: registers it, offers new versions, and keeps all of the site on
 * this machine when a person wants that.
 *
 * Loaded when the page stands: nothing of it is in the first download. Settings call it by
 * `ichibanOffline` of the window.
 */
import { receive } from "./arrivals.ts";
import { offer } from "./offer.ts";
import { type Kept, type Report, WHICH, type Wish } from "./talk.ts";

/** What the rest of the page may ask. */
export interface Offline {
  /** How much of the site is kept. */
  state(): Promise<Kept>;
  /** Keeps all of it, and tells how far it is. */
  keepAll(tell: (kept: Kept) => void): Promise<Kept>;
}

declare global {
  // eslint-disable-next-line no-var
  var ichibanOffline: Offline | undefined;
}

/** How often a page that is looked at again asks for a new version. */
const EVERY_MS = 3_600_000;

/** Registers the service worker, if this page may have one. `script` is what the page was started by. */
export async function start(script: string): Promise<void> {
  receive();
  const { serviceWorker } = navigator;
  // A page within another has the browser's storage of that one, if any.
  if (serviceWorker === undefined || window.top !== window) return;
  serviceWorker.addEventListener("message", ({ data, ports }) => {
    if (data === WHICH) ports[0]?.postMessage(script);
  });
  serviceWorker.startMessages();
  const registration = await serviceWorker.register("/sw.js", { updateViaCache: "none" });
  globalThis.ichibanOffline = {
    state: () => ask("state"),
    keepAll: (tell) => ask("keep-all", tell),
  };
  watch(registration);
  addEventListener("appinstalled", offerAll);
  await ask({ used: used() });
  await ask("sweep");
}

/** The addresses of this site that the page has fetched. */
function used(): string[] {
  const urls = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  return urls.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
}

/** Asks the service worker that serves this page, as soon as there is one. */
async function ask(wish: Wish, tell: (kept: Kept) => void = () => {}): Promise<Kept> {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Report>) => {
      if ("problem" in data) reject(new Error(data.problem));
      else if (data.isOver) resolve(data.kept);
      else tell(data.kept);
    };
    active?.postMessage(wish, [port2]);
  });
}

/** Offers each version that is installed and waits. */
function watch(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // Without a version before there is nothing to wait for.
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) offerVersion(registration.waiting);
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  look();
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < EVERY_MS) return;
    asked = Date.now();
    // Without a network there is none.
    registration.update().catch(() => undefined);
  });
}

function offerVersion(waiting: ServiceWorker): void {
  offer("A new version is ready. It comes with your next visit. To have it now, the page starts anew: save what you have open first.", {
    label: "Start anew",
    act: () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("take-over" satisfies Wish);
    },
  });
}

async function offerAll(): Promise<void> {
  const { bytes, allBytes } = await ask("state");
  if (bytes >= allBytes) return;
  offer(`Keep every tool on this machine, to have it without a network? That takes ${megabytes(allBytes - bytes)}.`, {
    label: "Keep everything",
    act: async (say) => {
      let told = 0;
      await ask("keep-all", ({ bytes, allBytes }) => {
        // Each word is read out to those who listen: not at every file.
        const tenth = Math.floor((10 * bytes) / allBytes);
        if (tenth > told) say(`${megabytes(bytes)} of ${megabytes(allBytes)} are kept.`);
        told = Math.max(told, tenth);
      });
      say("Everything is kept: what needs no model works without a network.");
    },
  });
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
