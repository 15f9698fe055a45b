/**
 * The page's side of the service worker: registers it, offers new versions, and keeps all of the site on
 * this machine when a person wants that.
 *
 * Loaded when the page stands: nothing of it is in the first download. Settings (`web/src/shell/offline.rs`)
 * call it by `ichibanOffline` of the window; the event of that name says that it is there, or why it is not.
 */
import { BASE } from "../base.ts";
import { receive } from "./arrivals.ts";
import { offer } from "./offer.ts";
import { type Kept, type Report, STOP, WHICH, type Wish } from "./talk.ts";

/** What the rest of the page may ask. */
export interface Offline {
  /** How much of the site is kept. */
  state(): Promise<Kept>;
  /** Keeps all of it, and tells how far it is. */
  keepAll(tell: (kept: Kept) => void): Promise<Kept>;
  /** Ends what {@link keepAll} does for this page; it answers then. What has come stays. */
  stop(): void;
}

declare global {
  // eslint-disable-next-line no-var
  var ichibanOffline: Offline | undefined;
  /** Why nothing can be kept, as a sentence. */
  // eslint-disable-next-line no-var
  var ichibanOfflineRefusal: string | undefined;
}

/** How often a page that is looked at again asks for a new version. */
const EVERY_MS = 3_600_000;

/** The event that says that one of the two is there. */
const ARRIVED = "ichibanOffline";

/** Registers the service worker, if this page may have one. `script` is what the page was started by. */
export async function start(script: string): Promise<void> {
  receive();
  const { serviceWorker } = navigator;
  // A page within another has the browser's storage of that one, if any.
  if (window.top !== window) return refuse("Within another site nothing is kept. Open this page in a tab of its own.");
  if (serviceWorker === undefined) {
    return refuse(
      isSecureContext
        ? "This browser keeps no site here, as in a private window. Open the page in a window of the usual kind."
        : "Only a site that came over https:// can be kept. Open this one by such an address, if it has one.",
    );
  }
  serviceWorker.addEventListener("message", ({ data, ports }) => {
    if (data === WHICH) ports[0]?.postMessage(script);
  });
  serviceWorker.startMessages();
  const registration = await serviceWorker.register(`${BASE}sw.js`, { updateViaCache: "none" }).catch((error: unknown) => {
    refuse("The browser refuses to keep this site: it may forbid site data here, or the network failed. Allow it, then load the page anew.");
    throw error;
  });
  // The first view did not arrive, or there is no room for it.
  registration.installing?.addEventListener("statechange", ({ target }) => {
    if ((target as ServiceWorker).state === "redundant" && registration.active === null) {
      refuse("Not even the first view could be kept: look at the network and the room on this machine, then load the page anew.");
    }
  });
  let stop: (() => void) | undefined;
  globalThis.ichibanOffline = {
    state: () => ask("state"),
    keepAll: (tell) => ask("keep-all", tell, (end) => (stop = end)),
    stop: () => stop?.(),
  };
  dispatchEvent(new Event(ARRIVED));
  watch(registration);
  addEventListener("appinstalled", offerAll);
  await ask({ used: used() });
  await ask("sweep");
}

/** Lets the settings say why nothing is kept. */
function refuse(why: string): void {
  globalThis.ichibanOfflineRefusal = why;
  dispatchEvent(new Event(ARRIVED));
}

/** The addresses of this site that the page has fetched. */
function used(): string[] {
  const urls = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  return urls.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
}

/** Asks the service worker that serves this page, as soon as there is one. `begun` is given what ends it. */
async function ask(wish: Wish, tell: (kept: Kept) => void = () => {}, begun: (stop: () => void) => void = () => {}): Promise<Kept> {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Report>) => {
      if (!("problem" in data) && !data.isOver) return tell(data.kept);
      // Files that were on their way may still arrive, which nobody has to hear of.
      port1.close();
      if ("problem" in data) reject(new Error(data.problem));
      else resolve(data.kept);
    };
    begun(() => port1.postMessage(STOP));
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
