/// <reference lib="webworker" />
/**
 * The service worker: serves the site from this machine.
 *
 * What the first view needs is kept when a version is installed, the rest when it is first used or when
 * a person asks for all of it. A version that is installed waits until the pages of the one before are
 * closed, or until a person says so; and what a page was started with stays for as long as it is open.
 */
import { type Entry, Store } from "./offline/store.ts";
import { type Report, SHARED, SHARED_PARAMETER, STOP, WHICH, type Wish } from "./offline/talk.ts";
import { toolFor } from "./offline/tool-for.ts";

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Entry[] };

/** Where the site begins. */
const BASE = new URL(self.registration.scope).pathname;

const store = new Store(self.__WB_MANIFEST, BASE);

/** How long a page may take to say what it was started with. */
const ANSWER_MS = 2_000;
/** How much of a text tells what it is. */
const BEGINNING = 2_000;

self.addEventListener("install", (event) => event.waitUntil(store.keepShell()));
// Pages that were opened before the first version was there are served from now on.
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || !pathname.startsWith(BASE)) return;
  const path = pathname.slice(BASE.length);
  if (request.method === "POST" && path === "share") {
    event.respondWith(share(request));
  } else if (request.method === "GET") {
    // Any address that names no file is a view of the page, but for what other sites embed.
    const isView = request.mode === "navigate" && !/\.[^/]*$|^embed\//.test(path);
    if (isView) event.respondWith(kept(event, BASE));
    else if (store.isHashed(pathname) || store.has(pathname)) event.respondWith(kept(event, pathname));
  }
});

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const tell = (report: Report) => port?.postMessage(report);
  const stop = new AbortController();
  if (port !== undefined) {
    port.onmessage = ({ data }) => {
      if (data === STOP) stop.abort();
    };
  }
  event.waitUntil(heed(event.data as Wish, tell, stop.signal).catch((error: unknown) => tell(problem(error))));
});

async function heed(wish: Wish, tell: (report: Report) => void, stop: AbortSignal): Promise<void> {
  if (typeof wish === "object") await store.keepUsed(wish.used);
  switch (wish) {
    case "keep-all":
      await store.keepAll((kept) => tell({ kept, isOver: false }), stop);
      break;
    case "sweep":
      if (await areAllOfThisVersion()) await store.sweep();
      break;
    case "take-over":
      return self.skipWaiting();
    case "state":
  }
  tell({ kept: await store.state(), isOver: true });
}

/** What went wrong. */
function problem(error: unknown): Report {
  const problem = error instanceof Error ? error.message : String(error);
  if (error instanceof DOMException && error.name === "QuotaExceededError") return { problem, cause: "no-room" };
  // Whatever keeps a file from arriving as it was built.
  if (error instanceof TypeError) return { problem, cause: "not-arrived" };
  return { problem };
}

/** A file from this machine, or else from the server, to be kept. */
async function kept(event: FetchEvent, url: string): Promise<Response> {
  const found = await store.find(url);
  if (found !== undefined) return found;
  const response = await fetch(event.request);
  if (response.ok && store.isHashed(url)) {
    const copy = response.clone();
    // Where there is no room to keep it, the page has it all the same.
    event.waitUntil(store.put(url, copy).catch((error: unknown) => console.warn(`${url} was not kept:`, error)));
  }
  return response;
}

/** Whether every page that is open was started by a script of this version. */
async function areAllOfThisVersion(): Promise<boolean> {
  const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  const scripts = await Promise.all(
    pages.map(
      (page) =>
        new Promise<unknown>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => resolve(data);
          // One that is silent may be of any version.
          setTimeout(resolve, ANSWER_MS);
          page.postMessage(WHICH, [port2]);
        }),
    ),
  );
  return scripts.every((script) => typeof script === "string" && store.has(script));
}

/** Takes what another program shares, and leads to the tool for it. Nothing of it reaches the server. */
async function share(request: Request): Promise<Response> {
  const form = await request.formData();
  const files = form.getAll("files").filter((file) => file instanceof File);
  if (files.length === 0) {
    const text = ["title", "text", "url"].map((name) => form.get(name)).filter((part) => typeof part === "string" && part !== "");
    files.push(new File([text.join("\n")], ""));
  }
  const cache = await caches.open(SHARED);
  await Promise.all(
    files.map((file, at) => cache.put(`/${at}/${encodeURIComponent(file.name)}`, new Response(file, { headers: { "content-type": file.type || "text/plain" } }))),
  );
  const [first] = files;
  const tool = first === undefined ? "" : toolFor(first.name, await first.slice(0, BEGINNING).text());
  return Response.redirect(`${BASE}${tool}?${SHARED_PARAMETER}`, 303);
}
