/**
 * The page's side of the service worker: registers it, offers new versions, and keeps all of the site on
 * this machine when a person wants that.
 *
 * Loaded when the page stands: nothing of it is in the first download. Settings (`web/src/shell/offline.rs`)
 * call it by `ichibanOffline` of the window; the event of that name says that it is there, or why it is not.
 */
import { BASE } from "../base.ts";
import { partsUnpacked } from "../pack.ts";
import { say, wordsOfPage } from "../say.ts";
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
  /** Why nothing can be kept. */
  // eslint-disable-next-line no-var
  var ichibanOfflineRefusal: Refusal | undefined;
}

/** Why nothing can be kept: settings have a sentence for each. */
type Refusal =
  /** The page is within another site. */
  | "framed"
  /** The browser keeps nothing in such a window. */
  | "private"
  /** It did not come over https://. */
  | "insecure"
  /** The browser refuses, or the network failed. */
  | "forbidden"
  /** What the first view needs did not arrive, or there is no room for it. */
  | "not-even-first"
  /** This script could not be fetched. */
  | "unfetched";

/** How often a page that is looked at again asks for a new version. */
const EVERY_MS = 3_600_000;

/** The event that says that one of the two is there. */
const ARRIVED = "ichibanOffline";

/** Registers the service worker, if this page may have one. `script` is what the page was started by. */
export async function start(script: string): Promise<void> {
  receive();
  const { serviceWorker } = navigator;
  // A page within another has the browser's storage of that one, if any.
  if (window.top !== window) return refuse("framed");
  if (serviceWorker === undefined) {
    return refuse(isSecureContext ? "private" : "insecure");
  }
  serviceWorker.addEventListener("message", ({ data, ports }) => {
    if (data === WHICH) ports[0]?.postMessage(script);
  });
  serviceWorker.startMessages();
  const registration = await serviceWorker.register(`${BASE}sw.js`, { updateViaCache: "none" }).catch((error: unknown) => {
    refuse("forbidden");
    throw error;
  });
  // The first view did not arrive, or there is no room for it.
  registration.installing?.addEventListener("statechange", ({ target }) => {
    if ((target as ServiceWorker).state === "redundant" && registration.active === null) {
      refuse("not-even-first");
    }
  });
  let stop: (() => void) | undefined;
  globalThis.ichibanOffline = {
    state: () => ask("state"),
    keepAll: (tell) => ask("keep-all", tell, (end) => (stop = end)),
    stop: () => stop?.(),
  };
  dispatchEvent(new Event(ARRIVED));
  // Before a new version is there: the server may have no words of this one any more.
  void wordsOfPage();
  watch(registration);
  addEventListener("appinstalled", offerAll);
  await ask({ used: await used() });
  await ask("sweep");
}

/** Lets the settings say why nothing is kept. */
function refuse(why: Refusal): void {
  globalThis.ichibanOfflineRefusal = why;
  dispatchEvent(new Event(ARRIVED));
}

/** The addresses of this site that the page has fetched. */
async function used(): Promise<string[]> {
  const parts = await partsUnpacked();
  const urls = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  return [...urls.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname), ...parts];
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
      if ("problem" in data) reject(new Error(data.problem, { cause: data.cause }));
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
    if (registration.waiting !== null && navigator.serviceWorker.controller !== null) void offerVersion(registration.waiting);
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

async function offerVersion(waiting: ServiceWorker): Promise<void> {
  // It comes without a word, too.
  if (!(await wordsOfPage())) return;
  offer(say("page-offer-version"), {
    label: say("page-offer-version-now"),
    act: () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("take-over" satisfies Wish);
    },
  });
}

async function offerAll(): Promise<void> {
  const { bytes, allBytes } = await ask("state");
  if (bytes >= allBytes || !(await wordsOfPage())) return;
  offer(say("page-offer-all", { size: megabytes(allBytes - bytes) }), {
    label: say("page-offer-all-yes"),
    act: async (tell) => {
      let told = 0;
      await ask("keep-all", ({ bytes, allBytes }) => {
        // Each word is read out to those who listen: not at every file.
        const tenth = Math.floor((10 * bytes) / allBytes);
        if (tenth > told) tell(say("page-offer-all-part", { kept: megabytes(bytes), all: megabytes(allBytes) }));
        told = Math.max(told, tenth);
      });
      tell(say("page-offer-all-done"));
    },
  });
}

/** A size with one decimal, whatever it is. */
function megabytes(bytes: number): string {
  const { lang } = document.documentElement;
  const tenths = new Intl.NumberFormat(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false });
  return say("shell-megabytes", { size: tenths.format(bytes / 1_000_000) });
}
